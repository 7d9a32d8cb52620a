/**
 * The rules of the design once more, in the plainest form, and by nothing that ships: what the engine makes of a run is compared
 * with what these say. Changed only where the design changes.
 */

export type Write = { value: string; stamp: string; rank: 'page' | 'person' };

/** The record's content as everybody who may see it should see it. */
export type Content = {
  fields: Record<string, Write>;
  sets: Record<string, Record<string, string[]>>;
  fact: unknown;
  decided: Record<string, unknown>;
};

const fieldsOf: Record<string, readonly string[]> = {
  account: ['name', 'website', 'address', 'note'],
  person: ['name', 'note'],
  affiliation: ['person', 'account', 'title', 'from', 'until'],
  note: ['about', 'text'],
};
const setsOf: Record<string, readonly string[]> = {
  account: ['domains', 'phones'],
  person: ['emails', 'phones', 'urls'],
  affiliation: [],
  note: [],
};

export type RegisterWrite = {
  on: string;
  rank: 'page' | 'person';
  set?: Record<string, string> | undefined;
  add?: Record<string, string[]> | undefined;
  drop?: Record<string, Record<string, string[]>> | undefined;
};

/** Why a write is not taken, or null. Only what the plans of runs can hold. */
export function faultOf(change: RegisterWrite): 'unknown-field' | 'bad-value' | null {
  for (const [name, value] of Object.entries(change.set ?? {})) {
    if (!(fieldsOf[change.on] ?? []).includes(name)) return 'unknown-field';
    if (name === 'name' && value.length > 200) return 'bad-value';
  }
  for (const name of [...Object.keys(change.add ?? {}), ...Object.keys(change.drop ?? {})]) {
    if (!(setsOf[change.on] ?? []).includes(name)) return 'unknown-field';
  }
  return null;
}

/** A stamp from more than a minute ahead counts as one of now. */
export function inTime(stamp: string, now: number): string {
  const ms = Number.parseInt(stamp.slice(0, 12), 16);
  return ms <= now + 60_000 ? stamp : now.toString(16).padStart(12, '0') + stamp.slice(12);
}

/** Whether the second write of a field takes the place of the first. */
export function wins(held: Write | undefined, next: Write): boolean {
  if (held === undefined) return true;
  if (next.rank === 'page') return false;
  if (held.rank === 'page') return true;
  return next.stamp > held.stamp || (next.stamp === held.stamp && next.value !== held.value);
}

/** Lays a write on a record's content, in place. True where it changed anything. */
export function lay(content: Content, change: RegisterWrite, stamp: string): boolean {
  let changed = false;
  for (const [name, value] of Object.entries(change.set ?? {})) {
    const next = { value, stamp, rank: change.rank };
    if (!wins(content.fields[name], next)) continue;
    content.fields[name] = next;
    changed = true;
  }
  for (const [name, values] of Object.entries(change.add ?? {})) {
    const set = content.sets[name] ?? {};
    content.sets[name] = set;
    for (const value of values) {
      const tags = set[value];
      if (tags !== undefined && (change.rank === 'page' || tags.includes(stamp))) continue;
      set[value] = [...(tags ?? []), stamp];
      changed = true;
    }
  }
  for (const [name, drops] of Object.entries(change.drop ?? {})) {
    const set = content.sets[name] ?? {};
    content.sets[name] = set;
    for (const [value, seen] of Object.entries(drops)) {
      const tags = set[value];
      const left = tags?.filter((tag) => !seen.includes(tag));
      if (tags === undefined || left === undefined || left.length === tags.length) continue;
      if (left.length === 0) delete set[value];
      else set[value] = left;
      changed = true;
    }
  }
  return changed;
}

export function emptyContent(): Content {
  return { fields: {}, sets: {}, fact: undefined, decided: {} };
}

export function copyContent({ fields, sets, fact, decided }: Content): Content {
  return {
    fields: { ...fields },
    sets: Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, { ...set }])),
    fact,
    decided: { ...decided },
  };
}

/** Whether two values say the same, whatever the order of keys. What is undefined is not there. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]))
    );
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key in left) if (!same(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}
