import type { InterpretedReading } from '../../shared/capture/interpreted-reading.ts';
import type { Randomness } from '../../shared/domain/ids.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Derivation } from '../../shared/identity/derived-ids.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { Database } from '../db/database.ts';
import { type Draft, enqueueOperations } from '../db/enqueue-operations.ts';
import { knownElsewhere } from '../db/known-index.ts';
import { readMeta } from '../db/meta.ts';
import { recordTables } from '../db/settle-records.ts';
import { copyUnsent, type UnsentCopy } from '../db/unsent-copy.ts';
import type { Elsewhere } from '../db/views.ts';
import { deriveAffiliations, deriveIds, type Ids, mailKeysOf } from './derive-ids.ts';
import { type Asked, gatherKnowledge } from './knowledge.ts';
import { type CapturePlan, planCapture, sortReading } from './plan-capture.ts';
import { pruneSuggestions } from './prune-suggestions.ts';

/** What recording needs from outside. `now` is our own clock; the database knows its offset to the server's. */
export type Recorder = {
  db: Database;
  member: string;
  device: string;
  derive: Derivation;
  now: () => number;
  random: Randomness;
  /** Where the browser needs one. */
  unsent?: UnsentCopy;
};

export type Recorded = {
  touches: number;
  suggestions: number;
  operations: number;
  page: CapturePlan['page'];
};

/** How often a plan is made again because the pool changed under it; each time needs a pull in just that moment. */
const attempts = 5;

/**
 * A reading into the pool: policy, ids, what is known, plan, and then record, evidence, suggestions and outbox entry in one
 * transaction with strict durability. Resolves once that is complete; a reading repeated changes nothing. Rejects where
 * IndexedDB does (storage-notice.ts says what to tell).
 */
export async function recordReading(
  recorder: Recorder,
  reading: InterpretedReading,
  policy: Policy,
): Promise<Recorded> {
  const { db, derive, member, device, random } = recorder;
  const sorted = sortReading(reading, policy);
  const [ids, keys] = await Promise.all([
    deriveIds(sorted.emails, sorted.domains, sorted.ties, derive),
    Promise.all(reading.mails.map((mail) => mailKeysOf(mail, derive))),
  ]);
  const asked: Asked = {
    emails: sorted.emails,
    domains: sorted.domains,
    strong: keys.map((key) => key.strong).filter((key) => key !== null),
    weak: keys.map((key) => key.weak).filter((key) => key !== null),
    answered: [...new Set(keys.flatMap((key) => key.answered))],
    suggestions: [...ids.person.values(), ...ids.account.values()],
    member,
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = recorder.now();
    const outcome = await db.transaction(
      'rw',
      [...recordTables(db), db.suggestions, db.withheld],
      async () => {
        const offset = (await readMeta(db, 'clock'))?.offset ?? 0;
        const knowledge = await gatherKnowledge(db, asked);
        const input = { policy, member, ids, knowledge, now: now + offset, random };
        const plan = planCapture(input, reading, sorted, keys);
        if (plan.missing.length > 0) return { plan, operations: [] };
        const operations = await enqueueOperations(db, drafts(plan.groups), { member, device, now, random });
        if (plan.suggestions.length > 0) {
          await db.suggestions.bulkPut(plan.suggestions);
          await pruneSuggestions(db, now + offset);
        }
        return { plan, operations };
      },
    );
    const { plan, operations } = outcome;
    if (plan.missing.length === 0) {
      await copyUnsent(recorder, operations);
      const { touches, suggestions } = plan;
      const page = await withElsewhere(db, plan.page, ids);
      return { touches, suggestions: suggestions.length, operations: operations.length, page };
    }
    await deriveAffiliations(ids, plan.missing, derive);
  }
  throw new Error('the pool changed faster than a capture could be planned');
}

/** One capture is one operation; a whole mail stays together where all of them are too many. */
function drafts(groups: readonly Change[][]): Draft[] {
  const packed: Change[][] = [];
  for (const group of groups) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + group.length <= 400) last.push(...group);
    else packed.push([...group]);
  }
  return packed.map((changes) => ({ type: 'write', changes }));
}

/** Says of those on the page that the company knows and this device does not that it does. */
async function withElsewhere(
  db: Database,
  page: CapturePlan['page'],
  ids: Ids,
): Promise<CapturePlan['page']> {
  const [people, companies] = await Promise.all([
    knownElsewhere(db, ids.person),
    knownElsewhere(db, ids.account),
  ]);
  if (people.size + companies.size === 0) return page;
  const told = <E extends object>(
    entry: E,
    keys: readonly string[] = [],
    known: ReadonlyMap<string, Elsewhere>,
  ) => {
    const elsewhere = keys.map((key) => known.get(key)).find((one) => one !== undefined);
    return elsewhere === undefined ? entry : { ...entry, elsewhere };
  };
  return {
    ...page,
    people: page.people.map((entry) => told(entry, entry.seen.emails, people)),
    companies: page.companies.map((entry) => told(entry, entry.seen.domains, companies)),
  };
}
