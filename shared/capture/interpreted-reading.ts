import type { PageReading } from './page-reading.ts';
import type { SeenMail, SeenPerson } from './seen.ts';

/** A mail whose signature has been read: facts in place of lines. Null where it is not the sender's, or says nothing. */
export type InterpretedMail = Omit<SeenMail, 'signature'> & { signature: SeenPerson | null };

/** A reading as the background records it. */
export type InterpretedReading = Omit<PageReading, 'mails'> & { mails: InterpretedMail[] };
