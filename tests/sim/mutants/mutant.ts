/** One text of a file and what stands in its place. The text has to be there exactly once. */
export type Edit = { text: string; instead: string };

/** A fault that the simulator has to find: a shipped file that is changed while it is loaded. */
export type Mutant = {
  name: string;
  /** From the project's root. */
  file: string;
  edits: readonly Edit[];
};

export function mutant(name: string, file: string, text: string, instead: string): Mutant {
  return { name, file, edits: [{ text, instead }] };
}

export function mutantOf(
  name: string,
  file: string,
  edits: readonly (readonly [text: string, instead: string])[],
): Mutant {
  return { name, file, edits: edits.map(([text, instead]) => ({ text, instead })) };
}
