import { inWords } from '../plan.ts';

/** A bar a value; `value` null where there is none, with why. */
export type Bar = { label: string; value: number | null; why?: string; ours?: boolean };
export type BarChart = { title: string; unit: string; groups: { title: string; bars: Bar[] }[] };

const width = 760;
const left = 120;
const right = 130;
const row = 22;

/**
 * Horizontal bars on a logarithmic scale, as SVG text that stands alone: it is looked at in a README, in light and dark. Values
 * are positive.
 */
export function barChart({ title, unit, groups }: BarChart): string {
  const values = groups.flatMap(({ bars }) => bars.flatMap(({ value }) => value ?? []));
  const low = 10 ** Math.floor(Math.log10(Math.min(...values, 1e9)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values, low * 10)));
  const x = (value: number) =>
    left + ((width - left - right) * Math.log10(value / low)) / Math.log10(high / low);
  const lines: string[] = [];
  let y = 58;
  for (const group of groups) {
    lines.push(`<text class="group" x="0" y="${y}">${inXml(group.title)}</text>`);
    y += 8;
    for (const { label, value, why = '', ours = false } of group.bars) {
      const middle = y + row / 2 + 4;
      lines.push(`<text x="${left - 8}" y="${middle}" text-anchor="end">${inXml(label)}</text>`);
      if (value === null) {
        lines.push(`<text class="none" x="${left}" y="${middle}">${inXml(why)}</text>`);
      } else {
        const length = Math.max(1, x(Math.max(value, low)) - left).toFixed(1);
        const kind = ours ? 'ours' : 'theirs';
        lines.push(
          `<rect class="${kind}" x="${left}" y="${y + 3}" width="${length}" height="${row - 6}" rx="2"/>`,
        );
        const end = (left + Number(length) + 6).toFixed(1);
        lines.push(`<text x="${end}" y="${middle}">${tidy(value)} ${inXml(unit)}</text>`);
      }
      y += row;
    }
    y += 22;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" aria-label="${inXml(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #444; }
.title { font-size: 15px; font-weight: 600; }
.group { font-weight: 600; }
.none { fill: #999; }
.ours { fill: #0f766e; }
.theirs { fill: #a8b3bd; }
@media (prefers-color-scheme: dark) { text { fill: #ccc; } .ours { fill: #2dd4bf; } .theirs { fill: #5b6670; } }
</style>
<text class="title" x="0" y="20">${inXml(title)}</text>
<text x="0" y="38">${inXml(unit)}, logarithmic; shorter is better</text>
${lines.join('\n')}
</svg>
`;
}

function tidy(value: number): string {
  if (value >= 100) return inWords(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}

function inXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
