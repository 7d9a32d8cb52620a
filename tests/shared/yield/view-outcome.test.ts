import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../../shared/capture/page-reading.ts';
import { countsOfReading } from '../../../shared/yield/view-outcome.ts';
import { yieldCounts } from '../../../shared/yield/yield-counts.ts';
import { madeUpMail, madeUpReading } from '../../extension/made-up-device.ts';

function counted(reading: PageReading, fresh = reading.mails) {
  const counts = countsOfReading(reading, fresh);
  expect(v.is(yieldCounts, counts)).toBe(true);
  const { seen, read, partly, refused } = counts;
  return { seen, read, partly, refused };
}
const one = { seen: 1, read: 0, partly: 0, refused: 0 };
const nothing = { seen: 0, read: 0, partly: 0, refused: 0 };

describe('a reading counts', () => {
  it('each mail that has sender, recipients and date as read', () => {
    expect(counted(madeUpReading([madeUpMail(), madeUpMail({ to: [], cc: madeUpMail().to })]))).toEqual({
      ...nothing,
      seen: 2,
      read: 2,
    });
  });

  it('what a webmail never shows not as a lack', () => {
    const reading = madeUpReading([madeUpMail({ messageId: null })], {
      health: 'partly',
      problems: ['headers-unreadable', 'recipients-hidden'],
    });
    expect(counted(reading)).toEqual({ ...one, read: 1 });
  });

  it.each([
    ['sender', madeUpMail({ from: null })],
    ['recipients', madeUpMail({ to: [], cc: [] })],
    ['date', madeUpMail({ date: { ms: 1, precision: 'seen' } })],
  ])('a mail without its %s as read in part, although the reader says that all is well', (_what, mail) => {
    expect(counted(madeUpReading([mail]))).toEqual({ ...one, partly: 1 });
  });

  it('a subject that the page no longer has as a lack', () => {
    const reading = madeUpReading([madeUpMail()], { health: 'partly', problems: ['subject-missing'] });
    expect(counted(reading)).toEqual({ ...one, partly: 1 });
  });

  it('an unhealthy one as refused, whatever it says beside', () => {
    expect(counted(madeUpReading([madeUpMail()], { health: 'unhealthy', problems: ['threw'] }))).toEqual({
      ...one,
      refused: 1,
    });
  });

  it('a mail whose sender could not be read as refused, alone and beside others', () => {
    const problems: PageReading['problems'] = ['sender-not-an-address'];
    expect(counted(madeUpReading([], { health: 'partly', problems }))).toEqual({ ...one, refused: 1 });
    expect(counted(madeUpReading([madeUpMail()], { health: 'partly', problems }))).toEqual({
      ...one,
      seen: 2,
      read: 1,
      refused: 1,
    });
  });

  it('a view without a mail as seen, and as nothing else', () => {
    expect(counted(madeUpReading([]))).toEqual(one);
    expect(counted(madeUpReading([], { health: 'unknown-page' }))).toEqual(one);
  });

  it('what the policy held back as understood', () => {
    const heldBack = { never: 1, bulk: 2, internal: 0 };
    expect(counted(madeUpReading([], { heldBack }))).toEqual({ ...nothing, seen: 3, read: 3 });
    const lacking = { heldBack, health: 'partly' as const, problems: ['date-missing' as const] };
    expect(counted(madeUpReading([], lacking))).toEqual({ ...nothing, seen: 3, partly: 3 });
  });

  it('mails that were counted before not again, nor what lies beside them', () => {
    const reading = madeUpReading([madeUpMail()], { heldBack: { never: 0, bulk: 2, internal: 0 } });
    expect(counted(reading, [])).toEqual(nothing);
  });
});
