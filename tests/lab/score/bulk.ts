import { parseAddressList } from '../../../extension/capture/addresses/parse-address-list.ts';
import { parseHeaders } from '../../../extension/capture/mail/parse-headers.ts';
import { normaliseEmail } from '../../../shared/identity/email-address.ts';
import { type Contacts, contactsOf } from '../bulk/contacts-of.ts';
import { fixtureMails, handWrittenMails, type LabelledMail } from '../bulk/labelled-mails.ts';
import { readMails } from '../bulk/read-mails.ts';
import type { ScoreLine, SetScore } from './set-score.ts';

type Judged = { mail: LabelledMail; contacts: Contacts };

const variants = [
  { reading: 'withHeaders', name: 'bulk' },
  { reading: 'asShown', name: 'bulk.without-headers' },
] as const;
const aim = '= 0';
const figures = (name: string) => ({
  contacts: `${name}.contacts-made`,
  lost: `${name}.people-lost`,
  suggested: `${name}.suggestions-made`,
  captured: `${name}.people-captured-at-once`,
});

/**
 * Mail that nobody in person wrote to the reader, and people whose mail looks like it: what each brings into a pool of its own, by
 * the shipped way from the page to the device's database. A person is lost whose mail makes them neither a contact nor a suggestion.
 */
export const score: SetScore = {
  file: 'mails.jsonl',
  slow: 'minute',
  plan: variants.flatMap(({ name }) => {
    const { contacts, lost, suggested, captured } = figures(name);
    return [
      { name: contacts, aim },
      { name: lost, aim },
      { name: suggested, aim: null },
      { name: captured, aim: null },
    ];
  }),
  async run(rows) {
    const mails = [...handWrittenMails(), ...fixtureMails(rows)];
    const readings = await readMails(mails);
    const lines: ScoreLine[] = [];
    for (const { reading, name } of variants) {
      const judged: Judged[] = [];
      for (const [at, mail] of mails.entries())
        judged.push({ mail, contacts: await contactsOf(readings[at]?.[reading] ?? null, mail.mailbox) });
      lines.push(...linesOf(name, judged));
    }
    return lines;
  },
};

function linesOf(name: string, judged: readonly Judged[]): ScoreLine[] {
  const bulk = judged.filter(({ mail }) => mail.label === 'bulk');
  const people = judged.filter(({ mail }) => mail.label === 'person');
  const sum = (count: (one: Judged) => number, of: readonly Judged[]) =>
    of.reduce((total, one) => total + count(one), 0);
  const found = ({ mail, contacts }: Judged, where: keyof Contacts) =>
    contacts[where].includes(senderOf(mail)) ? 1 : 0;
  const { contacts, lost, suggested, captured } = figures(name);
  return [
    {
      name: contacts,
      aim,
      value: sum((one) => one.contacts.pooled.length, bulk),
      n: bulk.length,
      known: '10 a day (leads made of newsletters)',
    },
    {
      name: lost,
      aim,
      value: sum((one) => (found(one, 'pooled') + found(one, 'suggested') > 0 ? 0 : 1), people),
      n: people.length,
    },
    { name: suggested, aim: null, value: sum((one) => one.contacts.suggested.length, bulk), n: bulk.length },
    { name: captured, aim: null, value: sum((one) => found(one, 'pooled'), people), n: people.length },
  ];
}

function senderOf({ eml }: LabelledMail): string {
  const from = parseAddressList(parseHeaders(eml)?.('from')[0] ?? '')[0];
  return normaliseEmail(from?.email ?? '') ?? '';
}
