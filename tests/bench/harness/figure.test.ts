import { describe, expect, it } from 'vitest';
import { measuredFigure, meetsAim, missingFigure } from './figure.ts';
import { figureJson, figureTable } from './print-figures.ts';
import { median, p95, percentile } from './statistics.ts';

const capture = { name: 'capture.median', unit: 'ms', aim: '<= 50' };

describe('an aim', () => {
  it.each([
    [50, '<= 50', true],
    [50.01, '<= 50', false],
    [24.99, '< 25', true],
    [25, '< 25', false],
    [60, '>= 60', true],
    [1, '> 1', false],
    [0, '= 0', true],
    [1, '= 0', false],
    [-1, '>= -1.5', true],
  ])('%d against "%s"', (value, aim, met) => {
    expect(meetsAim(value, aim)).toBe(met);
  });

  it.each(['50', 'below 50', '<= fifty', ''])('"%s" is none', (aim) => {
    expect(() => meetsAim(1, aim)).toThrow('is no aim');
  });
});

describe('figures', () => {
  it('are met or not by their value alone', () => {
    expect(measuredFigure(capture, 12, 60)).toEqual({ ...capture, value: 12, n: 60, met: true });
    expect(measuredFigure(capture, 512, 60).met).toBe(false);
  });

  it('have no value and no verdict where they could not be had, and say why', () => {
    const missing = missingFigure(capture, 'needs 60 kills');
    expect(missing).toEqual({ ...capture, value: null, n: 0, met: null, why: 'needs 60 kills' });
    expect(JSON.parse(figureJson(missing))).toEqual(missing);
  });

  it('are one line of JSON each, with the same names in the same order', () => {
    const line = figureJson(measuredFigure(capture, 12, 60));
    expect(line).toBe('{"name":"capture.median","value":12,"unit":"ms","n":60,"aim":"<= 50","met":true}');
  });

  it('line up in a table', () => {
    const table = figureTable([
      measuredFigure(capture, 12.345, 60),
      missingFigure({ ...capture, name: 'b' }, 'no time'),
    ]);
    expect(table.split('\n')).toEqual([
      'figure            value   n  aim       met',
      'capture.median  12.3 ms  60  <= 50 ms  yes',
      'b                     –   0  <= 50 ms  – (no time)',
    ]);
  });
});

describe('statistics', () => {
  it('take the middle, and the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([10, 9])).toBe(9.5);
    expect(median([])).toBeNaN();
  });

  it('take the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(p95(hundred)).toBe(95);
    expect(p95([1, 2, 3])).toBe(3);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(p95([])).toBeNaN();
  });
});
