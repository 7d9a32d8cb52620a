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

  const count = async (
    { reader }: Pick<Visit, 'reader'>,
    caller: PageCaller,
    step: (tally: Tally, moment: Moment) => Tallied,
  ): Promise<void> => {
    if (!v.is(countedReader, reader.id)) return;
    const at = now() + ((await readMeta(db, 'clock'))?.offset ?? 0);
    const place = { day: dayOf(at), reader: reader.id, version: reader.version };
    await lock(key, async () => {
      const held = (await session.get([key]))[key] as Tally | undefined;
      const { tally, gains } = step(held ?? emptyTally, { caller, place, at });
      await session.set({ [key]: tally });
      await addYields(db, gains);
    });
  };
  const unheard = (counting: Promise<void>) => void counting.catch(console.error);

  return {
    ...handlers,
    attend: async (visit, caller) => {
      const attendance = await handlers.attend(visit, caller);
      if (attendance.kind === 'go') unheard(count(visit, caller, tallyOpening));
      else if (attendance.kind === 'ask' && visit.mailbox === null) unheard(count(visit, caller, tallyBlind));
      return attendance;
    },
    capture: async (reading, caller) => {
      const answer = await handlers.capture(reading, caller);
      if (answer.kind === 'failed') return answer;
      const counting = Promise.all(reading.mails.map(printOf)).then((prints) =>
        count(reading, caller, (tally, moment) => tallyReading(tally, moment, reading, prints)),
      );
      unheard(counting);
      return answer;
    },
  };
}
