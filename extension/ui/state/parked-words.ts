import type { Command } from '../../../shared/protocol/operation.ts';
import type { ParkedView } from '../../db/views.ts';
import { say, type WordKey } from './say.ts';

const reasons: Record<ParkedView['reason'], { what: WordKey; todo: WordKey }> = {
  'not-allowed': { what: 'parked.notAllowed.what', todo: 'parked.notAllowed.todo' },
  'unknown-field': { what: 'parked.unknownField.what', todo: 'parked.unknownField.todo' },
  'bad-value': { what: 'parked.badValue.what', todo: 'parked.badValue.todo' },
  'no-such-record': { what: 'parked.noSuchRecord.what', todo: 'parked.noSuchRecord.todo' },
  'already-taken': { what: 'parked.alreadyTaken.what', todo: 'parked.alreadyTaken.todo' },
  'id-in-use': { what: 'parked.idInUse.what', todo: 'parked.idInUse.todo' },
  malformed: { what: 'parked.malformed.what', todo: 'parked.malformed.todo' },
};

const commands: Record<Command['name'], WordKey> = {
  'take-account': 'parked.takeAccount',
  'restrict-account': 'parked.restrictAccount',
  'open-account': 'parked.openAccount',
  'set-team': 'parked.setTeam',
  'withdraw-touch': 'parked.withdrawTouch',
  'unlink-touch': 'parked.unlinkTouch',
  'merge-records': 'parked.mergeRecords',
  'unmerge-records': 'parked.unmergeRecords',
  'not-same': 'parked.notSame',
  'maybe-same': 'parked.maybeSame',
};

/** What the change was about: a decision by its words, everything else by the name that it carries. */
export function parkedSubject(what: string): string {
  const key = Object.hasOwn(commands, what) ? commands[what as Command['name']] : undefined;
  return key === undefined ? what : say(key);
}

/** Why the workspace did not take a change, and what the person can do. */
export function parkedWords(reason: ParkedView['reason']): { what: string; todo: string } {
  const { what, todo } = reasons[reason];
  return { what: say(what), todo: say(todo) };
}
