import type { Answer, LabOptions } from '../task.ts';

/** Runs a task on rows (each with what the task reads) and gives an answer a row, in order. */
export type Ask = (task: string, rows: readonly object[], options?: LabOptions) => Promise<Answer[]>;

/** One line of the table, and one figure of the benchmark. */
export type ScoreLine = {
  /** Stays the same from one release to the next. */
  name: string;
  /** What the aim is about: an F1, a share or a number. */
  value: number;
  /** With its operator, such as `>= 0.95`; null where the issue names none. */
  aim: string | null;
  precision?: number;
  recall?: number;
  /** How many facts or rows stand behind it. */
  n: number;
  /** The best known figure and whose it is. */
  known?: string;
};

/** How one labelled set of a corpora folder is scored: `tests/lab/score/<set>.ts` exports one as `score`. */
export type SetScore = {
  /** The file in the folder, such as `name-pairs.jsonl`. */
  file: string;
  /** Figures that it gives, in order, whether or not they can be had. */
  plan: readonly { name: string; aim: string | null }[];
  /** Needs a browser; one for a minute, however few the rows; webmail servers and a browser. */
  slow?: 'browser' | 'minute' | 'servers';
  run(rows: readonly unknown[], ask: Ask): Promise<ScoreLine[]>;
};
