import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readSignature } from '../../../../extension/capture/signature/read-signature.ts';
import { signatureBlock } from '../../../../shared/capture/signature-block.ts';
import { longestSignatureLine, mostSignatureLines } from '../../../../shared/capture/signature-limits.ts';

const from = { name: 'Ines Duarte', email: 'ines.duarte@bluefinch.example' };
const secret = 'The price that we agreed on is a secret between us, as I said on Friday.';
const lines = (text: string) => readSignature({ text, html: null, from })?.lines ?? null;

describe('what of a mail crosses to the background', () => {
  it('is the closing block, and a gap stays a gap', () => {
    const text = `Hello,\n\n${secret}\n\nBest regards,\nInes Duarte\n\nBluefinch Ltd\n+44 20 7946 0102`;
    expect(lines(text)).toEqual([
      '',
      'Best regards,',
      'Ines Duarte',
      '',
      'Bluefinch Ltd',
      '+44 20 7946 0102',
    ]);
  });

  it('is of a last sentence the name alone', () => {
    expect(lines(`Hello,\n\n${secret} --Ines`)).toEqual(['Ines']);
  });

  it('is nothing of a mail that nobody signed', () => {
    expect(lines(`Hello,\n\n${secret}\n\n${secret}`)).toBeNull();
    expect(lines(`> ${secret}\n> Best regards,\n> Karl Brandt`)).toBeNull();
  });

  it.each([
    ['a disclaimer', `-- \nInes Duarte\n${'This mail is confidential. '.repeat(40)}\n+44 20 7946 0102`],
    ['a sentence without an end', `-- \nInes Duarte\n${'x '.repeat(longestSignatureLine)}\n+44 20 7946 0102`],
  ])('is not %s behind the delimiter', (_, text) => {
    expect(lines(`${secret}\n\n${text}`)).toEqual(['', '--', 'Ines Duarte', '', '+44 20 7946 0102']);
  });

  it('is what the background’s schema takes, however long', () => {
    const text = `${secret}\n-- \n${'Ines Duarte | +44 20 7946 0102\n'.repeat(24)}`;
    for (const repeated of [text, text.replaceAll('\n', '\n\n'), `${text}${'Ines\n'.repeat(500)}`]) {
      const block = readSignature({ text: repeated, html: null, from });
      expect(v.safeParse(v.nullable(signatureBlock), block).success).toBe(true);
      expect(block?.lines.length ?? 0).toBeLessThanOrEqual(mostSignatureLines);
    }
  });
});
