import { expect, it } from 'vitest';
import { barChart } from './bar-chart.ts';

const chart = (bars: Parameters<typeof barChart>[0]['groups'][number]['bars']) =>
  barChart({ title: 'Push & pull', unit: 'ms', groups: [{ title: '1,000 records', bars }] });
const lengths = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));

it('draws ten times as much as one step longer, whatever it is ten times of', () => {
  const [one = 0, ten = 0, hundred = 0] = lengths(
    chart([
      { label: 'a', value: 20 },
      { label: 'b', value: 200 },
      { label: 'c', value: 2000 },
    ]),
  );
  expect(hundred - ten).toBeCloseTo(ten - one, 0);
});

it('says why where there is no bar, and leaves nothing of a text unescaped', () => {
  const svg = chart([
    { label: 'a', value: 20 },
    { label: '<b>', value: null, why: 'over 300 s' },
  ]);
  expect(lengths(svg)).toHaveLength(1);
  expect(svg).toContain('over 300 s');
  expect(svg).toContain('&lt;b&gt;');
  expect(svg).toContain('Push &amp; pull');
});
