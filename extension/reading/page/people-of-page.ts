import type { PageText } from '../../../shared/capture/page-text.ts';
import type { SeenPerson } from '../../../shared/capture/seen.ts';
import type { FoundName } from './found-name.ts';
import type { PageEmail } from './page-emails.ts';
import { lastDigits, type PagePhone } from './page-phones.ts';
import { linesOfPeople, titleOf } from './person-card.ts';
import { mailFits } from './person-features.ts';

/** Local parts that are a desk's and nobody's. */
const desk =
  /^(?:info\w*|sales|office|mail|email|contact\w*|kontakt\w*|contat\w*|support|service\w*|team|admin\w*|hello|hallo|hola|ciao|bonjour|ahoj|post|postmaster|no-?reply|vertrieb|verkauf|einkauf|verwaltung|zentrale|empfang|bestellung|newsletter|webmaster|web|marketing|press\w*|presse|jobs|careers?|hr|bewerbung|privacy|datenschutz|dpo|legal|customer\w*|enquir\w+|inquir\w+|reservations?|reservas?|booking\w*|accueil|bureau|commercial|comercial|geral|vendas|ventas|clientes?|atendimento|administracion|secretaria|secretariat|ufficio|segreteria|vendite|amministrazione|sekretariat|biuro|sklep|handel|obchod|objednavky|podpora|ugyfelszolgalat|iroda|satis|bilgi|buchhaltung|billing|accounts?|accounting|feedback|help|helpdesk|general|clerk|shop|store|orders?|media|events?|school|studio|club|parish)$/i;

/** People of a page with what stands in their cards: title, numbers and addresses that are theirs and nobody else's. */
export function peopleOfPage(
  { lines }: PageText,
  found: readonly FoundName[],
  phones: readonly PagePhone[],
  emails: readonly PageEmail[],
  /** Addresses, in lower case, that the mark-up gives to somebody or to a company. */
  described: ReadonlySet<string>,
): SeenPerson[] {
  const owners = linesOfPeople(lines, found);
  const cards = found.map((): number[] => []);
  for (const [line, owner] of owners) cards[owner]?.push(line);
  const mails = mailsOfPeople(
    found,
    owners,
    emails.filter(({ email }) => !described.has(email.toLowerCase())),
  );
  return found.map((one, index) => {
    const card = (cards[index] ?? []).sort((a, b) => a - b);
    const numbers = phones.filter(
      ({ line, start }) =>
        owners.get(line) === index && (line !== one.line || one.heads || start > one.start),
    );
    const voice = numbersOf(numbers, 'voice');
    const faxes = numbersOf(numbers, 'fax');
    const title = titleOf(one, lines, card);
    const own = mails.get(index) ?? [];
    return {
      name: one.name.replace(/\s+/g, ' ').slice(0, 300),
      ...(own.length > 0 && { emails: own.slice(0, 20) }),
      ...(voice.length > 0 && { phones: voice.slice(0, 20) }),
      ...(faxes.length > 0 && { faxes: faxes.slice(0, 10) }),
      ...(title !== undefined && { title: title.slice(0, 300) }),
      sure: sureness(one, own.length > 0, title !== undefined, voice.length > 0),
    };
  });
}

/** Text alone never makes anybody certain: .85 at most, and .4 for somebody whom only running text mentions. */
function sureness(
  { score, heads, labelled }: FoundName,
  mail: boolean,
  title: boolean,
  phone: boolean,
): number {
  const facts = (mail ? 0.15 : 0) + (title ? 0.1 : 0) + (phone ? 0.05 : 0);
  const sure = 0.15 + 0.15 * Math.min(score, 4) + facts;
  return (
    Math.round(100 * Math.min(heads || mail || labelled ? 0.85 : 0.4, Math.max(sure, labelled ? 0.6 : 0))) /
    100
  );
}

function numbersOf(phones: readonly PagePhone[], kind: PagePhone['kind']): string[] {
  const byDigits = new Map<string, string>();
  for (const phone of phones)
    if (phone.kind === kind && !byDigits.has(lastDigits(phone.text)))
      byDigits.set(lastDigits(phone.text), phone.text.slice(0, 60));
  return [...byDigits.values()];
}

/** Addresses by person: one that is made of the name goes there wherever it stands; any other but a desk's, by the card. */
function mailsOfPeople(
  found: readonly FoundName[],
  owners: ReadonlyMap<number, number>,
  emails: readonly PageEmail[],
): Map<number, string[]> {
  const mails = new Map<number, string[]>();
  const given = new Set<string>();
  for (const { line, email } of emails) {
    const local = email.slice(0, email.lastIndexOf('@'));
    if (given.has(email.toLowerCase()) || desk.test(local)) continue;
    const there = owners.get(line);
    const fits = (index: number) => mailFits(local, wordsOf(found[index]));
    const fitting = there !== undefined && fits(there) ? [there] : indexes(found).filter(fits);
    const owner =
      fitting.length === 1
        ? fitting[0]
        : fitting.length === 0 && found[there ?? -1]?.heads
          ? there
          : undefined;
    if (owner === undefined) continue;
    given.add(email.toLowerCase());
    mails.set(owner, [...(mails.get(owner) ?? []), email]);
  }
  return mails;
}

function indexes(found: readonly FoundName[]): number[] {
  return found.map((_, index) => index).slice(0, 100);
}

function wordsOf(one: FoundName | undefined): { key: string }[] {
  return (one?.keys ?? []).map((key) => ({ key }));
}
