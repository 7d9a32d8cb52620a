import type { BulkKind } from '../../../shared/capture/seen.ts';
import { isOrderAddress, isRoboticAddress } from '../../../shared/policy/robotic-address.ts';
import { isInTheNameOf } from './sender-names.ts';
import { isAutomaticSubject } from './text-sign.ts';

/** Whose mail it is, decoded. */
export type Authorship = { from: { name: string | null; email: string } | null; subject: string | null };

export type HeaderVerdict = {
  /** Null: nothing speaks of bulk. `unknown`: they speak both ways, and nobody is captured by such a mail alone. */
  kind: BulkKind;
  /** Signs of somebody who writes: a mail program, or only that it answers somebody else's mail. */
  hand: 'program' | 'answer' | null;
  /** Null only as far as headers go: worth a look at the text before anybody is captured. */
  doubtful: boolean;
};

/** What writes mail for people, by `User-Agent` or `X-Mailer`. Programs that write it for machines are many more. */
const mailProgram =
  /outlook|thunderbird|mozilla|apple|iphone|ipad|zimbra|lotus|notes|domino|roundcube|horde|squirrel|sogo|evolution|kmail|mutt|pine|claws|the bat|becky|shuriken|winbiff|foxmail|qqmail|em client|mailspring|mailbird|spark|airmail|postbox|seamonkey|betterbird|eudora|pegasus|gnus|k-9|android|blackberry|yahoo|open-xchange|groupwise|smartermail|gmail|rainloop|snappymail|nextcloud|otrs|znuny|cybozu|coremail/i;
const writtenByHand = words(
  'thread-index thread-topic x-ms-has-attach x-originating-ip x-mimeole x-google-smtp-source x-gm-message-state x-universally-unique-identifier',
);
const program =
  /php|swift|symfony|nodemailer|javamail|magento|drupal|wordpress|woocommerce|shopware|prestashop|laravel|cgi|perl|python|ruby|cdo|sap |navision|acmailer|mailer$/i;
const sentByProgram = words(
  'x-php-originating-script x-php-script x-sg-eid x-ses-outgoing x-pm-message-id x-mandrill-user',
);
const toMany = words(
  'list-unsubscribe list-unsubscribe-post list-id x-campaign x-campaignid x-campaign-id x-mailing-id x-newsletter x-mailin-eid x-csa-complaints x-report-abuse x-report-abuse-to x-sfmc-stack x-mktarchive',
);
const answering = words(
  'x-autoreply x-autorespond x-auto-reply x-autoresponder x-vacation x-mail-autoreply x-ms-exchange-inbox-rules-loop',
);
const listServer = words('mailing-list x-beenthere x-mailman-version');

/**
 * What a mail's headers say of bulk. RFC 2369 and 2919 (lists), RFC 3834 (automatic answers), RFC 3464 and 8098 (reports),
 * RFC 8058 (one-click unsubscribe); `Precedence` and all of X-… are no standard. Gateways and tools for sales people put
 * the signs of a mass mailing on what a person wrote: together with the signs of a mail program they say `unknown`.
 */
export function judgeHeaders(
  headers: Readonly<Record<string, string>>,
  { from, subject }: Authorship,
): HeaderVerdict {
  const email = from?.email.toLowerCase() ?? '';
  const first = (name: string) => (headers[name] ?? '').trim().toLowerCase();
  const any = (names: readonly string[]) => names.some((name) => first(name) !== '');
  const typed =
    any(writtenByHand) ||
    mailProgram.test(`${first('user-agent')} ${first('x-mailer')}`) ||
    /@mail\.gmail\.com>|outlook\.com>/.test(first('message-id'));
  const answers = answersOthers(first('in-reply-to'), first('message-id'));
  const hand = typed ? 'program' : answers ? 'answer' : null;
  const verdict = (kind: BulkKind, doubtful = false): HeaderVerdict => ({ kind, hand, doubtful });

  const replyTo = addressIn(first('reply-to'));
  const precedence = first('precedence');
  const automatic = first('auto-submitted');
  const reply = automatic.startsWith('auto-replied') || precedence === 'auto_reply' || any(answering);
  const report = first('content-type').startsWith('multipart/report');
  if (report && first('content-type').includes('disposition-notification')) return verdict('auto-reply');
  if (report || first('return-path') === '<>') return verdict(reply ? 'auto-reply' : 'bounce');
  if (reply) return verdict('auto-reply');
  // people begin subjects with such words, too, but not their answers
  if (isAutomaticSubject(subject ?? '')) return verdict(typed && !answers ? 'unknown' : 'auto-reply');
  if ([email, replyTo].some(isRoboticAddress)) return verdict('no-reply');
  if (automatic !== '' && automatic !== 'no')
    return verdict(isForSomebody(from?.name ?? '', first('sender'), hand !== null) ? 'unknown' : 'no-reply');
  if (any(listServer) || precedence === 'list' || first('list-post').includes('mailto:'))
    return verdict('list');

  const feedback = first('feedback-id');
  const many =
    any(toMany) ||
    precedence === 'bulk' ||
    precedence === 'junk' ||
    (feedback !== '' && !/:amazonses$/.test(feedback));
  if (many) return verdict(hand === null ? 'newsletter' : 'unknown');
  if (hand !== null) return verdict(null);
  if (isInTheNameOf(from?.name ?? '', email)) return verdict('no-reply');
  const machine = feedback !== '' || any(sentByProgram) || program.test(first('x-mailer'));
  if (isOrderAddress(email)) return verdict(machine ? 'no-reply' : 'unknown');
  if (machine || (replyTo !== '' && isElsewhere(replyTo, email))) return verdict('unknown');
  const envelope = addressIn(first('return-path'));
  return verdict(null, envelope !== '' && envelope !== email);
}

/** An answer to a mail from elsewhere; machines continue threads of their own. */
function answersOthers(inReplyTo: string, messageId: string): boolean {
  const [answered, own] = [inReplyTo, messageId].map((id) => /@([^@<>\s]+)>/.exec(id)?.[1] ?? '');
  return answered !== '' && answered !== own;
}

function isElsewhere(one: string, other: string): boolean {
  const [a, b] = [one, other].map((email) => `.${email.slice(email.lastIndexOf('@') + 1)}`) as [
    string,
    string,
  ];
  return !a.endsWith(b) && !b.endsWith(a);
}

/** A calendar or a ticket system sent it, and a person is its author: `Grace Mwangi (Acme)`, or a robot as the sender alone. */
function isForSomebody(name: string, sender: string, byHand: boolean): boolean {
  const apart = Math.max(name.indexOf('('), name.indexOf(' via '));
  return isRoboticAddress(addressIn(sender)) || (byHand && /\S \S/.test(name.slice(0, Math.max(apart, 0))));
}

function addressIn(value: string): string {
  return value.split(/[\s<>",;]/).find((piece) => piece.includes('@')) ?? '';
}

function words(list: string): readonly string[] {
  return list.split(' ');
}
