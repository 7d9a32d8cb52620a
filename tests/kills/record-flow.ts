import { setTimeout as sleep } from 'node:timers/promises';
import type { Derivation } from '../../shared/identity/derived-ids.ts';
import type { Answer } from './background-line.ts';
import type { Device } from './device.ts';
import type { Edit, Entry, Ledger, Mail } from './ledger.ts';
import { type MadeUpRecords, readingOf } from './made-up-records.ts';

export type RecordFlow = {
  /** Calls that are without an answer at this moment. */
  underWay(): number;
  /** Resolves when the next record is given to the extension. */
  nextCall(): Promise<void>;
  /** No further records; resolves once each has its answer or has been given up. */
  end(): Promise<void>;
};

type Options = {
  device: Device;
  records: MadeUpRecords;
  ledger: Ledger;
  derive: Derivation;
  mailUrl: string;
  random: () => number;
};

const lanes = 2;
/** A rep opens a mail again when the browser died over it: so often at most. */
const readings = 12;

/** Records one thing after the other on a device, in small bursts, whatever becomes of the browser. */
export function flowRecords({ device, records, ledger, derive, mailUrl, random }: Options): RecordFlow {
  const origin = new URL(mailUrl).origin;
  let ended = false;
  let underWay = 0;
  let called = Promise.withResolvers<void>();

  const ask = async (run: () => Promise<Answer>): Promise<unknown> => {
    underWay += 1;
    called.resolve();
    called = Promise.withResolvers();
    const answer = await run();
    underWay -= 1;
    return answer.kind === 'answered' ? answer.value : null;
  };
  const record = async (what: Mail | Edit) => {
    const entry = ledger.ask(device.name, what);
    if (what.kind === 'edit') return edit(entry, what);
    for (let n = 0; n < readings && !(ended && n > 1); n += 1) {
      const { page } = await device.up();
      const said = await ask(() => page.ask('capture', readingOf(what, device.name, origin)));
      const { kind, touches } = (said ?? { kind: 'lost' }) as { kind: string; touches?: number };
      if (kind === 'recorded' && touches === 1) entry.acknowledged = true;
      if (kind === 'recorded' || (kind === 'nothing' && n > 0)) return;
      await sleep(50 + random() * 200);
    }
  };
  /** Sent once: after a lost answer nobody knows, and a person would look first. */
  const edit = async (entry: Entry, { email, token }: Edit) => {
    const id = await derive.personId(email);
    const { panel } = await device.up();
    const change = {
      on: 'person',
      id,
      rank: 'person',
      set: { name: `Ines ${token}` },
      add: { phones: [token] },
    };
    const said = await ask(() => panel.ask('edit', { changes: [change] }));
    if ((said as { ok?: boolean } | null)?.ok === true) entry.acknowledged = true;
  };
  const lane = async () => {
    while (!ended) {
      const burst = 1 + Math.floor(random() * 4);
      for (let n = 0; n < burst && !ended; n += 1) await record(records.next(device.name));
      await sleep(20 + random() * 300);
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane)).catch((error: unknown) => {
    if (!ended) throw error;
  });
  running.catch(() => {});
  return {
    underWay: () => underWay,
    nextCall: () => called.promise,
    end: async () => {
      ended = true;
      await running;
    },
  };
}
