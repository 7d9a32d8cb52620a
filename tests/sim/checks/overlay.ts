import { viewOf } from '../../../extension/db/held-state.ts';
import type { Held, OutboxRow } from '../../../extension/db/stored-rows.ts';
import type { SimDevice } from '../device.ts';
import { type Content, copyContent, emptyContent, lay, same } from '../model/rules.ts';
import { Violation } from '../violation.ts';

const tables = { account: 'accounts', person: 'people', affiliation: 'affiliations' } as const;

/** Everything that this device has written and not seen come back lies on top of what it pulled. */
export async function checkOverlay(device: SimDevice): Promise<void> {
  const { storage, process } = device;
  if (process === null || process.busy()) return;
  const outbox = (await storage.rows('outbox')) as unknown as OutboxRow[];
  const joined = (await storage.rows('meta')).some((row) => row.key === 'joined');
  if (outbox.length === 0 || !joined) return;
  outbox.sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
  const expected = new Map<
    string,
    { kind: keyof typeof tables; content: Content | null; held: Held | undefined }
  >();
  const rows = new Map<string, Held>();
  for (const table of Object.values(tables)) {
    for (const row of await storage.rows(table)) rows.set(`${table} ${row.id}`, row as unknown as Held);
  }
  for (const { operation, state, seq } of outbox) {
    if (operation.type !== 'write') continue;
    for (const change of operation.changes) {
      if (change.on === 'touch' || change.on === 'sighting') continue;
      const key = `${tables[change.on]} ${change.id}`;
      const held = rows.get(key);
      const base = held?.base ?? null;
      const now = expected.get(key) ?? {
        kind: change.on,
        content: base === null ? null : copyContent(contentOf(viewOf({ base }))),
        held,
      };
      expected.set(key, now);
      if (state === 'sent' && base !== null && seqOf(base) >= seq) continue;
      now.content ??= emptyContent();
      lay(now.content, change, operation.stamp);
    }
  }
  for (const [id, { content, held }] of expected) {
    if (content === null) continue;
    const shown = held === undefined ? null : contentOf(viewOf(held));
    if (shown === null || !same(shown.fields, content.fields) || !same(setsOf(shown), setsOf(content))) {
      const told = JSON.stringify({ shown, expected: content });
      throw new Violation('own work not shown', `${id} on device ${device.index}: ${told}`);
    }
  }
}

export function contentOf(state: {
  fields?: unknown;
  sets?: unknown;
  fact?: unknown;
  decided?: unknown;
}): Content {
  const { fields = {}, sets = {}, fact, decided = {} } = state;
  return { fields, sets, fact, decided } as Content;
}

/** Sets without values say nothing. */
export function setsOf({ sets }: Content): Content['sets'] {
  return Object.fromEntries(Object.entries(sets).filter(([, set]) => Object.keys(set).length > 0));
}

function seqOf(base: NonNullable<Held['base']>): number {
  return Array.isArray(base) ? (base[2] as number) : base.seq;
}
