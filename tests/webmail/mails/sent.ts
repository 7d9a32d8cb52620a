import { ANNEGRET, FIONA, HARBOURLINE, JOAO, LIFFEY, NORDWERK, USINA } from './companies.ts';
import { text } from './mime.ts';
import { colleague, type SampleMail, SIGNATURE_MARK, sampleMail } from './sample-mail.ts';

const jonas = { kind: 'sent', to: ['jonas'], from: colleague('jonas') } as const;

const signed = (body: string) =>
  text(`${body}\n\n${SIGNATURE_MARK}\nJonas Weber\nKey Account Manager\nTidewater Tools\n+351 21 555 0190`);

const toFiona = sampleMail({
  ...jonas,
  slug: 'sent-to-fiona',
  company: HARBOURLINE,
  language: 'en',
  date: '2026-10-05T15:02:10+01:00',
  subject: 'Re: Torque wrenches for the Hull workshop',
  toHeader: [FIONA],
  messageId: 'fiona-1@tidewater.test',
  headers: [
    `In-Reply-To: <harbourline-first-enquiry.${Date.parse('2026-10-05T09:14:22+01:00') / 1000}@harbourline.example>`,
  ],
  body: signed(
    'Dear Fiona,\n\nfour weeks from your order, with certificates. An offer is attached to my next mail.',
  ),
});

const toAnnegret = sampleMail({
  ...jonas,
  slug: 'sent-to-annegret',
  company: NORDWERK,
  language: 'de',
  date: '2026-10-07T16:18:00+01:00',
  subject: 'AW: Rückfrage zu Ihrem Angebot für die Prüfstände',
  toHeader: [ANNEGRET],
  messageId: 'antwort-nordwerk@tidewater.test',
  body: signed('Sehr geehrte Frau Dr. Vogelsang,\n\nja, der Preis gilt auch für zwei Lose.'),
});

const toJoao = sampleMail({
  ...jonas,
  slug: 'sent-to-joao',
  company: USINA,
  language: 'pt-BR',
  date: '2026-10-15T10:30:25+01:00',
  subject: 'Re: Visita técnica à usina em novembro',
  toHeader: [JOAO],
  cc: [colleague('vera')],
  messageId: 'visita-usina@tidewater.test',
  body: signed('Olá, João!\n\nSim, chego na segunda-feira, dia 16.'),
});

const fromAmira = sampleMail({
  slug: 'sent-by-amira-to-siobhan',
  to: ['amira'],
  kind: 'sent',
  from: colleague('amira'),
  company: LIFFEY,
  language: 'en',
  date: '2026-10-06T17:05:00+02:00',
  subject: 'Re: Roller presses',
  toHeader: [{ name: 'Siobhán Byrne', email: 'siobhan.byrne@liffeyprint.example' }],
  messageId: 'rollers@tidewater.test',
  body: text('Dear Siobhán,\n\nour fitter comes on the 19th.\n\nAmira Haddad\nTidewater Tools'),
});

export const SENT: readonly SampleMail[] = [toFiona, toAnnegret, toJoao, fromAmira];
