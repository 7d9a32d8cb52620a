const names = [
  'text',
  'faint',
  'line',
  'edge',
  'accent',
  'surface',
  'raised',
  'bad',
  'good',
  'warn',
] as const;
export type ChartColours = Record<(typeof names)[number], string>;

/** The theme's colours as a canvas takes them: it knows neither custom properties nor light-dark(). */
export function chartColours(near: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  near.append(probe);
  const colours = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colours as ChartColours;
}

/** Calls when the theme changes, and returns the end of that. */
export function onThemeChange(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}
