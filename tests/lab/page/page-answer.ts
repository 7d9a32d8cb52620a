import type { SeenCompany, SeenMail, SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import type { Interpreted } from './open-page-reader.ts';

/** What a reading says, as the evaluation's rows have it; what is missing is left out. */
export function pageAnswer({ people, companies, mails, health }: Interpreted) {
  return {
    people: people.map(personAnswer),
    companies: companies.map(companyAnswer),
    touches: mails.map(touchAnswer),
    health,
  };
}

function personAnswer({ name, emails, phones, title, organisation, urls, address }: SeenPerson) {
  return { name, emails, phones, title, organisation, urls, address };
}

function companyAnswer({ name, domains, phones, emails, urls, address }: SeenCompany) {
  return { name, domains, phones, emails, urls, address };
}

/** A touch as the evaluation names it: `date` is ISO 8601 in UTC, an unknown message id null. */
export function touchAnswer({ from, to, cc, subject, date, messageId }: Omit<SeenMail, 'signature'>) {
  return {
    from: from === null ? null : mailboxAnswer(from),
    to: to.map(mailboxAnswer),
    cc: cc.map(mailboxAnswer),
    subject,
    date: Number.isFinite(date.ms) ? new Date(date.ms).toISOString() : null,
    messageId,
  };
}

function mailboxAnswer({ name, email }: SeenMailbox) {
  return name === null ? { email } : { name, email };
}
