import * as v from 'valibot';
import { expandOperation } from '../../../../shared/protocol/compact-operation.ts';
import type { Operation } from '../../../../shared/protocol/operation.ts';
import { pushLimits } from '../../../../shared/protocol/push.ts';
import { type Refused, refuse } from '../decision.ts';
import { takeOperations } from './take-operations.ts';

export type ParsedPush = { kind: 'parsed'; epoch: number; from: string | null; operations: Operation[] };

/** Refuses what older versions' pushes are refused for, and in the same words. */
export function parsePush3(text: string, device: string): ParsedPush | Refused {
  const envelope = parseEnvelope(text);
  if (envelope === null) return refuse('malformed', 'The body does not fit');
  const { epoch, from, compact } = envelope;
  const taken = takeOperations(compact, (one) => expandOperation(one, device));
  return taken.kind === 'refused' ? taken : { ...taken, epoch, from };
}

const envelopeSchema = v.strictTuple([
  v.literal(3),
  v.number(),
  v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-hjkmnp-tv-z]{10}$/))),
  v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(pushLimits.operations)),
]);

function parseEnvelope(text: string): { epoch: number; from: string | null; compact: unknown[] } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(envelopeSchema, json, { abortEarly: true });
  if (!parsed.success) return null;
  const [, epoch, from, compact] = parsed.output;
  return { epoch, from, compact };
}
