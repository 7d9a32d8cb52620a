import * as v from 'valibot';
import { expandOperation } from '../../../../shared/protocol/compact-operation.ts';
import { isPlainOperation } from '../../../../shared/protocol/is-plain-operation.ts';
import { type Operation, operationSchema } from '../../../../shared/protocol/operation.ts';
import { pushLimits } from '../../../../shared/protocol/push.ts';
import { type Refused, refuse } from '../decision.ts';
import { describeIssue } from './describe-issue.ts';

export type ParsedPush = { kind: 'parsed'; epoch: number; from: string | null; operations: Operation[] };

/** Refuses what `pushRequest` would refuse of the same operations, and in the same words. */
export function parsePush3(text: string, device: string): ParsedPush | Refused {
  const envelope = parseEnvelope(text);
  if (envelope === null) return refuse('malformed', 'The body does not fit');
  const { epoch, from, compact } = envelope;
  const operations: Operation[] = [];
  const seen = new Set<string>();
  for (const [i, one] of compact.entries()) {
    const expanded = expandOperation(one, device);
    if (isPlainOperation(expanded)) operations.push(expanded);
    else {
      const parsed = v.safeParse(operationSchema, expanded, { abortEarly: true });
      if (!parsed.success) return malformed(i, describeIssue(parsed.issues[0]));
      operations.push(parsed.output);
    }
    const { id } = operations[i] as Operation;
    if (seen.has(id)) return malformed(i, ', expected ids that differ');
    seen.add(id);
  }
  return { kind: 'parsed', epoch, from, operations };
}

function malformed(operation: number, what: string): Refused {
  return refuse('malformed', 'The body does not fit', {
    detail: `.operations[${operation}]${what}`,
    operation,
  });
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
