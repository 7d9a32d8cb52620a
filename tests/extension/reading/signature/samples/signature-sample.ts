import type { SeenMailbox, SeenPerson } from '../../../../../shared/capture/seen.ts';

/** A mail with the facts that its signature holds, each made up by hand. `sure` is not compared. */
export type SignatureSample = {
  what: string;
  from: SeenMailbox;
  text: string;
  /** Null: nothing of this text is the sender's. */
  expected: Omit<SeenPerson, 'sure'> | null;
};

export function box(name: string | null, email: string): SeenMailbox {
  return { name, email };
}
