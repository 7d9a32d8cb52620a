import type { InterpretedMail } from '../../../shared/capture/interpreted-reading.ts';
import type { SeenMail, SeenMailbox, SeenPerson } from '../../../shared/capture/seen.ts';
import type { SignatureBlock } from '../../../shared/capture/signature-block.ts';
import { senderWords, trailingName } from '../../../shared/text/sender-names.ts';
import { domainLabels, isDomainName } from './organisation-cues.ts';
import { signatureFields } from './signature-fields.ts';

/** A mail with its signature's facts in place of its signature's lines. */
export function interpretSignature(mail: SeenMail): InterpretedMail {
  const { signature, from } = mail;
  return { ...mail, signature: signature === null ? null : readSignatureFacts(signature, from) };
}

/**
 * What a closing block says about the sender. Null where it says nothing, or is signed by somebody else. `sure` stays below
 * 0.5 where only a name was found or nothing ties the block to the sender. Never throws.
 */
export function readSignatureFacts({ lines }: SignatureBlock, from: SeenMailbox | null): SeenPerson | null {
  const { person, named } = signatureFields(lines, from);
  if (person.name === undefined) {
    const name = trailingName(lines.findLast((line) => line !== '') ?? '', senderWords(from));
    if (name !== null) person.name = name;
  }
  const facts = Object.keys(person).length - (person.name === undefined ? 0 : 1);
  if (facts === 0 && person.name === undefined) return null;
  const sameAddress =
    person.emails?.some((email) => email.toLowerCase() === from?.email.toLowerCase()) ?? false;
  const isFull = (name: string | null | undefined) => /\S\s+\S/.test(name ?? '');
  const known = isFull(from?.name) || from?.name?.includes('@');
  if (named === 'other' && !sameAddress && known && isFull(person.name)) return null;
  const tied = named === 'same' || sameAddress || (named === 'none' && isOwnFirm(person, from));
  return { ...person, sure: facts === 0 ? 0.3 : tied ? 0.9 : 0.4 };
}

/** The organisation is called as the domain that the sender writes from. */
function isOwnFirm({ organisation }: Pick<SeenPerson, 'organisation'>, from: SeenMailbox | null): boolean {
  return organisation !== undefined && isDomainName(organisation, domainLabels(from, [], []));
}
