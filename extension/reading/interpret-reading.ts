import type { InterpretedReading } from '../../shared/capture/interpreted-reading.ts';
import type { PageReading } from '../../shared/capture/page-reading.ts';
import { interpretSignature } from './signature/interpret-signature.ts';

/**
 * What needs more knowledge than a content script may carry (names, titles, phone plans) is read here, in the background, from
 * the few lines that the content script chose. Pure and synchronous: nothing of those lines is kept.
 */
export function interpretReading(reading: PageReading): InterpretedReading {
  return { ...reading, mails: reading.mails.map(interpretSignature) };
}
