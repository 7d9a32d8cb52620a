import type { Derivation } from '../../shared/identity/derived-ids.ts';
import { registrableDomain } from '../../shared/identity/registrable-domain.ts';
import { beginningLength, lookUpLimits, lookUpResponse } from '../../shared/protocol/look-up.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { readMeta } from '../db/meta.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';
import { takeNewest } from './take-snapshot.ts';

/** Normalised addresses and registrable domains that a page names. */
export type NamedOnPage = { emails: readonly string[]; domains: readonly string[] };

export type LookAhead = (named: NamedOnPage) => Promise<void>;

/**
 * Asks the server about whom a page names for as long as the pool itself is still on its way, so that the device is right about them
 * from the first second, however large the pool is: an index of all of it takes seconds to make and to fetch. What is found waits
 * where the newest rows do (takeNewest). Asks about nobody twice, unless the way broke. Rejects where IndexedDB does.
 *
 * No address leaves the device, nor an id that would stand for one: nobody has taken these people yet. Whom the pool holds under another
 * address than the one their id comes from is found once the pool is here.
 */
export function createLookAhead(deps: SyncDependencies, derive: () => Promise<Derivation | null>): LookAhead {
  const asked = new Set<string>();
  return async ({ emails, domains }) => {
    const cursor = await readMeta(deps.db, 'cursor');
    const enrolment = await deps.enrolment.read();
    if (enrolment === null || (cursor !== undefined && cursor.seq > 0)) return asked.clear();
    const due = {
      emails: emails.filter((email) => !asked.has(email)).slice(0, lookUpLimits.named),
      domains: domains.filter((domain) => !asked.has(domain)).slice(0, lookUpLimits.named),
    };
    const derivation = due.emails.length + due.domains.length === 0 ? null : await derive();
    if (derivation === null) return;
    for (const one of [...due.emails, ...due.domains]) asked.add(one);
    const taken = await lookUp(deps, enrolment, cursor ?? enrolment.cursor, due, derivation);
    if (!taken) for (const one of [...due.emails, ...due.domains]) asked.delete(one);
  };
}

/** False where the server could not be asked. */
async function lookUp(
  deps: SyncDependencies,
  { server, token }: Enrolment,
  cursor: Enrolment['cursor'],
  named: NamedOnPage,
  derivation: Derivation,
): Promise<boolean> {
  const { epoch, view } = cursor;
  const ids = await idsOf(named, derivation);
  const beginnings = [...new Set(ids.map((id) => id.slice(0, beginningLength)))].sort();
  const request = { proto: protocolVersion, epoch, view, beginnings };
  const answer = await exchange(
    deps,
    server,
    {
      method: 'POST',
      path: '/v1/look-up',
      authorization: `Bearer ${token}`,
      body: JSON.stringify(request),
    },
    lookUpResponse,
  );
  if (answer.kind === 'refused') return false;
  if (answer.body.kind === 'found') await takeNewest(deps.db, answer.body.rows, cursor);
  return true;
}

/** The ids that captures would have given them: people, companies, and the ties between the two. */
async function idsOf({ emails, domains }: NamedOnPage, derivation: Derivation): Promise<string[]> {
  const ids = new Set<string>();
  for (const domain of domains) ids.add(await derivation.accountId(domain));
  for (const email of emails) {
    const person = await derivation.personId(email);
    ids.add(person);
    const domain = registrableDomain(email.slice(email.lastIndexOf('@') + 1));
    if (domain === null) continue;
    const account = await derivation.accountId(domain);
    ids.add(account).add(await derivation.affiliationId(person, account));
  }
  return [...ids];
}
