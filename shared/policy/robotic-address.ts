const dash = '[-_.]?';
const unanswered = [
  `no${dash}reply|do${dash}not${dash}reply|unattended|no${dash}respond(?:er|a)|no${dash}contest(?:ar|e)|n[aã]o${dash}respond(?:er|a)`,
  `ne${dash}pas${dash}repondre|nicht${dash}antworten|keine${dash}antwort|non${dash}rispondere|neodpovid(?:at|ejte)|nie${dash}odpowiadac?`,
  `niet${dash}(?:be)?antwoorden|ikke${dash}svare?|svara${dash}(?:inte|ej)|ei${dash}vastata|mailer-daemon|postmaster|bounces|newsletters?`,
  'notif(?:y|ier|ications?|icaciones|icacao|icacoes|iche)|benachrichtigung(?:en)?|nieuwsbrief|boletin|infolettre|e?mailings?|mailmag|rundschreiben|rundmail',
].join('|');
/** Some of these are surnames as well: with a dot and more after them they are somebody's address. */
const machines = [
  'bounce|microsoftexchange[0-9a-f]{8,40}|mailman|listserv|majordomo|sympa|root|cron|nobody|www-data|wordpress|jira|confluence',
  `gitlab|github|bitbucket|bugzilla|redmine|nagios|zabbix|alerts?|digest|updates|invitations?|receipts?|posta-certificata`,
  `auto${dash}(?:mailer|responder|reply|confirm|notify|submit)|dmarc[a-z_.-]{0,20}`,
].join('|');
const robotic = new RegExp(
  `^(?:${unanswered})(?:[-_+.].*)?$|^(?:${machines})(?:[-_+].*)?$|[-_.+](?:no[-_.]?reply|notifications?)$|-(?:bounces?|request)$`,
  'i',
);

const ordering =
  /^(?:(?:web|e-?)?(?:shop|store)|boutique|tienda|loja|orders?|bestell(?:ung|ing)(?:en)?|commandes?|pedidos?|ordini|objednavky|zamowienia|rechnung(?:en)?|invoic(?:es?|ing)|billing|factur(?:es?|as?|acion)|fattur[ae]|faktur[ay]?|payments?|zahlung(?:en)?|paiements?|pagos?|pagamentos?|versand|shipping|tracking|delivery|livraison|envios?|bookings?|reserv(?:ations?|as|ierung)|offers?|ofertas?|angebote|offres?|promo(?:tions?|s)?|deals?|news|mag|marketing)(?:[-_+.].*)?$/i;

/** True for addresses that no person reads: no-reply in several languages, mailer daemons, notification robots. */
export function isRoboticAddress(email: string): boolean {
  return robotic.test(localPart(email));
}

/** True for addresses from which shops and offices send confirmations and offers; people read some of them, too. */
export function isOrderAddress(email: string): boolean {
  return ordering.test(localPart(email));
}

const mailingHost =
  /@(?:news(?:letter)?|mail(?:ing|er)s?|e?mkt|em|email|marketing|campaigns?|promo|offers|updates)\./i;

/** True for addresses that mailings come from, by the local part or by a host for nothing else. */
export function isMailingAddress(email: string): boolean {
  return isOrderAddress(email) || mailingHost.test(email);
}

function localPart(email: string): string {
  return email.slice(0, Math.max(0, Math.min(email.lastIndexOf('@'), 64)));
}
