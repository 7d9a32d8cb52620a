import { describe, expect, it } from 'vitest';
import {
  isAutomaticSubject,
  isReceiptSubject,
  offersUnsubscribing,
  signInText,
} from '../../../../extension/reading/bulk/text-sign.ts';

describe('subjects', () => {
  it.each([
    'Automatic reply: Prices',
    'Abwesenheitsnotiz: Angebot',
    'Réponse automatique : devis',
    '自動返信: 見積',
    '【自動返信】お問い合わせありがとうございます',
    'Automatická odpověď: Poptávka',
    'رد تلقائي: السعر',
    'Out of Office',
    '[#4411] We have received your request',
    'Accusé de réception de votre demande n° 2027-118',
  ])('of an automatic answer: %s', (subject) => expect(isAutomaticSubject(subject)).toBe(true));

  it.each([
    'Automatic reply systems: your quote?',
    'Re: Automatic reply',
    'Out of the office chairs',
    'RE: We have received your message',
    'Have you received your request form?',
    'Abwesenheit nächste Woche',
    '自動返信機能についてのご相談',
  ])('of a person: %s', (subject) => expect(isAutomaticSubject(subject)).toBe(false));

  it('of a receipt', () => {
    expect(isReceiptSubject('Gelesen: Angebot 12')).toBe(true);
    expect(isReceiptSubject('Reading: the plan')).toBe(false);
  });
});

describe('links that strike off a list', () => {
  it.each([
    ['https://news.example/unsubscribe?u=1', 'here'],
    ['https://news.example/x', 'Newsletter abbestellen'],
    ['https://news.example/x', 'Se désabonner'],
    ['https://news.example/x', '配信停止はこちら'],
    ['mailto:metrology-leave@lists.example', 'metrology-leave@lists.example'],
    ['mailto:unsubscribe@news.example', ''],
  ])('%s “%s”', (href, text) => expect(offersUnsubscribing(href, text)).toBe(true));

  it.each([
    ['https://client.example/subscriptions', 'our subscription prices'],
    ['mailto:fiona@client.example', 'fiona@client.example'],
    ['#unsubscribe', 'x'],
  ])('another does not: %s “%s”', (href, text) => expect(offersUnsubscribing(href, text)).toBe(false));
});

describe('the words of a text', () => {
  const sign = (text: string, ...hrefs: string[]) => {
    const lines = text.split('\n');
    return signInText({ lines, links: hrefs.map((href) => ({ href, beside: lines.slice(-2).join(' ') })) });
  };

  it.each([
    'This is an automated message.',
    'Diese E-Mail wurde automatisch erstellt.',
    'Ce message est envoyé automatiquement.',
    'Este es un mensaje automático.',
    'このメールは自動送信されています。',
    'Questo è un messaggio automatico.',
    'Tato zpráva byla vygenerována automaticky.',
    'هذه رسالة تلقائية.',
  ])('a machine: %s', (text) => expect(sign(text)).toBe('automatic'));

  it.each([
    'Diese E-Mail wurde automatisch auf Viren geprüft.',
    'Ce message a été vérifié automatiquement par notre antivirus.',
    'This e-mail was automatically scanned for viruses.',
    'Our automatic reply systems for control rooms cost more.',
    'Please do not reply to my old address any more.',
    'Die automatische Schmierung läuft wieder.',
    'Le graissage automatique fonctionne.',
    'Se lo avete ricevuto per errore, avvisate il mittente rispondendo a questo messaggio.',
    '自動機の見積をお願いします。',
  ])('a person: %s', (text) => expect(sign(text)).toBeNull());

  it.each([
    'Please do not reply to this e-mail.',
    'Bitte antworten Sie nicht auf diese E-Mail.',
    'Merci de ne pas répondre à ce message.',
    'Não responda a este e-mail.',
  ])('somebody who wants no answer, machine or not: %s', (text) => expect(sign(text)).toBe('unanswered'));

  it('a short note that thanks for the mail and is away is automatic, a question or a long letter is not', () => {
    const note = 'Thank you for your e-mail.\nI am out of the office until 22 March.';
    expect(sign(note)).toBe('away');
    expect(sign('Vielen Dank für Ihre Nachricht. Ich bin bis 19. März nicht im Haus.')).toBe('away');
    expect(sign(`${note}\nCould you send the drawings before?`)).toBeNull();
    expect(sign(`${note}\n${'We go on with the winches after that. '.repeat(30)}`)).toBeNull();
    expect(signInText({ lines: ['Hello Jonas,', note], links: [] }, ['jonas', 'weber'])).toBeNull();
    expect(sign('I am on vacation until 22 March and send the drawings then.')).toBeNull();
  });

  it('an offer to be struck off counts for more among other links, or beside preferences', () => {
    const off = 'https://a.example/unsubscribe?u=1';
    expect(sign('Bye', off)).toBe('offered');
    expect(sign('Bye', off, 'https://a.example/', 'https://a.example/')).toBe('offered');
    expect(sign('Bye', off, 'https://a.example/1', 'https://a.example/2', 'https://a.example/3')).toBe(
      'mass',
    );
    const both = 'https://a.example/unsubscribe?u=2';
    expect(sign('Bye', off, both, 'https://a.example/1')).toBe('offered');
    expect(sign('Abmelden | Einstellungen verwalten', 'https://a.example/u')).toBe('mass');
    expect(sign('配信停止はこちら\nhttps://a.example/s', 'https://a.example/s')).toBe('offered');
  });

  it('what is said to subscribers needs no link', () => {
    expect(sign('You are receiving this because you were mentioned.')).toBe('mass');
    expect(sign('Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.')).toBe('mass');
  });

  it('ends on what is made to be slow', () => {
    const slow = `${'this message is '.repeat(20_000)}${'_'.repeat(20_000)}`;
    expect(sign(slow)).toBeNull();
  });
});
