import { anyOf } from './any-of.ts';

// In the languages of the interface and a few more: ours, from general knowledge of what mail programs and mailing services write.

/** Subjects that mail programs give to automatic answers, in front of a colon or in brackets. */
export const automaticSubject = anyOf(
  [
    'auto(?:matic|mated)?[- ]?(?:reply|response|answer)|out of (?:the )?office(?: reply)?',
    String.raw`(?:automatische|autom\.) antwort`,
    'abwesen(?:d|heits(?:notiz|meldung|nachricht|assistent)?)|réponse automatique',
    'absen(?:ce|t)(?: du bureau)?|respuesta automática|fuera de (?:la )?oficina|ausente',
    'resposta automática|fora do escritório|ausência|risposta automatica',
    'fuori (?:sede|ufficio)|automatisch antwoord|afwezig(?:heid)?|automatická odpověď',
    'mimo kancelář|automatiskt? svar|autosvar|frånvaro|automatyczna odpowiedź|poza biurem',
    'otomatik yanıt|автоответ|自動(?:返信|応答|配信|送信)(?:メール)?|不在(?:通知|のお知らせ)?|自动(?:回复|答复)|رد تلقائي',
    'خارج المكتب',
  ],
  { before: String.raw`^[[【(]?\s{0,2}`, after: String.raw`\s{0,2}(?:[\]】)]|[:：]|$)` },
);

/** What a ticket system or a form answers at once. Not of orders: people write that theirs has come. */
export const receivedSubject = anyOf(
  [
    "we(?:'ve| have) received your (?:request|enquiry|inquiry|message|ticket|application)",
    'your (?:request|enquiry|inquiry|ticket) (?:has been|was) received|eingangsbestätigung',
    'accusé de réception|acuse de recibo|confirmação de rece|受付(?:完了|のお知らせ)',
    'お問い合わせ(?:ありがとう|を受け)',
  ],
  { before: String.raw`^(?!\w{1,3}:).{0,60}` },
);

/** Subjects of receipts for having read a mail. */
export const receiptSubject = anyOf(
  [
    'read|not read|gelesen|lu|leído|lid[ao]|letto|gelezen|přečteno|läst|przeczytano|開封済み|開封確認',
    '已读|تمت القراءة',
  ],
  { before: '^', after: String.raw`\s{0,2}[:：]` },
);
