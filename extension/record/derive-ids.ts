import type { SeenMail } from '../../shared/capture/seen.ts';
import type { Derivation } from '../../shared/identity/derived-ids.ts';
import { matchKeys } from '../../shared/identity/match-keys.ts';

/** Keys of one mail, and strong keys of the newest mails that it answers. */
export type MailKeys = { strong: string | null; weak: string | null; answered: string[] };

/** Ids that were derived beforehand, since deriving is asynchronous and a database transaction must not wait for it. */
export type Ids = {
  person: ReadonlyMap<string, string>;
  account: ReadonlyMap<string, string>;
  /** `<person id> <account id>` → id. */
  affiliation: Map<string, string>;
};

/** A mail answers a whole thread; its newest twenty tell enough. */
const answersLooked = 20;

export async function mailKeysOf(mail: Omit<SeenMail, 'signature'>, derive: Derivation): Promise<MailKeys> {
  const keys = await matchKeys(mail, derive);
  const answers = mail.answers.slice(-answersLooked).map((id) => id.trim().replace(/^<|>$/g, ''));
  const wanted = [...new Set(answers)].filter((id) => id !== '');
  const answered = await Promise.all(wanted.map((id) => derive.matchKey('message-id', id)));
  return { ...keys, answered };
}

/** `ties`: address → domain, of the affiliations that are likely to be needed. */
export async function deriveIds(
  emails: readonly string[],
  domains: readonly string[],
  ties: ReadonlyMap<string, string>,
  derive: Derivation,
): Promise<Ids> {
  const [people, accounts] = await Promise.all([
    Promise.all(emails.map(async (email) => [email, await derive.personId(email)] as const)),
    Promise.all(domains.map(async (domain) => [domain, await derive.accountId(domain)] as const)),
  ]);
  const ids: Ids = { person: new Map(people), account: new Map(accounts), affiliation: new Map() };
  const likely = [...ties].map(([email, domain]) =>
    affiliationKey(ids.person.get(email) ?? '', ids.account.get(domain) ?? ''),
  );
  await deriveAffiliations(ids, likely, derive);
  return ids;
}

export function affiliationKey(person: string, account: string): string {
  return `${person} ${account}`;
}

/** Adds the affiliations' ids that a plan found missing. */
export async function deriveAffiliations(
  ids: Ids,
  missing: Iterable<string>,
  derive: Derivation,
): Promise<void> {
  await Promise.all(
    [...missing].map(async (key) => {
      const [person = '', account = ''] = key.split(' ');
      ids.affiliation.set(key, await derive.affiliationId(person, account));
    }),
  );
}
