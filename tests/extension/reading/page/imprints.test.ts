import { describe, expect, test } from 'vitest';
import { card, type Described, interpreted, type MadeUpLine } from './made-up-page.ts';

type Imprint = {
  lines: readonly MadeUpLine[];
  where: Described;
  company: { name: string; phones?: string[]; emails?: string[]; domains?: string[] };
  people: { name: string; title?: string }[];
};

const imprints: Record<string, Imprint> = {
  German: {
    lines: [
      { text: 'Impressum', kind: 'title' },
      'Angaben gemäß § 5 TMG',
      'Ellerholz Maschinenbau GmbH',
      'Hafenstraße 12',
      '28195 Bremen',
      'Telefon: +49 421 555 01 10',
      'Telefax: +49 421 555 01 99',
      'E-Mail: info (at) ellerholz (dot) example',
      'Geschäftsführer: Jörn Bremer, Wiebke Tjarks',
      'Registergericht: Amtsgericht Bremen, HRB 12345',
    ],
    where: { host: 'www.ellerholz.example', lang: 'de' },
    company: {
      name: 'Ellerholz Maschinenbau GmbH',
      phones: ['+49 421 555 01 10'],
      emails: ['info@ellerholz.example'],
      domains: ['ellerholz.example'],
    },
    people: [
      { name: 'Jörn Bremer', title: 'Geschäftsführer' },
      { name: 'Wiebke Tjarks', title: 'Geschäftsführer' },
    ],
  },
  French: {
    lines: [
      { text: 'Mentions légales | Atelier Lumen', kind: 'title' },
      'Éditeur du site',
      'Atelier Lumen SARL',
      '14 rue des Lilas',
      '69003 Lyon',
      'Tél. : 04 72 00 11 22',
      'Directeur de la publication : Étienne Rousselot',
      'Fax : 04 72 00 11 23',
    ],
    where: { host: 'atelier-lumen.example', lang: 'fr' },
    company: { name: 'Atelier Lumen SARL', phones: ['04 72 00 11 22'], domains: ['atelier-lumen.example'] },
    people: [{ name: 'Étienne Rousselot', title: 'Directeur de la publication' }],
  },
  Spanish: {
    lines: [
      { text: 'Aviso legal - Talleres Roble', kind: 'title' },
      'Titular: Talleres Roble, S.L.',
      'Calle Mayor 12, 28013 Madrid',
      'Teléfono: 91 555 01 23',
      'Administradora única: Lucía Ferrer Ibáñez',
    ],
    where: { host: 'talleresroble.example', lang: 'es' },
    company: { name: 'Talleres Roble, S.L.', phones: ['91 555 01 23'], domains: ['talleresroble.example'] },
    people: [{ name: 'Lucía Ferrer Ibáñez', title: 'Administradora única' }],
  },
  Italian: {
    lines: [
      { text: 'Note legali', kind: 'title' },
      'Officine Belmonte S.r.l.',
      'Via Garibaldi 5, 10122 Torino',
      'Tel. 011 555 0123',
      'Legale rappresentante: Ottavio Belmonte',
    ],
    where: { host: 'belmonte.example', lang: 'it' },
    company: { name: 'Officine Belmonte S.r.l.', phones: ['011 555 0123'], domains: ['belmonte.example'] },
    people: [{ name: 'Ottavio Belmonte', title: 'Legale rappresentante' }],
  },
  Portuguese: {
    lines: [
      { text: 'Contato - Serra Azul', kind: 'title' },
      'Serra Azul Ltda.',
      'Diretora: Beatriz Nogueira',
      'Tel: (11) 5550-1234',
    ],
    where: { host: 'serraazul.example', lang: 'pt-BR' },
    company: { name: 'Serra Azul Ltda.', phones: ['(11) 5550-1234'], domains: ['serraazul.example'] },
    people: [{ name: 'Beatriz Nogueira', title: 'Diretora' }],
  },
  Czech: {
    lines: [
      { text: 'Kontakty | Lipová dílna', kind: 'title' },
      'Lipová dílna s.r.o.',
      'Jednatel: Ondřej Havránek',
      'Tel.: +420 555 010 123',
    ],
    where: { host: 'lipova-dilna.example', lang: 'cs' },
    company: { name: 'Lipová dílna s.r.o.', phones: ['+420 555 010 123'], domains: ['lipova-dilna.example'] },
    people: [{ name: 'Ondřej Havránek', title: 'Jednatel' }],
  },
  Polish: {
    lines: [
      { text: 'Kontakt - Brzoza', kind: 'title' },
      'Brzoza Sp. z o.o.',
      'Prezes zarządu: Grażyna Wilk',
      'tel. 22 555 01 23',
    ],
    where: { host: 'brzoza.example', lang: 'pl' },
    company: { name: 'Brzoza Sp. z o.o.', phones: ['22 555 01 23'], domains: ['brzoza.example'] },
    people: [{ name: 'Grażyna Wilk', title: 'Prezes zarządu' }],
  },
  Russian: {
    lines: [
      { text: 'Контакты', kind: 'title' },
      'ООО «Берёза»',
      'Генеральный директор: Сергей Лебедев',
      'Тел.: +7 495 555-01-23',
      'Факс: +7 495 555-01-24',
    ],
    where: { host: 'bereza.example', lang: 'ru' },
    company: { name: 'ООО «Берёза»', phones: ['+7 495 555-01-23'], domains: ['bereza.example'] },
    people: [{ name: 'Сергей Лебедев', title: 'Генеральный директор' }],
  },
  Japanese: {
    lines: [
      { text: '会社概要 | 青葉工業株式会社', kind: 'title' },
      '会社名',
      '青葉工業株式会社',
      '代表取締役社長 山田 太郎',
      '電話 03-5550-0123',
      'FAX 03-5550-0124',
    ],
    where: { host: 'aoba-kogyo.example', lang: 'ja' },
    company: { name: '青葉工業株式会社', phones: ['03-5550-0123'] },
    people: [{ name: '山田 太郎', title: '代表取締役社長' }],
  },
  Korean: {
    lines: [
      { text: '회사소개', kind: 'title' },
      '상호: 푸른들 주식회사',
      '대표이사: 김민수',
      '전화: 02-555-0123',
    ],
    where: { host: 'pureundeul.example', lang: 'ko' },
    company: { name: '푸른들 주식회사', phones: ['02-555-0123'] },
    people: [{ name: '김민수', title: '대표이사' }],
  },
  Arabic: {
    lines: [
      { text: 'اتصل بنا', kind: 'title' },
      'شركة الواحة',
      'المدير العام: أحمد حداد',
      'هاتف: +971 4 555 0123',
    ],
    where: { host: 'oasis-trading.example', lang: 'ar' },
    company: { name: 'شركة الواحة', phones: ['+971 4 555 0123'] },
    people: [{ name: 'أحمد حداد', title: 'المدير العام' }],
  },
  Swedish: {
    lines: [
      { text: 'Kontakt | Granlund', kind: 'title' },
      ...card('Åsa Lindqvist', 'Säljare', '08-555 012 34'),
      ...card('Per Nyström', 'VD', '08-555 012 35'),
      {
        text: '© 2025 Granlund AB. Alla rättigheter förbehållna.',
        depth: 3,
        shared: 2,
        zones: ['footer'],
      },
    ],
    where: { host: 'granlund.example', lang: 'sv' },
    company: { name: 'Granlund', domains: ['granlund.example'] },
    people: [
      { name: 'Åsa Lindqvist', title: 'Säljare' },
      { name: 'Per Nyström', title: 'VD' },
    ],
  },
};

describe('a page says whose it is and who answers for it', () => {
  test.each(Object.entries(imprints))('%s', (_, { lines, where, company, people }) => {
    const got = interpreted(lines, where);
    expect(got.companies[0]).toMatchObject(company);
    expect(got.people.map(({ name, title }) => ({ name, ...(title !== undefined && { title }) }))).toEqual(
      people,
    );
  });

  test.each(Object.entries(imprints))('a fax is nobody’s telephone: %s', (_, { lines, where }) => {
    const got = interpreted(lines, where);
    for (const { phones = [] } of [...got.people, ...got.companies])
      expect(phones.filter((phone) => /99$|11 23$|01-24$|0124$/.test(phone))).toEqual([]);
  });
});
