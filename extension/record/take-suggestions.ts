import { timedId } from '../../shared/domain/ids.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Touch } from '../../shared/domain/touch.ts';
import { isSameContact } from '../../shared/identity/same-contact.ts';
import type { Change } from '../../shared/sync/change.ts';
import { enqueueOperations } from '../db/enqueue-operations.ts';
import { readMeta } from '../db/meta.ts';
import { recordTables } from '../db/settle-records.ts';
import type { SuggestionRow } from '../db/stored-rows.ts';
import { copyUnsent } from '../db/unsent-copy.ts';
import { deriveAffiliations, deriveIds } from './derive-ids.ts';
import { type Asked, gatherKnowledge } from './knowledge.ts';
import { type Planning, poolCompany, poolPerson, startPlanning } from './planning.ts';
import type { Recorder } from './record-reading.ts';

const attempts = 5;

/**
 * Suggestions into the pool, with the contact in which they were seen. Taking is the person's act; the values stay what a
 * page said, so that what somebody typed still outranks them. One operation a suggestion. How many were taken; what is
 * unknown or answered already does not count. Rejects where IndexedDB does.
 */
export async function takeSuggestions(
  recorder: Recorder,
  wanted: readonly string[],
  policy: Policy,
): Promise<number> {
  const { db, derive, member, device, random } = recorder;
  const found = (await db.suggestions.bulkGet([...new Set(wanted)])).filter((row) => row !== undefined);
  const emails = found.filter((row) => row.kind === 'person').map((row) => row.key);
  const domains = [...new Set(found.map((row) => row.domain).filter((domain) => domain !== null))];
  const ties = new Map(
    found.flatMap((row) => (row.kind === 'person' && row.domain ? [[row.key, row.domain]] : [])),
  );
  const ids = await deriveIds(emails, domains, ties, derive);
  const keys = found.map((row) => row.touch);
  const asked: Asked = {
    emails,
    domains,
    strong: keys.map((touch) => touch?.strong ?? null).filter((key) => key !== null),
    weak: keys.map((touch) => touch?.weak ?? null).filter((key) => key !== null),
    answered: [],
    suggestions: [],
    member,
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = recorder.now();
    const { missing, taken, operations } = await db.transaction(
      'rw',
      [...recordTables(db), db.suggestions, db.withheld],
      async () => {
        const offset = (await readMeta(db, 'clock'))?.offset ?? 0;
        const knowledge = await gatherKnowledge(db, asked);
        const planning = startPlanning({ policy, member, ids, knowledge, now: now + offset, random });
        const rows = (await db.suggestions.bulkGet(found.map((row) => row.id))).filter(
          (row) => row !== undefined && row.state === 'open',
        ) as SuggestionRow[];
        const groups = rows.map((row) => changesOf(planning, row));
        if (planning.missing.size > 0) return { missing: [...planning.missing], taken: 0, operations: [] };
        const drafts = groups.filter((changes) => changes.length > 0);
        const operations = await enqueueOperations(
          db,
          drafts.map((changes) => ({ type: 'write', changes })),
          { member, device, now, random },
        );
        await db.suggestions.bulkPut(rows.map((row) => ({ ...row, state: 'taken' as const })));
        return { missing: [], taken: rows.length, operations };
      },
    );
    if (missing.length === 0) {
      await copyUnsent(recorder, operations);
      return taken;
    }
    await deriveAffiliations(ids, missing, derive);
  }
  throw new Error('the pool changed faster than suggestions could be taken');
}

/** Not interested: these are not suggested again on this device. How many were open. */
export async function dismissSuggestions(db: Recorder['db'], wanted: readonly string[]): Promise<number> {
  return db.transaction('rw', db.suggestions, async () => {
    const rows = await db.suggestions.bulkGet([...new Set(wanted)]);
    const open = rows.filter((row) => row !== undefined && row.state === 'open') as SuggestionRow[];
    await db.suggestions.bulkPut(open.map((row) => ({ ...row, state: 'dismissed' as const })));
    return open.length;
  });
}

function changesOf(planning: Planning, row: SuggestionRow): Change[] {
  const { source, reader } = row;
  const touchId = row.touch === null ? null : timedId(planning.now, planning.random);
  const evidence = { source, reader, seenAt: row.at, touch: touchId };
  if (row.kind === 'company') {
    if (row.company === null) return [];
    return poolCompany(planning, row.key, row.company, evidence);
  }
  if (row.person === null) return [];
  const newcomer = { email: row.key, domain: row.domain, seen: row.person };
  const { person, account, changes } = poolPerson(planning, newcomer, evidence, touchId !== null);
  if (row.touch === null || touchId === null || isWithheld(planning, row.touch)) return changes;
  const role = row.touch.people[0]?.role ?? 'cc';
  const fact: Touch = {
    ...row.touch,
    people: [{ person, role }],
    accounts: account === null ? [] : [account],
  };
  return [...changes, { on: 'touch', id: touchId, fact }];
}

function isWithheld(planning: Planning, touch: Touch): boolean {
  return planning.knowledge.withheld.some((withheld) => isSameContact(withheld, touch));
}
