import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSignatureFacts } from '../../../../extension/reading/signature/interpret-signature.ts';
import type { SeenPerson } from '../../../../shared/capture/seen.ts';
import { signatureBlock } from '../../../../shared/capture/signature-block.ts';
import { LATER_MAILS, SAMPLE_MAILS } from '../../../webmail/mails/index.ts';
import type { SampleMail } from '../../../webmail/mails/sample-mail.ts';
import { openReader, type ReaderInChromium } from '../web/reader-in-chromium.ts';
import { displayedBody } from './displayed-body.ts';

// What a rep sends carries the rep's own signature, which the samples do not list.
const received = [...SAMPLE_MAILS, ...LATER_MAILS].filter(({ kind }) => kind !== 'sent');

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('extension/capture/signature/read-signature.ts');
});
afterAll(() => chromium?.close());

async function read({ sender, placements: [placed], bytesFor }: SampleMail): Promise<SeenPerson | null> {
  if (placed === undefined) throw new RangeError('a sample that lies nowhere');
  const html = `<!doctype html><body>${displayedBody(bytesFor(placed.mailbox), 'v1')}`;
  const input = `{ text: '', html: document.body, from: ${JSON.stringify(sender)} }`;
  const { value } = await chromium.read('https://mail.example/', html, `reader.readSignature(${input})`);
  const block = v.parse(v.nullable(signatureBlock), value);
  return block === null ? null : readSignatureFacts(block, sender);
}

test.each(received.map((mail) => [mail.slug, mail] as const))('the signature in %s', async (_, mail) => {
  const seen = await read(mail);
  const expected = mail.signature;
  expect({
    title: seen?.title ?? null,
    organisation: seen?.organisation ?? null,
    phones: [...(seen?.phones ?? []), ...(seen?.faxes ?? [])],
    emails: seen?.emails ?? [],
    address: seen?.address ?? null,
  }).toEqual({
    title: expected?.title ?? null,
    organisation: expected?.organisation ?? null,
    phones: expected?.phones ?? [],
    emails: expected?.emails ?? [],
    address: expected?.address ?? null,
  });
  // A link counts besides the text that it is shown as.
  expect(seen?.urls ?? []).toEqual(expect.arrayContaining([...(expected?.urls ?? [])]));
  if (expected !== null) expect(seen?.name).toBe(expected.name);
});
