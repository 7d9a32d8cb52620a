import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { rejectionReason } from './operation.ts';

/**
 * Every error of the worker is `application/problem+json` (RFC 9457) whose `type` is one of these URNs. They never change
 * their meaning; the extension chooses its words by them (and never shows `detail`, which is for developers).
 */
export const problemKinds = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  fork: 409,
  conflict: 409,
  /** The device may no longer take part: hand in what is unsent, then wipe. `nonce` comes with it. */
  'device-revoked': 410,
  'invitation-spent': 410,
  'too-large': 413,
  'upgrade-required': 426,
  'rate-limited': 429,
  'server-error': 500,
  /** More is asked of the workspace than it can answer in time. Nothing was done: try again after `Retry-After`, with jitter. */
  overloaded: 503,
} as const;
export type ProblemKind = keyof typeof problemKinds;

const prefix = 'urn:holdfast:problem:';

export const problemSchema = v.looseObject({
  type: v.pipe(v.string(), v.startsWith(prefix)),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  /** device-revoked: why, so that the person can be told. */
  reason: v.optional(v.picklist(['suspended', 'departed', 'revoked'])),
  nonce: v.optional(v.string()),
  /** fork: what the server last took from this device. */
  last: v.optional(v.nullable(v.string())),
  /** fork: what it would not take of this device's last operations, by their ids: whose answer was lost has not heard of it. */
  rejected: v.optional(v.record(idSchema, rejectionReason)),
  /** malformed push: index of the operation that is at fault, where one is. */
  operation: v.optional(v.number()),
});
export type Problem = v.InferOutput<typeof problemSchema>;

export type ProblemDetails = Partial<
  Pick<Problem, 'detail' | 'reason' | 'nonce' | 'last' | 'rejected' | 'operation'>
>;

export function problem(kind: ProblemKind, title: string, details: ProblemDetails = {}): Problem {
  return { type: prefix + kind, title, status: problemKinds[kind], ...details };
}

/** The kind behind a problem's `type`, or null where a newer server names one that this client does not know. */
export function problemKind(type: string): ProblemKind | null {
  const kind = type.startsWith(prefix) ? type.slice(prefix.length) : '';
  return kind in problemKinds ? (kind as ProblemKind) : null;
}
