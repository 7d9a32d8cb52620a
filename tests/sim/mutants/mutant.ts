/** A fault that the simulator has to find: one text of one shipped file, replaced while the file is loaded. */
export type Mutant = {
  name: string;
  /** From the project's root. */
  file: string;
  /** Has to be there exactly once. */
  text: string;
  instead: string;
  /** The tier that can show it. */
  tier: 'engine' | 'dexie';
};
