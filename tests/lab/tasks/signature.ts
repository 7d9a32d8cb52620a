import * as v from 'valibot';
import { parseHeaderMailboxes } from '../../../extension/capture/addresses/parse-header-mailboxes.ts';
import { findSignatureLines } from '../../../extension/capture/signature/find-signature-lines.ts';
import { readSignature } from '../../../extension/capture/signature/read-signature.ts';
import { readSignatureFacts } from '../../../extension/reading/signature/interpret-signature.ts';
import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { type LabTask, rowByRow } from '../task.ts';

const row = v.object({
  text: v.string(),
  from: v.nullish(
    v.union([v.string(), v.object({ name: v.nullish(v.string()), email: v.nullish(v.string()) })]),
  ),
});

/** `{id, text, from}` → `{id, lines, fields}`; `from` is a mailbox, a header's text, or missing. */
export const task: LabTask = {
  options: {},
  open: async () =>
    rowByRow(row, ({ text, from }) => {
      const sender = senderOf(from);
      const block = readSignature({ text, html: null, from: sender });
      const person = block === null ? null : readSignatureFacts(block, sender);
      const { name, title, organisation, address } = person ?? {};
      return {
        lines: findSignatureLines(text, sender),
        fields: {
          ...(name === undefined ? {} : { name }),
          ...(title === undefined ? {} : { title }),
          ...(organisation === undefined ? {} : { organisation }),
          phones: (person?.phones ?? []).map(withoutExtension),
          faxes: (person?.faxes ?? []).map(withoutExtension),
          emails: person?.emails ?? [],
          urls: person?.urls ?? [],
          ...(address === undefined ? {} : { address }),
        },
      };
    }),
};

/** The evaluation compares numbers as E.164 does, which has no extensions. */
function withoutExtension(phone: string): string {
  return phone.replace(/(?:ext|extension|x|dw|poste|ramal|anexo)\.?\s?-?\d{1,6}$/i, '').trim();
}

/** `Doe, John` and `John` alone are names too: senders of old mail often come without an address. */
function senderOf(from: v.InferOutput<typeof row>['from']): SeenMailbox | null {
  if (from === null || from === undefined) return null;
  if (typeof from !== 'string') return { name: from.name ?? null, email: from.email ?? '' };
  const [mailbox] = parseHeaderMailboxes(from);
  if (mailbox?.address.includes('@')) return { name: mailbox.name, email: mailbox.address };
  return from.trim() === '' ? null : { name: from.trim(), email: '' };
}
