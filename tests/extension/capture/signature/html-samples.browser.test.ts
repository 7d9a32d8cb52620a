import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSignatureFacts } from '../../../../extension/reading/signature/interpret-signature.ts';
import { signatureBlock } from '../../../../shared/capture/signature-block.ts';
import { openReader, type ReaderInChromium } from '../web/reader-in-chromium.ts';
import { htmlSamples } from './html-samples.ts';

const from = { name: 'Ines Duarte', email: 'ines.duarte@bluefinch.example' };

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('extension/capture/signature/read-signature.ts');
});
afterAll(() => chromium?.close());

test.each(htmlSamples.map((sample) => [sample.what, sample] as const))(
  '%s',
  async (_, { html, expected }) => {
    const input = `{ text: '', html: document.body, from: ${JSON.stringify(from)} }`;
    const { value } = await chromium.read('https://mail.example/', html, `reader.readSignature(${input})`);
    const block = v.parse(v.nullable(signatureBlock), value);
    const facts = block === null ? null : readSignatureFacts(block, from);
    if (facts === null) return expect(expected).toBeNull();
    const { sure: _sure, ...said } = facts;
    expect(said).toEqual(expected);
  },
);
