import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSignatureLines } from '../../../../extension/capture/signature/find-signature-lines.ts';
import { readSignature } from '../../../../extension/capture/signature/read-signature.ts';
import { readSignatureFacts } from '../../../../extension/reading/signature/interpret-signature.ts';

const ines = { name: 'Inês Duarte', email: 'ines.duarte@bluefinch.example' };
const read = (text: string, from: { name: string | null; email: string } | null = ines) => {
  const block = readSignature({ text, html: null, from });
  return block === null ? null : readSignatureFacts(block, from);
};
const body = 'Hello Amira,\n\nthe samples leave on Friday, as we said on the phone.\n\n';

describe('the sender’s own signature', () => {
  test('behind the delimiter', () => {
    const text = `${body}-- \nInês Duarte\nHead of Sales\nBluefinch Ltd | 4 Kiln Lane | London SE1 2AB\nT: +44 20 7946 0102  F: +44 20 7946 0199\nines.duarte@bluefinch.example · www.bluefinch.example`;
    expect(read(text)).toEqual({
      name: 'Inês Duarte',
      title: 'Head of Sales',
      organisation: 'Bluefinch Ltd',
      phones: ['+44 20 7946 0102'],
      faxes: ['+44 20 7946 0199'],
      emails: ['ines.duarte@bluefinch.example'],
      urls: ['www.bluefinch.example'],
      address: '4 Kiln Lane, London SE1 2AB',
      sure: 0.9,
    });
  });

  test.each([
    ['English', 'Kind regards,\nInês Duarte\nBuyer\n+44 20 7946 0102'],
    ['German', 'Mit freundlichen Grüßen\n\nInês Duarte\nLeiterin Einkauf\nTel. 0421 555 01 10'],
    ['French', 'Bien cordialement,\nInês Duarte\nDirectrice des achats\nTél. : 04 72 55 50 10'],
    ['Spanish', 'Un cordial saludo,\nInês Duarte\nJefa de compras\nTel. 963 555 010'],
    ['Portuguese', 'Com os melhores cumprimentos\nInês Duarte\nDiretora comercial\nTel: +351 22 555 0110'],
    ['Italian', 'Cordiali saluti\nInês Duarte\nResponsabile acquisti\nTel. 02 5555 0110'],
    ['Dutch', 'Met vriendelijke groet,\nInês Duarte\nAdviseur\nTel: 020 555 0110'],
    ['Polish', 'Z poważaniem\nInês Duarte\nKierownik zakupów\ntel. 22 555 01 10'],
    ['Czech', 'S pozdravem\nInês Duarte\nvedoucí nákupu\ntel. +420 555 010 110'],
    ['Swedish', 'Med vänliga hälsningar\nInês Duarte\nProjektledare\nTel 08-555 010 11'],
    ['Russian', 'С уважением,\nInês Duarte\nМенеджер\nТел. +7 495 555 01 10'],
    ['Turkish', 'Saygılarımla\nInês Duarte\nSatış Müdürü\nTel: 0212 555 01 10'],
    ['Japanese', 'よろしくお願いいたします。\nInês Duarte\n部長\nTEL 03-5555-0110'],
  ])('after a closing in %s', (_, signature) => {
    const person = read(`${body}${signature}`);
    expect(person).toMatchObject({ name: 'Inês Duarte', sure: 0.9 });
    expect(person?.title).toBe(signature.split('\n').filter((line) => line !== '')[2]);
    expect(person?.phones).toHaveLength(1);
  });

  test('its lines, without blank ones and without what mail programs add', () => {
    const text = `${body}Best,\nInês\n\nP.S. The blue ones too.\n\nThis message is confidential and only for the intended recipient.`;
    expect(findSignatureLines(text, ines)).toEqual([4, 5]);
  });

  test.each([
    '감사합니다.',
    '以上、よろしくお願いいたします。',
    '何卒よろしくお願い申し上げます。',
    '谢谢！',
  ])('from a closing without spaces on: %s', (closing) => {
    expect(findSignatureLines(`${body}${closing}\nInês`, ines)).toEqual([4, 5]);
  });

  test('a fax under a label in Arabic or Korean', () => {
    expect(read(`${body}-- \nInês Duarte\nفاكس: +971 4 555 0162\n팩스 +82 2 555 0110`)?.faxes).toHaveLength(
      2,
    );
  });

  test('a first name or initials alone are a name, and not much of one', () => {
    expect(read(`${body}Thanks,\nInês`)).toEqual({ name: 'Inês', sure: 0.3 });
    expect(read(`${body}ID`)).toEqual({ name: 'ID', sure: 0.3 });
    expect(read('See you on Friday then. --Inês')).toEqual({ name: 'Inês', sure: 0.3 });
  });

  test('numbers that are no telephone are left alone', () => {
    const text = `${body}-- \nInês Duarte\nUSt-IdNr. DE 123 456 789\nHRB 1234567\nIBAN DE02 1203 0000 0000 2020 51\n12.05.2026\nMobil +49 170 5550110`;
    expect(read(text)?.phones).toEqual(['+49 170 5550110']);
  });

  test.each([
    ['T (+34) 986 555 010', ['(+34) 986 555 010']],
    ['T +34 986 555 010 / (+34) 600 555 010', ['+34 986 555 010', '(+34) 600 555 010']],
    ['Inês Duarte (+34 986 555 010)', ['+34 986 555 010']],
    ['Inês Duarte (986 555 010)', ['986 555 010']],
    ['T +(34) 986 555 010', ['+(34) 986 555 010']],
    ['T (0421) 555-01 10', ['(0421) 555-01 10']],
  ])('a number’s brackets come in pairs: %s', (line, phones) => {
    expect(read(`${body}-- \nInês Duarte\n${line}`)?.phones).toEqual(phones);
  });
});

describe('the organisation', () => {
  test.each([
    ['宮坂精機株式会社'],
    ['（株）宮坂精機'],
    ['青岛海风机械有限公司'],
    ['海风集团'],
    ['한빛정밀 주식회사'],
    ['شركة النخيل للتوريدات الصناعية'],
    ['مؤسسة النخيل'],
    ['Gärtnerei Grün & Söhne'],
    ['Duarte y Hijos'],
    ['Deniz Makina A.Ş.'],
    ['Gießerei Ahlers'],
  ])('has a legal form or a trade in its name: %s', (organisation) => {
    const text = `${body}-- \nInês Duarte\nBuyer\n${organisation}\n+44 20 7946 0102`;
    expect(read(text)).toMatchObject({ name: 'Inês Duarte', title: 'Buyer', organisation });
  });

  test('is no title that has such letters within its words', () => {
    const text = `${body}-- \nInês Duarte\nKey partner manager\n+44 20 7946 0102`;
    expect(read(text)).toMatchObject({ title: 'Key partner manager' });
  });

  test.each([
    ['ines@blumen-gruen.example'],
    ['ines@blumen-grün.example'],
    ['ines@xn--blumen-grn-yhb.example'],
    ['ines@mail.blumen-gruen.example'],
  ])('is called as the domain of %s', (email) => {
    const text = `${body}-- \nInês Duarte\nBuyer\nBlumen Grün\n+44 20 7946 0102`;
    expect(read(text, { name: 'Inês Duarte', email })?.organisation).toBe('Blumen Grün');
  });

  test('is what stands between the title and the address, and not what else stands there', () => {
    const text = `${body}-- \nInês Duarte\nBuyer\nKiln Interiors\n4 Kiln Lane\nLondon SE1 2AB`;
    expect(read(text)).toMatchObject({
      title: 'Buyer',
      organisation: 'Kiln Interiors',
      address: '4 Kiln Lane, London SE1 2AB',
    });
    expect(read(`${body}-- \nInês Duarte\nBuyer\nLondon\n+44 20 7946 0102`)?.organisation).toBeUndefined();
  });

  test('goes without the department behind it', () => {
    expect(read(`${body}-- \nInês Duarte\nBluefinch Ltd, Security`)?.organisation).toBe('Bluefinch Ltd');
    expect(read(`${body}-- \nInês Duarte\nBluefinch, Inc.`)?.organisation).toBe('Bluefinch, Inc.');
  });

  test('stands above the name in East Asia', () => {
    const text =
      'お世話になっております。\n\n━━━━━\n宮坂精機株式会社\n購買部 部長　高橋 健一（たかはし けんいち）\nTEL 03-5550-1490\n━━━━━';
    expect(read(text, { name: '高橋 健一', email: 'k-takahashi@miyasaka-seiki.example' })).toEqual({
      name: '高橋 健一',
      title: '購買部 部長',
      organisation: '宮坂精機株式会社',
      phones: ['03-5550-1490'],
      sure: 0.9,
    });
  });
});

describe('the name', () => {
  test.each(['i. A.', 'i.V.', 'ppa.', 'pp.'])('goes without the %s of who signs for others', (proxy) => {
    expect(read(`${body}${proxy} Inês Duarte\n+44 20 7946 0102`)).toMatchObject({ name: 'Inês Duarte' });
  });

  test('is not what somebody else’s address as a display name says', () => {
    const from = { name: 'ines.duarte@bluefinch.example', email: 'accounts@bluef1nch.example' };
    expect(read(`${body}Inês Duarte\nBluefinch Ltd`, from)).toBeNull();
  });
});

describe('the address', () => {
  test.each([
    ['Průmyslová 1418/22, 779 00 Olomouc'],
    ['Skeppsbron 9, 411 21 Göteborg'],
    ['Usher Quay 40, Dublin 8'],
    ['An der Ziegelei 7a, 44795 Bochum'],
  ])('%s', (address) => {
    expect(read(`${body}-- \nInês Duarte\nBluefinch Ltd\n${address}`)).toMatchObject({
      organisation: 'Bluefinch Ltd',
      address,
    });
  });

  test('holds the street above its postcode', () => {
    const text = `${body}-- \nInês Duarte\nBuyer\nAn der Kaje 7a\n44795 Bochum`;
    expect(read(text)).toMatchObject({ title: 'Buyer', address: 'An der Kaje 7a, 44795 Bochum' });
  });
});

describe('what is not the sender’s', () => {
  const theirs = 'Kind regards,\nAmira Haddad\nSales\n+49 40 555 0110';
  test.each([
    [
      'under an English quote',
      `On Mon, 3 May 2026 at 10:12, Amira Haddad <amira.haddad@tidewater.test>\nwrote:\n\n${theirs}`,
    ],
    ['under a German quote', `Am 03.05.2026 um 10:12 schrieb Amira Haddad:\n${theirs}`],
    [
      'under a French quote',
      `Le lun. 3 mai 2026 à 10:12, Amira Haddad <amira.haddad@tidewater.test> a écrit :\n${theirs}`,
    ],
    [
      'under a Spanish quote',
      `El lun, 3 may 2026 a las 10:12, Amira Haddad (<amira.haddad@tidewater.test>) escribió:\n${theirs}`,
    ],
    ['under a separator', `-----Original Message-----\n${theirs}`],
    ['under a separator in German', `-----Ursprüngliche Nachricht-----\n${theirs}`],
    [
      'under a forwarded head',
      `From: Amira Haddad <amira.haddad@tidewater.test>\nSent: Monday, 3 May 2026 10:12\nTo: Inês\nSubject: Samples\n\n${theirs}`,
    ],
    [
      'under a head in Czech',
      `Od: Amira Haddad <amira.haddad@tidewater.test>\nOdesláno: 3. května 2026 10:12\nKomu: Inês\nPředmět: Vzorky\n\n${theirs}`,
    ],
    ['behind quote marks', theirs.replace(/^/gm, '> ')],
    ['behind quote marks, at length', '> Hello Inês,\n> thank you.\n\n'.repeat(12)],
  ])('%s', (_, quoted) => {
    expect(read(`${body}${quoted}`)).toBeNull();
    expect(read(`${body}Best,\nInês Duarte\n+44 20 7946 0102\n\n${quoted}`)).toMatchObject({
      name: 'Inês Duarte',
      phones: ['+44 20 7946 0102'],
    });
  });

  test('somebody else’s full name', () => {
    expect(read(`${body}-- \n${theirs}`)).toBeNull();
  });

  test('a colleague’s signature under a shared mailbox is read, unsurely', () => {
    expect(read(`${body}-- \n${theirs}`, { name: null, email: 'sales@tidewater.test' })).toMatchObject({
      name: 'Amira Haddad',
      sure: 0.4,
    });
  });

  test('a mail without one', () => {
    expect(read('Please call Tom at 020 7946 0103 tomorrow, he knows.')).toBeNull();
    expect(read('')).toBeNull();
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    '\n',
    '-- \n',
    'Inês Duarte',
    'Thanks,',
    '+44 20 7946 0102',
    'a@b.example',
    'www.x.example',
    '> ',
    'From: a@b.example\n',
    ' ',
    '\t',
    '|',
    'GmbH',
    'Manager',
    '12 High Street',
  );

  test('it never throws, and every fact stands in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const person = read(text);
        for (const fact of [person?.emails, person?.phones, person?.faxes, person?.urls].flatMap(
          (facts) => facts ?? [],
        )) {
          expect(text).toContain(fact);
        }
      }),
      { numRuns: 1500, seed: 3 },
    );
  });

  test.each([
    'a',
    '1',
    '(',
    '1 ',
    '\n',
    'a@',
    '-',
    '_',
    '> ',
    'a.',
    'x ',
    '1\n',
    'Thanks,\n',
    'From: a\n',
    ' \t',
    '+',
    '\u00a0',
    'A, ',
    'www.',
    '1.1/',
    '（',
    '(+1',
    'i. A. ',
    ', 1 ',
    'abc 1\n',
    '部長 ',
    'よろしく',
    '━',
  ])('400,000 characters of %j end', (unit) => {
    const text = unit.repeat(400_000 / unit.length);
    expect(() => read(text)).not.toThrow();
    expect(() => read(`${text.slice(0, 100_000)}\n-- \n${text.slice(0, 50_000)}`)).not.toThrow();
  });
});
