/** Somebody named on a page: where, and how sure it is that this is a person. */
export type FoundName = {
  name: string;
  line: number;
  start: number;
  end: number;
  /** Words of the name, folded. */
  keys: string[];
  /** 1 and more is taken for a person; about 4 at most. */
  score: number;
  /** The name is all that the line says, or what it begins with. */
  heads: boolean;
  /** A label says that this is who answers for something. */
  labelled: boolean;
};
