import * as v from 'valibot';
import { operationSchema } from './operation.ts';

export const quarantineLimits = { operations: 2000, bytes: 2 * 1024 * 1024 } as const;

/** POST /v1/quarantine, from a revoked device: what it had not sent. Merged by nobody but an admin. */
export const quarantineRequest = v.object({
  nonce: v.string(),
  operations: v.pipe(v.array(operationSchema), v.maxLength(quarantineLimits.operations)),
});
export const quarantineResponse = v.object({ kept: v.number() });

/** POST /v1/wiped, from a revoked device: its database is deleted. */
export const wipedRequest = v.object({ nonce: v.string() });
