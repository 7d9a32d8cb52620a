import type { InterpretedReading } from '../../../shared/capture/interpreted-reading.ts';
import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import type { Answer } from '../task.ts';

/** What the lab says of one reading: the touch, or why there is none. What was not seen is null. */
export function answerOfReading({ mails, health, problems }: InterpretedReading): Answer {
  const [mail] = mails;
  if (mail === undefined) return { error: `no touch: ${[health, ...problems].join(', ')}`, health, problems };
  return {
    from: mail.from === null ? null : named(mail.from),
    to: mail.to.map(named),
    cc: mail.cc.map(named),
    subject: mail.subject,
    // where a mail has no date that can be read, its touch has the moment of reading
    date: mail.date.precision === 'seen' ? null : new Date(mail.date.ms).toISOString(),
    messageId: mail.messageId,
    health,
    ...(problems.length > 0 ? { problems } : {}),
    ...(mail.bulk !== null && mail.bulk !== 'unknown' ? { neverRecorded: mail.bulk } : {}),
  };
}

function named({ name, email }: SeenMailbox): { name?: string; email: string } {
  return name === null ? { email } : { name, email };
}
