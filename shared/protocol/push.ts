import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { operationSchema, outcomeSchema } from './operation.ts';

export const pushLimits = { operations: 500, bytes: 512 * 1024 } as const;

/** POST /v1/push, gzipped where it pays. */
export const pushRequest = v.object({
  proto: v.number(),
  /** The workspace epoch that the device was bootstrapped in. */
  epoch: v.number(),
  /** The id of the last operation that the server acknowledged to this device; null before the first. */
  from: v.nullable(idSchema),
  operations: v.pipe(v.array(operationSchema), v.minLength(1), v.maxLength(pushLimits.operations)),
});
export type PushRequest = v.InferOutput<typeof pushRequest>;

export const pushResponse = v.object({
  /** One for each operation, in order. */
  outcomes: v.array(v.object({ id: idSchema, outcome: outcomeSchema })),
  last: idSchema,
  /** Once the device's cursor has reached this, the effects of all these operations have been pulled. */
  seq: v.number(),
  /** Server's clock, milliseconds since the epoch. */
  now: v.number(),
});
export type PushResponse = v.InferOutput<typeof pushResponse>;
