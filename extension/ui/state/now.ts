import { signal } from '@preact/signals';

/** The moment that relative times are counted from; moves on twice a minute while the page is shown. */
export const now = signal(Date.now());

/** Starts the ticking and returns its end. */
export function keepTime(read: () => number): () => void {
  const tick = () => {
    now.value = read();
  };
  tick();
  const timer = setInterval(tick, 30_000);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
