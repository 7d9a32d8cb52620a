import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import { encodeKnown, idPrefix, noAccount, nobody } from '../../../shared/protocol/known.ts';
import type { Answer, Refused } from '../workspace/decision.ts';
import type { KnownFact, KnownPart } from '../workspace/operations/known.ts';

export type AskKnown = (after: string) => Promise<Answer<KnownPart>>;

const msPerDay = 86_400_000;

/**
 * The index of who is known (shared/protocol/known.ts), gathered part by part. `exact`: also where a record's first address is
 * as good as surely the one that its id was derived from, this is not taken for granted: for everybody that would take seconds.
 */
export async function knownIndex(
  ask: AskKnown,
  { epoch, view, exact }: { epoch: number; view: number; exact: boolean },
): Promise<{ kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'restart'; text: string } | Refused> {
  const gathered = gather();
  let seq: number | null = null;
  for (let after: string | null = ''; after !== null; ) {
    const answer: Answer<KnownPart> = await ask(after);
    if (answer.kind === 'refused') return answer;
    const part: KnownPart = answer.body;
    if (part.kind === 'restart') return part;
    seq ??= part.seq;
    for (const fact of part.facts) gathered.take(fact);
    const { personId, accountId } = await derivationFrom(part.key);
    // All of a part at once: they are computed beside this thread.
    await Promise.all(
      part.facts.map(async (fact) => {
        if (fact.is === 'tie' || fact.is === 'touch') return;
        const all = fact.is === 'account' ? fact.domains : fact.emails;
        const texts = fact.isFirst && !exact ? all.slice(1) : all;
        const derived = fact.is === 'account' ? accountId : personId;
        for (const text of texts) gathered.alias(await derived(text), fact);
      }),
    );
    after = part.next;
  }
  return { kind: 'bytes', bytes: encodeKnown({ epoch, view, seq: seq ?? 0, ...gathered.columns() }) };
}

/** Collects what the parts say; a person's account may come before the person, and a touch before its account. */
function gather() {
  const keys = new Map<bigint, { of: 'account' | 'person'; id: bigint }>();
  const accounts = new Map<bigint, { place: number; steward: string | null; day: number }>();
  const accountOfPerson = new Map<bigint, bigint>();
  const lastTouch = new Map<bigint, number>();

  const key = (id: string, of: 'account' | 'person', owner: string) => {
    const prefix = idPrefix(id);
    // The record that has this very id goes before one that has the address beside others.
    if (id === owner || !keys.has(prefix)) keys.set(prefix, { of, id: idPrefix(owner) });
  };

  return {
    take: (fact: KnownFact) => {
      switch (fact.is) {
        case 'account':
          key(fact.id, 'account', fact.id);
          accounts.set(idPrefix(fact.id), { place: accounts.size, steward: fact.steward, day: 0 });
          return;
        case 'person':
          key(fact.id, 'person', fact.id);
          return;
        case 'tie':
          accountOfPerson.set(idPrefix(fact.person), idPrefix(fact.account));
          return;
        case 'touch':
          for (const id of fact.accounts) {
            const account = idPrefix(id);
            const day = Math.max(0, Math.floor(fact.at / msPerDay));
            lastTouch.set(account, Math.max(lastTouch.get(account) ?? 0, Math.min(day, 0xffff)));
          }
      }
    },
    alias: (id: string, fact: Extract<KnownFact, { is: 'account' | 'person' }>) => key(id, fact.is, fact.id),
    columns: () => {
      const stewards = [...new Set([...accounts.values()].map(({ steward }) => steward))].filter(
        (steward) => steward !== null,
      );
      const place = new Map(stewards.map((steward, i) => [steward, i]));
      const sorted = BigUint64Array.from(keys.keys()).sort();
      const all = [...accounts];
      return {
        stewards,
        keys: sorted,
        accountOf: Uint32Array.from(sorted, (prefix) => {
          const owner = keys.get(prefix);
          const account = owner?.of === 'account' ? owner.id : accountOfPerson.get(owner?.id ?? 0n);
          return account === undefined ? noAccount : (accounts.get(account)?.place ?? noAccount);
        }),
        accounts: BigUint64Array.from(all, ([prefix]) => prefix),
        stewardOf: Uint16Array.from(all, ([, { steward }]) =>
          steward === null ? nobody : (place.get(steward) ?? nobody),
        ),
        lastTouch: Uint16Array.from(all, ([prefix]) => lastTouch.get(prefix) ?? 0),
      };
    },
  };
}
