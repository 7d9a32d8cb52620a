import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import type { Database } from '../database.ts';

/** The workspace's capture policy; the default one before the first pull. */
export async function policyInForce(_db: Database): Promise<Policy> {
  return defaultPolicy;
}
