import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseAddressList } from '../../../extension/capture/addresses/parse-address-list.ts';
import { parseHeaders } from '../../../extension/capture/mail/parse-headers.ts';

/** `person`: its sender is somebody to know. `bulk`: nobody in it is. `nobody`: it names no sender but the reader's own self. */
export type MailLabel = 'person' | 'bulk' | 'nobody';

/**
 * The rules were made with the first round. The second was written when they held for the first, and its errors were mended as
 * well; the third when they held for both.
 */
const rounds = ['first-round', 'second-round', 'third-round'] as const;

export type LabelledMail = {
  id: string;
  label: MailLabel;
  round: (typeof rounds)[number] | 'fixture';
  /** Bytes as latin1, lines ended by CRLF. */
  eml: string;
  /** Whose mailbox it lies in. */
  mailbox: string;
};

const folder = join(import.meta.dirname, '../bulk-mails');
const jonas = 'jonas.weber@tidewater.test';

/** The mails written by hand: `bulk-mails/ROUND/LABEL/LANGUAGE-KIND-WHAT.eml`. */
export function handWrittenMails(): LabelledMail[] {
  const mails: LabelledMail[] = [];
  for (const round of rounds) {
    for (const label of ['bulk', 'person'] as const) {
      for (const file of readdirSync(join(folder, round, label)).sort()) {
        const text = readFileSync(join(folder, round, label, file), 'latin1');
        const eml = text.replaceAll(/\r?\n/g, '\r\n');
        mails.push({ id: `${round}/${label}/${file}`, label, round, eml, mailbox: jonas });
      }
    }
  }
  return mails;
}

const labelSchema = v.record(v.string(), v.picklist(['person', 'bulk', 'nobody']));
const rowSchema = v.object({ id: v.string(), eml: v.string() });

/** Public fixtures, of which only the labels are ours. Rows without a label are left out. */
export function fixtureMails(rows: readonly unknown[]): LabelledMail[] {
  const labels = v.parse(labelSchema, JSON.parse(readFileSync(join(folder, 'fixture-labels.json'), 'utf8')));
  return rows.flatMap((row): LabelledMail[] => {
    const { id, eml } = v.parse(rowSchema, row);
    const label = labels[id];
    return label === undefined
      ? []
      : [{ id, label, round: 'fixture', eml, mailbox: label === 'bulk' ? jonas : firstRecipient(eml) }];
  });
}

/** A fixture was written to somebody else than Jonas: whoever is named first reads it. */
function firstRecipient(eml: string): string {
  const to = parseHeaders(eml)?.('to')[0] ?? '';
  return parseAddressList(to)[0]?.email ?? jonas;
}
