import * as v from 'valibot';
import { countedReader, dayOf } from '../../shared/yield/yield-counts.ts';
import { addYields } from '../db/add-yields.ts';
import type { Database } from '../db/database.ts';
import { readMeta } from '../db/meta.ts';
import type { pageCalls, Visit } from '../rpc/page-calls.ts';
import type { Handlers } from '../rpc/serve.ts';
import type { PageCaller } from './caller.ts';
import type { SessionStore } from './page-states.ts';
import {
  emptyTally,
  type Moment,
  printOf,
  type Tallied,
  type Tally,
  tallyBlind,
  tallyOpening,
  tallyReading,
} from './yield-tally.ts';

export type YieldParts = {
  db: Database;
  session: SessionStore;
  lock: <T>(name: string, task: () => Promise<T>) => Promise<T>;
  now: () => number;
};

type PageHandlers = Handlers<typeof pageCalls, PageCaller>;

const key = 'yield-tally';

/**
 * The same handlers, counted: what readers of webmails were asked to read, and what they made of it. The page has its answer before
 * anything is counted, and a count that fails is lost.
 */
export function countYields(handlers: PageHandlers, parts: YieldParts): PageHandlers {
  const { db, session, lock, now } = parts;

  /** Begins at once to wait for its turn, so that what happened first is counted first. */
  const count = (
    { reader }: Pick<Visit, 'reader'>,
    caller: PageCaller,
    step: (tally: Tally, moment: Moment) => Tallied | Promise<Tallied>,
  ): void => {
    const { id, version } = reader;
    if (!v.is(countedReader, id)) return;
    const counting = lock(key, async () => {
      const at = now() + ((await readMeta(db, 'clock'))?.offset ?? 0);
      const place = { day: dayOf(at), reader: id, version };
      const held = (await session.get([key]))[key] as Tally | undefined;
      const { tally, gains } = await step(held ?? emptyTally, { caller, place, at });
      await session.set({ [key]: tally });
      await addYields(db, gains);
    });
    counting.catch(console.error);
  };

  return {
    ...handlers,
    attend: async (visit, caller) => {
      const attendance = await handlers.attend(visit, caller);
      if (attendance.kind === 'go') count(visit, caller, tallyOpening);
      else if (attendance.kind === 'ask' && visit.mailbox === null) count(visit, caller, tallyBlind);
      return attendance;
    },
    capture: async (reading, caller) => {
      const answer = await handlers.capture(reading, caller);
      // Read ahead of the frame that shows the mail: that is what tells whether the page is understood.
      if (answer.kind === 'failed' || reading.ahead === true) return answer;
      count(reading, caller, async (tally, moment) =>
        tallyReading(tally, moment, reading, await Promise.all(reading.mails.map(printOf))),
      );
      return answer;
    },
  };
}
