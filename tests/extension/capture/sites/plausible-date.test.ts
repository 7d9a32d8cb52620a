import { describe, expect, it } from 'vitest';
import { plausibleDate } from '../../../../extension/capture/sites/plausible-date.ts';

const now = Date.UTC(2026, 10, 22);

describe('a date read from a page', () => {
  it.each([
    [Date.UTC(2026, 9, 7), true],
    [Date.UTC(1994, 9, 7), true],
    [Date.UTC(1970, 0, 1), false],
    [Date.UTC(2107, 2, 24), false],
  ])('%d is believed: %s', (ms, believed) => expect(plausibleDate(ms, now)).toBe(believed ? ms : null));

  it('may be none', () => expect(plausibleDate(null, now)).toBeNull());
});
