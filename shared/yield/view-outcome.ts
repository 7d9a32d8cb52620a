import type { PageReading, ReadingProblem } from '../capture/page-reading.ts';
import type { SeenMail } from '../capture/seen.ts';
import { noCounts, type YieldCounts } from './yield-counts.ts';

/**
 * Without these a mail is not wholly understood. Absent are what only some webmails show at all (`headers-unreadable`) and what the
 * person folded away: these are usual, and nothing broke.
 */
const lacking: ReadonlySet<ReadingProblem> = new Set([
  'recipients-missing',
  'date-missing',
  'subject-missing',
]);
const senderless: ReadonlySet<ReadingProblem> = new Set(['sender-missing', 'sender-not-an-address']);

export type MailOutcome = 'read' | 'partly';

/** Whether a mail has what every mail has. A reader may lose its hold on the page without noticing, so it is not asked. */
export function mailOutcome(mail: SeenMail, problems: readonly ReadingProblem[]): MailOutcome {
  const whole = mail.from !== null && mail.to.length + mail.cc.length > 0 && mail.date.precision !== 'seen';
  return whole && !problems.includes('subject-missing') ? 'read' : 'partly';
}

/**
 * What one reading of a webmail counts, `fresh` being those of its mails that were not counted before. Mails that the policy held
 * back in the page were understood; of them only the number is known.
 */
export function countsOfReading(reading: PageReading, fresh: readonly SeenMail[]): YieldCounts {
  const { health, problems, mails, heldBack } = reading;
  if (health === 'unhealthy') return { ...noCounts, seen: 1, refused: 1 };
  // The same mails again, such as after one more was unfolded: what lies beside them was counted with them.
  if (mails.length > 0 && fresh.length === 0) return noCounts;
  const outcomes = fresh.map((mail) => mailOutcome(mail, problems));
  const held = heldBack.never + heldBack.bulk + heldBack.internal;
  const heldWhole = !problems.some((problem) => lacking.has(problem));
  const read = outcomes.filter((outcome) => outcome === 'read').length + (heldWhole ? held : 0);
  const partly = outcomes.length + held - read;
  // At least one mail stands there whose sender could not be read; how many is not said.
  const refused = problems.some((problem) => senderless.has(problem)) ? 1 : 0;
  const found = read + partly + refused;
  return { ...noCounts, seen: Math.max(1, found), read, partly, refused };
}
