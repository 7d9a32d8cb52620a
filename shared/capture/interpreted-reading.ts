import type { PageReading } from './page-reading.ts';
import type { SeenMail, SeenPerson } from './seen.ts';

/** A mail whose signature has been read, and of which it has been judged whether it is bulk: facts in place of lines. */
export type InterpretedMail = Omit<SeenMail, 'signature' | 'signs'> & { signature: SeenPerson | null };

/** A reading as the background records it. */
export type InterpretedReading = Omit<PageReading, 'mails' | 'text'> & { mails: InterpretedMail[] };
