/** Drawn on a 16 × 16 grid with the text's own colour; every icon stands beside words, so screen readers skip it. */
const strokes = {
  known: 'M13.5 8A5.5 5.5 0 1 1 8 2.5M5.5 7.5 8 10l5.5-6',
  several: 'M6 3.5h7.5V11M2.5 6h7.5v7.5H2.5z',
  unknown:
    'M8 13.6A5.6 5.6 0 1 0 8 2.4a5.6 5.6 0 0 0 0 11.2M6.3 6.4c.2-2.3 3.6-2 3.4.1C9.6 7.6 8 7.7 8 9M8 11.1v.1',
  elsewhere: 'M13.5 8A5.5 5.5 0 1 1 8 2.5M5.5 7.5 8 10l5.5-6',
  changed: 'M3 12.5V10l7.3-7.3 2.5 2.5-7.3 7.3zM8.8 13H13',
  company: 'M3.5 13.5v-11h6v11M9.5 6.5h3v7M2 13.5h12M5.5 5h2M5.5 7.5h2M5.5 10h2',
  person: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8M3 13.5c.4-3 2.4-4 5-4s4.6 1 5 4',
  received: 'M2.5 4.5h11v8h-11zM2.5 5l5.5 4 5.5-4',
  sent: 'M13.5 2.5 2.5 7l4 2 2 4.5zM6.5 9l3-3',
  clock: 'M8 13.6A5.6 5.6 0 1 0 8 2.4a5.6 5.6 0 0 0 0 11.2M8 5v3.2l2 1.3',
  warning: 'M8 2.5 14 13.5H2zM8 6.5v3M8 11.5v.1',
  check: 'M3 8.5 6.5 12 13 4.5',
  arrows: 'M3 6.5h9L9.5 4M13 9.5H4L6.5 12',
  close: 'M4 4l8 8M12 4l-8 8',
  open: 'M7 3.5H3.5v9h9V9M9.5 3h3.5v3.5M13 3 7.5 8.5',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2',
  eye: 'M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8M8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4',
  add: 'M8 3v10M3 8h10',
} as const;
export type IconName = keyof typeof strokes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
