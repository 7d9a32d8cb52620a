import * as v from 'valibot';
import { idSchema } from './ids.ts';
import { memberReference } from './member-reference.ts';

/**
 * Registers of a private note. One that has no text any more was removed by its member; nothing of what it said is left. Its id is a
 * random one: what can be worked out could be asked for, and that there is a note is nobody else's business.
 */
export const noteFields = {
  /** The account or person that it is about. */
  about: idSchema,
  text: v.pipe(v.string(), v.maxLength(4000)),
};

export const noteSets = {};

/** Whose note it is: nobody else is shown it, whatever their role, and nobody inherits it. */
export const noteDecided = v.object({ member: memberReference('closes') });
export type NoteDecided = v.InferOutput<typeof noteDecided>;
