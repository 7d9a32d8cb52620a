import * as v from 'valibot';
import { defaultPolicy, type Policy, policySchema } from '../../../shared/domain/policy.ts';
import type { Database } from '../database.ts';
import { viewOf } from '../held-state.ts';

/** The workspace's capture policy, its addresses and domains in lower case; the default one before the first pull. */
export async function policyInForce(db: Database): Promise<Policy> {
  const row = await db.policy.toCollection().first();
  const parsed = v.safeParse(policySchema, row === undefined ? null : viewOf(row).fact);
  return parsed.success ? inLowerCase(parsed.output) : defaultPolicy;
}

/** Everything that is compared with them is in lower case, and an admin may have typed them otherwise. */
function inLowerCase({ ownDomains, never, freemail, ...rest }: Policy): Policy {
  const lower = (texts: readonly string[]) => texts.map((text) => text.trim().toLowerCase());
  return {
    ...rest,
    ownDomains: lower(ownDomains),
    never: {
      addresses: lower(never.addresses),
      domains: lower(never.domains),
      sites: lower(never.sites),
    },
    freemail: { also: lower(freemail.also), not: lower(freemail.not) },
  };
}
