import { describe, expect, it } from 'vitest';
import { readSignature } from '../../../../extension/capture/signature/read-signature.ts';
import { readSignatureFacts } from '../../../../extension/reading/signature/interpret-signature.ts';
import { asianAndArabic } from './samples/asian-and-arabic.ts';
import { european } from './samples/european.ts';
import { hostile } from './samples/hostile.ts';
import { modern } from './samples/modern.ts';
import { northernAndEastern } from './samples/northern-and-eastern.ts';
import type { SignatureSample } from './samples/signature-sample.ts';

const read = ({ text, from }: SignatureSample) => {
  const block = readSignature({ text, html: null, from });
  const facts = block === null ? null : readSignatureFacts(block, from);
  if (facts === null) return null;
  const { sure: _, ...said } = facts;
  return said;
};

describe.each([
  ['western Europe', european],
  ['northern and eastern Europe', northernAndEastern],
  ['Asia and Arabia', asianAndArabic],
  ['today’s English', modern],
  ['hostile mails', hostile],
])('signatures of %s', (_, samples) => {
  it.each(samples.map((sample) => [sample.what, sample] as const))('%s', (_what, sample) => {
    expect(read(sample)).toEqual(sample.expected);
  });
});
