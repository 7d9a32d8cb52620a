import type { OwnWords } from '../../../shared/capture/bulk-signs.ts';

/** Subjects that mail programs give to automatic answers, in front of a colon or in brackets. */
const automaticSubject =
  /^\s*[[【(]?\s*(?:auto(?:matic|mated)?[- ]?(?:reply|response|answer)|out of (?:the )?office(?: reply)?|(?:automatische|autom\.) antwort|abwesen(?:d|heits(?:notiz|meldung|nachricht|assistent)?)|réponse automatique|absen(?:ce|t)(?: du bureau)?|respuesta automática|fuera de (?:la )?oficina|ausente|resposta automática|fora do escritório|ausência|risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezig(?:heid)?|automatická odpověď|mimo kancelář|automatiskt? svar|autosvar|frånvaro|automatyczna odpowiedź|poza biurem|otomatik yanıt|автоответ|自動(?:返信|応答|配信|送信)(?:メール)?|不在(?:通知|のお知らせ)?|自动(?:回复|答复)|رد تلقائي|خارج المكتب)\s*(?:[\]】)]|[:：]|$)/i;

/** What a ticket system or a form answers at once. Not of orders: people write that theirs has come. */
const receivedSubject =
  /^(?!\w{1,3}:).{0,60}(?:we(?:'ve| have) received your (?:request|enquiry|inquiry|message|ticket|application)|your (?:request|enquiry|inquiry|ticket) (?:has been|was) received|eingangsbestätigung|accusé de réception|acuse de recibo|confirmação de rece|受付(?:完了|のお知らせ)|お問い合わせ(?:ありがとう|を受け))/i;

/** Whether a subject is one that mail programs and ticket systems give to automatic answers. */
export function isAutomaticSubject(subject: string): boolean {
  const start = subject.slice(0, 200);
  return automaticSubject.test(start) || receivedSubject.test(start);
}

const receiptSubject =
  /^\s*(?:read|not read|gelesen|lu|leído|lid[ao]|letto|gelezen|přečteno|läst|przeczytano|開封済み|開封確認|已读|تمت القراءة)\s{0,2}[:：]/i;

/** Whether a subject is that of a receipt for having read a mail. */
export function isReceiptSubject(subject: string): boolean {
  return receiptSubject.test(subject.slice(0, 200));
}

const unsubscribingAddress =
  /(?:un|de)-?subscri|^mailto:[^?]*-(?:leave|unsubscribe|off)@|\bunsub\b|opt-?out|abmeld|abbestell|desabonn|desinscri|darse-?de-?baja|cancelar-?suscripcion|descadastr|list-manage\.com|email-?preferences/;
const unsubscribingWords =
  /unsubscribe|opt out|abmelden|abbestellen|austragen|se désabonner|désabonnement|se désinscrire|désinscription|ne plus recevoir|darse de baja|cancelar (?:la |tu |su )?suscripción|no (?:desea|quiere)s? recibir|descadastrar|(?:cancelar|anular) (?:a )?(?:subscrição|inscrição)|não (?:quer|deseja) (?:mais )?receber|disiscri|annulla (?:l')?iscrizione|cancella(?:ti|zione)|afmelden|uitschrijven|odhlásit|wypisz|avregistrera|afmeld|配信(?:停止|解除)|(?:購読|登録)解除|退订|取消订阅|إلغاء (?:الاشتراك|اشتراك)/;

/** Newsletters let their readers choose; a tool for sales people only lets them out. */
const preferences =
  /preferences|einstellungen|préférences|preferencias|preferências|preferenze|voorkeuren|předvolb|(?:in|im|en el|dans (?:le|votre)|no|nel) (?:browser|navega\w{2,4}|navigateur)|配信設定|ブラウザ|التفضيلات|المتصفح/;

/** Whether a link in a mail strikes the reader off a list: a sign of bulk where the headers cannot be read. */
export function offersUnsubscribing(href: string, text: string): boolean {
  const address = href.slice(0, 2000).toLowerCase();
  return (
    /^(?:https?|mailto):/.test(address) &&
    (unsubscribingAddress.test(address) || unsubscribingWords.test(text.slice(0, 300).toLowerCase()))
  );
}

const byMachine =
  /\bthis (?:is an?|e-?mail (?:is|was)|message (?:is|was)|mail (?:is|was)) (?:an? )?(?:automat|auto-?gen|system[- ]gen)|(?:has been|was) (?:automatically (?:sent|generated|created)|(?:sent|generated|created) automatically)|dies ist eine automatisch|diese (?:e-?mail|nachricht|mail) (?:wurde|wird|ist) automatisch|automatisch (?:generierte|erstellte|erzeugte|versandte) (?:e-?mail|nachricht|mail)|(?:message|courriel|e-?mail|mail)(?: est| a été)? (?:automatique|(?:envoyé|généré) automatiquement)|este (?:es un |é um )?(?:mensaje|correo|e-?mail)[^.]{0,20} automátic|esta (?:é uma )?mensagem[^.]{0,20} automátic|(?:generad|enviad|gerad)[oa] (?:automáticamente|automaticamente|de forma automática)|questo è un messaggio automatico|(?:generat|inviat)[oa] automaticamente|(?:zpráva|e-?mail) byl[ao]? [^.]{0,20}automaticky|automatisch (?:verstuurd|verzonden|gegenereerd|aangemaakt)|(?:この|本)(?:メール|メッセージ)は[^。]{0,20}自動|自動的?に?(?:送信|配信|生成)(?:され|して)|送信専用|wygenerowan[aey] automatycznie|系统自动(?:发|生)|هذه رسالة (?:تلقائية|آلية)|(?:إرسال|إنشاء) هذه الرسالة تلقائي/;
const noAnswer =
  /(?:do not|don't|cannot|can not) (?:reply|respond) to (?:this|the) (?:e-?mail|message|mail)|(?:mailbox|address|inbox) is not (?:monitored|read|attended)|(?:antworten sie (?:bitte )?nicht|bitte nicht) auf diese (?:e-?mail|nachricht|mail)|nicht auf diese (?:e-?mail|nachricht|mail) (?:zu )?antworten|ne (?:pas répondre|répondez pas) à ce|no responda a este (?:correo|mensaje|e-?mail)|não responda a? ?est[ea]|non rispond(?:ere|a|ete) a quest|neodpovídejte na t|niet (?:te )?(?:be)?antwoorden op|(?:ご)?返信(?:しない|なさらない|いただいても|はできません|には?お答え)|لا ترد على هذ|عدم الرد على هذ/;

const away =
  /out of (?:the )?office|away from (?:the|my) (?:office|desk)|on (?:annual |parental |maternity |sick )?(?:leave|vacation|holiday)|nicht im (?:haus|büro)|im urlaub|abwesend|außer haus|absente? (?:du bureau|jusqu|du \d)|en congés?|fuera de (?:la )?oficina|de vacaciones|estaré ausente|estou ausente|de férias|fora do escritório|fuori (?:sede|ufficio)|in ferie|afwezig|met vakantie|mimo kancelář|na dovolené|nieobecn|不在|休暇|休业|休假|إجازة|خارج المكتب/;
const thanksForTheMail =
  /(?:thank you|thanks) for (?:your|the) (?:e-?mail|message|mail|enquiry|inquiry)|(?:danke|dank) für (?:ihre|deine|die) (?:nachricht|e-?mail|mail|anfrage)|merci (?:de|pour) votre (?:message|mail|courriel|e-?mail)|gracias por (?:su|tu|el|contactar)|obrigad[oa] (?:pelo|pela|por)|grazie per (?:il|la|l'|aver)|bedankt voor (?:uw|je|het)|děkuj(?:i|eme) za|dziękuj[eę](?:my)? za|ご連絡(?:いただき|をいただき)?|メールを(?:いただき|拝受)|お問い合わせ(?:いただき|ありがとう)|شكر/;

/** Said to everybody on a list, and by nobody to one person. */
const toSubscribers =
  /you(?:'re| are) receiving this (?:e-?mail|message|newsletter|because)|you received this (?:e-?mail|message) because|sie erhalten diese (?:e-?mail|nachricht|mail),? (?:weil|da)|vous recevez ce(?:t|tte)? (?:message|courriel|e-?mail|mail|lettre) (?:car|parce)|recib(?:e|es|ió|iste) este (?:correo|mensaje|e-?mail) porque|(?:recebeu|recebe|está (?:a receber|recebendo)) est[ea] (?:e-?mail|mensagem) porque|ricev(?:e|i|uto) quest[ao] (?:e-?mail|messaggio) perch|(?:u|je) ontvangt deze (?:e-?mail|nieuwsbrief)|tento e-?mail (?:jste|vám) [^.]{0,30}protože|このメールは[^。]{0,40}(?:登録|購読|配信して)|تلقيت هذه الرسالة لأن|_{20} [^_]{0,80}mailing list/;

/**
 * `automatic`: it says that a machine wrote it. `unanswered`: it asks for no answer to it. `away`: a short one that thanks for a mail and is out of the office. `mass`: it
 * speaks to subscribers, or offers to be struck off a list among other links. `offered`: it does, and hardly links besides.
 */
export type TextSign = 'automatic' | 'unanswered' | 'away' | 'mass' | 'offered' | null;

const beyondUnsubscribing = 3;

/** What the words of a mail say of bulk, in the languages of the interface and a few more. */
export function signInText({ lines, links }: Pick<OwnWords, 'lines' | 'links'>): TextSign {
  const text = lines.join(' ').toLowerCase().replaceAll('’', "'");
  if (byMachine.test(text)) return 'automatic';
  if (toSubscribers.test(text)) return 'mass';
  const short = lines.length <= 14 && text.length < 900 && !/[?？؟]/.test(text);
  if (short && away.test(text) && thanksForTheMail.test(text)) return 'away';
  const offered = links.filter((link) => offersUnsubscribing(link.href, link.beside));
  if (offered.length === 0) return noAnswer.test(text) ? 'unanswered' : null;
  const others = links.filter((link) => /^https?:/i.test(link.href) && !offered.includes(link));
  const choosing = links.some((link) => preferences.test(`${link.href} ${link.beside}`.toLowerCase()));
  const many = new Set(others.map(({ href }) => href)).size >= beyondUnsubscribing;
  return many || choosing ? 'mass' : 'offered';
}
