import * as v from 'valibot';
import { defaultPolicy, type Policy, policySchema } from '../../../shared/domain/policy.ts';
import type { Database } from '../database.ts';

/** The workspace's capture policy; the default one before the first pull. */
export async function policyInForce(db: Database): Promise<Policy> {
  const row = await db.policy.toCollection().first();
  const parsed = v.safeParse(policySchema, row?.view.fact);
  return parsed.success ? parsed.output : defaultPolicy;
}
