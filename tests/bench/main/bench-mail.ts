import { text } from '../../webmail/mails/mime.ts';
import { sampleMail } from '../../webmail/mails/sample-mail.ts';

export type BenchMail = { email: string; name: string; subject: string; bytes: Uint8Array };

/** The n-th mail of a long row, each from another person at another company, with a signature to be read. */
export function benchMail(n: number): BenchMail {
  const domain = `company-${n}.example`;
  const name = `Person ${spelt(n)}`;
  const email = `person.${n}@${domain}`;
  const subject = `Offer ${n} for the ${spelt(n)} workshop`;
  const mail = sampleMail({
    slug: `bench-${n}`,
    to: ['jonas'],
    kind: 'person',
    from: { name, email },
    company: { name: `Company ${n} Ltd`, domain },
    language: 'en',
    date: new Date(Date.UTC(2026, 9, 20, 8, 0, 0) + n * 7 * 60_000).toISOString().replace('.000Z', '+00:00'),
    subject,
    body: text(`
Dear Jonas,

please find below what we talked about. We would need ${n + 2} pieces before the end of the month,
and the usual certificates with them.

Kind regards,
${name}

-- ${''}
${name}
Head of Purchasing
Company ${n} Ltd
T +44 20 7946 ${String(n % 10_000).padStart(4, '0')}
${email}
`),
  });
  return { email, name, subject, bytes: mail.bytesFor('jonas') };
}

const digits = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number in words, digit by digit: names are made of letters. */
function spelt(n: number): string {
  return [...String(n)].map((digit) => digits[Number(digit)]).join('');
}
