import type { ReadingProblem } from '../../../shared/capture/page-reading.ts';
import type { PageState } from '../../db/views.ts';
import { say, sayCount, type WordKey } from './say.ts';

const problems: Record<ReadingProblem, WordKey> = {
  'headers-unreadable': 'problem.headersUnreadable',
  'sender-missing': 'problem.senderMissing',
  'sender-not-an-address': 'problem.senderNotAnAddress',
  'recipients-missing': 'problem.recipientsMissing',
  'recipients-hidden': 'problem.recipientsHidden',
  'date-missing': 'problem.dateMissing',
  'subject-missing': 'problem.subjectMissing',
  'thread-mismatch': 'problem.threadMismatch',
  'shape-changed': 'problem.shapeChanged',
  'shape-drifted': 'problem.shapeDrifted',
  'too-large': 'problem.tooLarge',
  threw: 'problem.threw',
};

/** One sentence for what a reader did not understand. */
export function problemWords(problem: ReadingProblem): string {
  return say(problems[problem]);
}

/** A sentence for each reason for which mails on view were held back on this device. */
export function heldBackWords({ never, bulk, internal }: PageState['heldBack']): string[] {
  const said: string[] = [];
  if (bulk > 0) said.push(sayCount('heldBack.bulk', bulk));
  if (internal > 0) said.push(sayCount('heldBack.internal', internal));
  if (never > 0) said.push(sayCount('heldBack.never', never));
  return said;
}
