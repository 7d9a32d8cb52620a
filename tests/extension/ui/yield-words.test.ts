import './stage/english-words.ts';
import { describe, expect, test } from 'vitest';
import {
  dayDate,
  limitWords,
  percent,
  pointWords,
  readerName,
  shortDate,
  standsOut,
  yieldSentences,
  yieldState,
} from '../../../extension/ui/state/yield-words.ts';
import { pChart } from '../../../shared/yield/p-chart.ts';
import { readerHealths, type YieldRow } from '../../../shared/yield/reader-health.ts';
import { countedReader, noCounts } from '../../../shared/yield/yield-counts.ts';

/** A Tuesday, 24 November 2026. */
const today = 20_781;
const row = (day: number, read: number, seen: number, changes: Partial<YieldRow> = {}): YieldRow => ({
  ...noCounts,
  day,
  reader: 'roundcube',
  version: 1,
  seen,
  read,
  refused: seen - read,
  opened: 5,
  used: 5,
  ...changes,
});
const usual = (until: number, count = 30) =>
  Array.from({ length: count }, (_, i) => row(until - i, i % 5 === 0 ? 38 : 39, 40));

function said(rows: YieldRow[], on = today) {
  const [health] = readerHealths(rows);
  if (health === undefined) throw new Error('no reader');
  return { state: yieldState(health), sentences: yieldSentences(health, on) };
}

describe('what is said of a reader', () => {
  test('as usual, on the day that it was', () => {
    const { state, sentences } = said([...usual(today - 2), row(today - 1, 143, 150)]);
    expect(state).toEqual({ good: true, word: 'As usual' });
    expect(sentences).toEqual(['143 of 150 mails understood yesterday, as usual.']);
    expect(said([...usual(today - 1), row(today, 1, 1)]).sentences).toEqual([
      '1 of 1 mail understood today so far, as usual.',
    ]);
    expect(said(usual(today - 4)).sentences[0]).toContain('understood on Friday 20 Nov, as usual.');
  });

  test('a fall with its beginning, what was usual, and what can be done', () => {
    const broken = [row(today - 1, 7, 50), row(today, 5, 47)];
    const { state, sentences } = said([...usual(today - 2), ...broken]);
    expect(state).toEqual({ good: false, word: 'Fell' });
    expect(sentences[0]).toBe(
      '12 of 97 mails understood since Monday 23 Nov; usually 97%. The webmail’s pages have probably changed.',
    );
    expect(sentences[1]).toMatch(/^The panel beside such a mail/);
    const updated = broken.map((one) => ({ ...one, version: 2 }));
    expect(said([...usual(today - 2), ...updated]).sentences[1]).toBe(
      'Version 2 of this reader came at that time.',
    );
  });

  test('that a webmail is opened and no mail seen, ahead of what was last read', () => {
    const blind = (day: number) => row(day, 0, 0, { used: 0 });
    const { state, sentences } = said([...usual(today - 2), blind(today - 1), blind(today)]);
    expect(state.word).toBe('No mails seen');
    expect(sentences[0]).toMatch(/^Opened 10 times since Monday 23 Nov, with a mail on view in 0 of them;/);
  });

  test('that little is known yet, that it never went well, that it went better', () => {
    expect(said([row(today, 3, 4)])).toMatchObject({
      state: { good: true, word: 'Learning' },
      sentences: ['3 of 4 mails understood so far. What is usual is known after 5 days with 40 mails.'],
    });
    const poor = Array.from({ length: 30 }, (_, i) => row(today - i, 10 + (i % 3), 40));
    expect(said(poor)).toMatchObject({ state: { good: false, word: 'Poor' } });
    const middling = Array.from({ length: 30 }, (_, i) => row(today - 1 - i, i % 2 === 0 ? 300 : 308, 400));
    expect(said([...middling, row(today, 395, 400)]).sentences[0]).toMatch(
      /^395 of 400 mails understood since Tuesday 24 Nov, more than the usual 7\d%\.$/,
    );
    expect(said([row(today, 0, 0)]).sentences[0]).toBe('No mail was counted lately.');
  });

  test('that no mail came for long, and that limits are provisional', () => {
    expect(said(usual(today - 8)).sentences.at(-1)).toBe('No mail was opened there since Monday 16 Nov.');
    expect(said(usual(today - 7)).sentences).toHaveLength(1);
    expect(said(usual(today, 10)).sentences.at(-1)).toBe(
      'The limits are provisional until 20 days are known.',
    );
  });
});

test('a point is said with its numbers, its limits, and why it stands out', () => {
  const days = [...usual(today - 1).toReversed(), row(today, 20, 40)];
  const points = pChart(days.map(({ day, seen, read }) => ({ day, n: seen, good: read })));
  const last = points.at(-1);
  if (last === undefined) throw new Error('no point');
  expect(pointWords(last)).toBe(
    'Tuesday 24 Nov: 20 of 40 mails understood (50%). Usually 97%, limits 84% to 100%. Below the limit.',
  );
  expect(pointWords({ ...last, centre: null, signal: null })).toBe(
    'Tuesday 24 Nov: 20 of 40 mails understood (50%).',
  );
  expect(limitWords({ ...last, lower: null, upper: null })).toBe('too few mails');
  expect(limitWords(null)).toBe('–');
  const sides = ['fell', 'rose'] as const;
  const rules = ['beyond', 'two-of-three', 'run'] as const;
  const reasons = sides.flatMap((side) =>
    rules.map((rule) => standsOut({ ...last, signal: { side, rule } })),
  );
  reasons.push(standsOut({ ...last, signal: { side: 'fell', rule: 'drift' } }));
  expect(new Set(reasons).size).toBe(7);
});

test('a share is whole only where it is', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0%', '1%', '50%', '99%', '100%']);
});

test('days are those of UTC', () => {
  expect(dayDate(today)).toBe('Tuesday 24 Nov');
  expect(shortDate(today)).toBe('24 Nov');
});

test('every reader has a name', () => {
  expect(new Set(countedReader.options.map(readerName)).size).toBe(countedReader.options.length);
});
