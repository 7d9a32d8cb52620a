import type { BulkKind } from '../capture/seen.ts';

/** Header names in lower case → unfolded values, in order. */
export type HeaderLookup = (name: string) => readonly string[];

const roboticLocalPart =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|keine[-_.]?antwort|mailer-daemon|postmaster|bounces?|notifications?|newsletter|automailer|autoresponder)(?:[-_+.].*)?$|[-_.+]no[-_.]?reply$/i;

/** True for addresses that no person reads: no-reply in several languages, mailer daemons, notification robots. */
export function isRoboticAddress(email: string): boolean {
  return roboticLocalPart.test(email.slice(0, email.lastIndexOf('@')));
}

/**
 * What kind of bulk a mail is by its headers, or null for a mail from one person. RFC 2369 and 2919 (lists), RFC 3834
 * (automatic answers), RFC 3464 (bounces), RFC 8058 (one-click unsubscribe), and `Precedence`, which no RFC defines.
 */
export function bulkKindOf(header: HeaderLookup, from: string | null): BulkKind {
  const first = (name: string) => header(name)[0]?.trim().toLowerCase() ?? '';
  const precedence = first('precedence');
  const automatic = first('auto-submitted');
  if (
    first('content-type').startsWith('multipart/report') ||
    header('return-path').some((p) => p.trim() === '<>')
  ) {
    return automatic.startsWith('auto-replied') ? 'auto-reply' : 'bounce';
  }
  if (automatic !== '' && automatic !== 'no')
    return automatic.startsWith('auto-replied') ? 'auto-reply' : 'no-reply';
  if (first('x-autoreply') !== '' || first('x-autorespond') !== '' || precedence === 'auto_reply')
    return 'auto-reply';
  if (first('list-id') !== '' || first('list-post') !== '' || precedence === 'list') return 'list';
  if (first('list-unsubscribe') !== '' || precedence === 'bulk' || precedence === 'junk') return 'newsletter';
  if (first('feedback-id') !== '' && first('list-unsubscribe-post') !== '') return 'newsletter';
  return from !== null && isRoboticAddress(from) ? 'no-reply' : null;
}

const unsubscribingAddress =
  /(?:un|de)-?subscri|^mailto:[^?]*-(?:leave|unsubscribe|off)@|\bunsub\b|opt-?out|abmeld|abbestell|desabonn|desinscri|darse-?de-?baja|cancelar-?suscripcion|descadastr|list-manage\.com|email-?preferences/;
const unsubscribingWords =
  /unsubscribe|abmelden|abbestellen|se désabonner|se désinscrire|désinscription|darse de baja|cancelar (?:la |tu )?suscripción|descadastrar|cancelar (?:a )?(?:subscrição|inscrição)|disiscri|annulla (?:l')?iscrizione|afmelden|uitschrijven|odhlásit|wypisz|avregistrera|配信停止|購読解除|退订|取消订阅|إلغاء الاشتراك/;

/** Whether a link in a mail strikes the reader off a list: a sign of bulk where the headers cannot be read. */
export function offersUnsubscribing(href: string, text: string): boolean {
  const address = href.slice(0, 2000).toLowerCase();
  return (
    /^(?:https?|mailto):/.test(address) &&
    (unsubscribingAddress.test(address) || unsubscribingWords.test(text.slice(0, 300).toLowerCase()))
  );
}

const automaticSubject =
  /^\s*(?:(?:automatic reply|auto(?:matic)?[- ]?reply|auto(?:matic)?[- ]?response|out of (?:the )?office|automatische antwort|abwesenheits(?:notiz|meldung)|abwesend|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|resposta automática|risposta automatica|automatisch antwoord|automatická odpověď|autosvar|automatyczna odpowiedź|自動返信|自動応答|自动回复|自动答复|رد تلقائي)\s*(?:[:：]|$))/i;

/** Whether a subject is one that mail programs give to automatic answers: a sign of bulk where the headers cannot be read. */
export function isAutomaticSubject(subject: string): boolean {
  return automaticSubject.test(subject.slice(0, 200));
}
