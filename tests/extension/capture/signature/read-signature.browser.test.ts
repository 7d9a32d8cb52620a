import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSignatureFacts } from '../../../../extension/reading/signature/interpret-signature.ts';
import { signatureBlock } from '../../../../shared/capture/signature-block.ts';
import { openReader, type ReaderInChromium } from '../web/reader-in-chromium.ts';

const from = { name: 'Inês Duarte', email: 'ines.duarte@bluefinch.example' };
const theirs = '<p>Kind regards<br>Amira Haddad<br>Sales<br>+49 40 555 0110</p>';

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('extension/capture/signature/read-signature.ts');
});
afterAll(() => chromium?.close());

async function read(html: string): Promise<unknown> {
  const input = `{ text: '', html: document.body, from: ${JSON.stringify(from)} }`;
  const { value, requests } = await chromium.read(
    'https://mail.example/',
    html,
    `reader.readSignature(${input})`,
  );
  expect(requests).toEqual([]);
  const block = v.parse(v.nullable(signatureBlock), value);
  return block === null ? null : readSignatureFacts(block, from);
}

describe('a signature in a mail’s HTML', () => {
  test('that Gmail marked, between the text and the quote', async () => {
    const mail = `<div dir="ltr">The samples leave on Friday.<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br>
      <div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr"><b>Inês Duarte</b><div>Head of Sales</div><div>Bluefinch Ltd</div><div><a href="tel:+442079460102">+44 20 7946 0102</a></div></div></div></div>
      <div class="gmail_quote"><div class="gmail_attr">On Mon Amira wrote:</div><blockquote class="gmail_quote">${theirs}</blockquote></div>`;
    expect(await read(mail)).toEqual({
      name: 'Inês Duarte',
      title: 'Head of Sales',
      organisation: 'Bluefinch Ltd',
      phones: ['+44 20 7946 0102'],
      sure: 0.9,
    });
  });

  test.each(['v1', 'v12', 'x_'])('whose marks a webmail has put %j before', async (prefix) => {
    const mail = `<div>The samples leave on Friday.<br><div class="${prefix}gmail_signature">Inês Duarte<br>T (+34) 986 555 010<br>The Old Mill</div></div>
      <div class="${prefix}gmail_attr">Amira:</div><div class="${prefix}gmail_quote">${theirs}</div><div id="${prefix}divRplyFwdMsg">Amira</div>${theirs}`;
    expect(await read(mail)).toEqual({ name: 'Inês Duarte', phones: ['(+34) 986 555 010'], sure: 0.9 });
    const answer = `<p>As said on the phone, the samples leave on Friday.</p><div id="${prefix}divRplyFwdMsg">Amira</div>${theirs}`;
    expect(await read(answer)).toBeNull();
  });

  test('in an Outlook table, with addresses that its links hide', async () => {
    const mail = `<p class="MsoNormal">The samples leave on Friday.</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Best regards,</p>
      <table><tbody><tr><td rowspan="4"><img src="https://cdn.example/logo.png"></td><td><b>Inês Duarte</b></td></tr><tr><td>Head of Sales</td></tr>
      <tr><td><p>M&nbsp;+44 7700 900 102</p></td><td><a href="mailto:ines.duarte@bluefinch.example">E-mail</a></td></tr><tr><td><a href="https://www.bluefinch.example/">Website</a></td></tr></tbody></table>
      <div id="divRplyFwdMsg"><b>From:</b> Amira</div>${theirs}`;
    expect(await read(mail)).toEqual({
      name: 'Inês Duarte',
      title: 'Head of Sales',
      phones: ['+44 7700 900 102'],
      emails: ['ines.duarte@bluefinch.example'],
      urls: ['https://www.bluefinch.example/'],
      sure: 0.9,
    });
  });

  test('in plain text that is shown preformatted', async () => {
    const mail = '<pre>The samples leave on Friday.\n\n-- \nInês Duarte\nBuyer, Bluefinch Ltd\n</pre>';
    expect(await read(mail)).toMatchObject({
      name: 'Inês Duarte',
      title: 'Buyer',
      organisation: 'Bluefinch Ltd',
    });
  });

  test.each([
    ['a quote', `<blockquote type="cite">${theirs}</blockquote>`],
    [
      'a forwarded head',
      `<div><b>Von:</b> Amira Haddad<br><b>Gesendet:</b> Montag, 3. Mai 2026 10:12<br><b>An:</b> Inês<br><b>Betreff:</b> Muster</div>${theirs}`,
    ],
    ['a hidden part', `<div style="display: none">${theirs}</div>`],
    [
      'a quote with a marked signature',
      `<div>Am 03.05.2026 um 10:12 schrieb Amira:</div><div class="moz-signature">${theirs}</div>`,
    ],
  ])('under %s is not the sender’s', async (_, part) => {
    expect(await read(`<p>The samples leave on Friday.</p>${part}`)).toBeNull();
  });

  test('of hundreds of marked lines hands over the first ones', async () => {
    const rest = '<div>Bluefinch Ltd</div>'.repeat(400);
    const mail = `<p>The samples leave.</p><div class="gmail_signature"><div>Inês Duarte</div>${rest}</div>`;
    expect(await read(mail)).toMatchObject({ name: 'Inês Duarte', organisation: 'Bluefinch Ltd' });
  });

  test('ends on very large and very deep bodies', async () => {
    expect(await read(`${'<p>line</p>'.repeat(60_000)}<p>Inês Duarte</p>`)).toBeNull();
    expect(await read(`<p>Best,<br>Inês</p>${'<div>'.repeat(5000)}x`)).not.toBeUndefined();
  });
});
