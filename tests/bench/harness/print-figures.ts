import type { Figure } from './figure.ts';

/** The figures as a table for people: name, value with unit, runs, aim, whether it is met. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'value', 'n', 'aim', 'met'],
    ...figures.map(({ name, value, unit, n, aim, met, why }) => [
      name,
      value === null ? '–' : `${tidy(value)} ${unit}`.trim(),
      String(n),
      `${aim} ${unit}`.trim(),
      met === null ? `– (${why ?? 'unknown'})` : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** One figure as one line of JSON. */
export function figureJson({ name, value, unit, n, aim, met, why }: Figure): string {
  return JSON.stringify({ name, value, unit, n, aim, met, ...(why === undefined ? {} : { why }) });
}

function tidy(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
