import type { Outcome } from '../../../shared/protocol/operation.ts';
import type { Company, ModelRecord } from './company-state.ts';

/** The part of a touch that links it. Runs use the strong key only; two touches of one key are one contact. */
export type TouchFact = { strong: string | null; at: number };

const rejected = (reason: 'no-such-record' | 'not-allowed'): Outcome => ({ kind: 'rejected', reason });

function touchOf(company: Company, id: string): ModelRecord | undefined {
  const held = company.records.get(id);
  return held?.kind === 'touch' && !held.gone ? held : undefined;
}

function factOf(record: ModelRecord): TouchFact {
  return record.fact as TouchFact;
}

/** Everybody's sight of one contact, the one that the others repeat first. */
function witnesses(company: Company, id: string): ModelRecord[] {
  const touch = touchOf(company, id);
  if (touch === undefined) return [];
  const root = (touch.decided.link as string | null) ?? id;
  const found: ModelRecord[] = [];
  for (const record of company.records.values()) {
    if (record.kind === 'touch' && !record.gone && (record.id === root || record.decided.link === root))
      found.push(record);
  }
  return found.sort((a, b) => Number(b.id === root) - Number(a.id === root));
}

function setLink(company: Company, id: string, link: string | null): void {
  const held = company.records.get(id) as ModelRecord;
  company.records.set(id, { ...held, decided: { ...held.decided, link } });
}

function older(a: ModelRecord, b: ModelRecord): number {
  return factOf(a).at - factOf(b).at || (a.id < b.id ? -1 : 1);
}

const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** A touch that has just come joins those with its key, unless somebody set them apart; all repeat the oldest of them. */
export function linkNew(company: Company, id: string): void {
  const touch = touchOf(company, id);
  if (touch === undefined || factOf(touch).strong === null) return;
  const same = [...company.records.values()]
    .filter((one) => one.kind === 'touch' && !one.gone && one.id !== id)
    .filter((one) => factOf(one).strong === factOf(touch).strong)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const joined = [touch];
  const roots: ModelRecord[] = [];
  for (const other of same) {
    const group = witnesses(company, other.id);
    const [root] = group;
    if (root === undefined || roots.includes(root)) continue;
    if (group.some((one) => joined.some((ours) => company.apart.has(pair(one.id, ours.id))))) continue;
    roots.push(root);
    joined.push(...group);
  }
  const root = roots.sort(older)[0];
  if (root === undefined) return;
  for (const one of joined) if (one.id !== root.id) setLink(company, one.id, root.id);
}

/** "This is private": the member's own sight goes; without any witness the contact is erased for good. */
export function withdraw(company: Company, member: string, id: string): Outcome {
  const group = witnesses(company, id);
  if (group.length === 0) return rejected('no-such-record');
  const own = group.filter((one) => one.decided.witness === member);
  if (own.length === 0) return rejected('not-allowed');
  if (own.every((one) => one.decided.withdrawn === true)) return { kind: 'stale' };
  if (group.some((one) => one.decided.withdrawn !== true && one.decided.witness !== member)) {
    for (const one of own)
      company.records.set(one.id, { ...one, decided: { ...one.decided, withdrawn: true } });
    return { kind: 'applied' };
  }
  for (const one of group) {
    const { strong } = factOf(one);
    if (strong !== null) company.withheld.add(strong);
    for (const other of company.records.values()) {
      if (other.kind === 'sighting' && (other.fact as { touch?: string } | undefined)?.touch === one.id)
        erase(company, other);
    }
    erase(company, one);
  }
  return { kind: 'applied' };
}

function erase(company: Company, record: ModelRecord): void {
  company.records.set(record.id, {
    id: record.id,
    kind: record.kind,
    gone: true,
    fields: {},
    sets: {},
    fact: undefined,
    decided: {},
  });
}

export function unlink(company: Company, id: string): Outcome {
  if (touchOf(company, id) === undefined) return rejected('no-such-record');
  const others = witnesses(company, id).filter((one) => one.id !== id);
  if (others.length === 0) return { kind: 'stale' };
  for (const other of others) company.apart.add(pair(id, other.id));
  if (company.records.get(id)?.decided.link === null) {
    const [root, ...rest] = others.toSorted(older) as [ModelRecord, ...ModelRecord[]];
    setLink(company, root.id, null);
    for (const other of rest) setLink(company, other.id, root.id);
  }
  setLink(company, id, null);
  return { kind: 'applied' };
}
