import * as v from 'valibot';

/**
 * What went wrong, as the interface can explain it: which sentence to show is chosen by `kind`. `unreachable`: no answer from the
 * worker. `storage`: IndexedDB refused (full disk, cleared under us). `not-joined`: this device belongs to no workspace.
 */
export const noticeSchema = v.object({
  kind: v.picklist([
    'unreachable',
    'storage',
    'not-joined',
    'bad-link',
    'malformed',
    'unauthorized',
    'forbidden',
    'not-found',
    'fork',
    'conflict',
    'device-revoked',
    'invitation-spent',
    'too-large',
    'upgrade-required',
    'rate-limited',
    'server-error',
    'overloaded',
  ]),
  /** For developers, never shown as the message. */
  detail: v.optional(v.string()),
  reason: v.optional(v.picklist(['suspended', 'departed', 'revoked'])),
});
export type Notice = v.InferOutput<typeof noticeSchema>;

/** A call's answer: the value, or a notice. */
export function resultOf<S extends v.GenericSchema>(value: S) {
  return v.variant('ok', [
    v.object({ ok: v.literal(true), value }),
    v.object({ ok: v.literal(false), notice: noticeSchema }),
  ]);
}
export type Result<T> = { ok: true; value: T } | { ok: false; notice: Notice };
