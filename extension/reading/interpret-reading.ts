import type { InterpretedMail, InterpretedReading } from '../../shared/capture/interpreted-reading.ts';
import type { PageReading } from '../../shared/capture/page-reading.ts';
import type { SeenMail } from '../../shared/capture/seen.ts';
import { interpretBulk } from './bulk/interpret-bulk.ts';
import { interpretPage } from './page/interpret-page.ts';
import { interpretSignature } from './signature/interpret-signature.ts';

/**
 * What needs more knowledge than a content script may carry (names, titles, phone plans, the phrases of mass mailings) is read here,
 * in the background, from the few lines that the content script chose. Pure and synchronous: nothing of those lines is kept.
 * A mail of which more is about to be shown, and which cannot be judged before, is left to that reading.
 */
export function interpretReading(reading: PageReading): InterpretedReading {
  const mails = reading.mails.flatMap((mail) => interpretMail(mail, reading.mailbox));
  const { text, ...rest } = reading;
  if (!text) return { ...rest, mails };
  const { people, companies } = interpretPage({ ...reading, text, host: hostOf(reading.page.origin) });
  const found = companies.length > 0 || people.some(({ sure }) => sure >= 0.5);
  const health = reading.health === 'unknown-page' && found ? 'ok' : reading.health;
  return { ...rest, mails, people, companies, health };
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.hostname ?? '';
}

function interpretMail(mail: SeenMail, mailbox: string | null): InterpretedMail[] {
  const bulk = interpretBulk(mail, mailbox);
  if (bulk === 'wait') return [];
  const { signs: _, ...rest } = interpretSignature(mail) as SeenMail & InterpretedMail;
  return [{ ...rest, bulk }];
}
