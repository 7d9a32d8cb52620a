import * as v from 'valibot';

/** What a task says about one row, without the row's id; `{ error }` where it cannot be handled. */
export type Answer = Record<string, unknown>;

export type LabOptions = Readonly<Record<string, string>>;

/** A task of the evaluation that has been made ready: browsers, servers and tables are there. */
export type LabSession = {
  /** One answer a row, in the order of the rows. Never throws for a row's sake. */
  answer(rows: AsyncIterable<unknown>): AsyncIterable<Answer>;
  close(): Promise<void>;
};

/** `tests/lab/tasks/<name>.ts` exports one as `task`. It runs shipped code and nothing that stands in for it. */
export type LabTask = {
  /** Options that it takes (`--server roundcube`), with what each may be. */
  options: Readonly<Record<string, readonly string[]>>;
  /** Throws where it cannot be made ready at all. */
  open(options: LabOptions, signal: AbortSignal): Promise<LabSession>;
};

/** A session that answers each row by itself. What `answer` throws becomes that row's error. */
export function rowByRow<T>(
  schema: v.GenericSchema<unknown, T>,
  answer: (row: T) => Answer | Promise<Answer>,
  close: () => Promise<void> = async () => {},
): LabSession {
  return {
    async *answer(rows) {
      for await (const row of rows) {
        const parsed = v.safeParse(schema, row);
        if (!parsed.success) yield { error: malformed(parsed.issues) };
        else yield await attempt(async () => answer(parsed.output));
      }
    },
    close,
  };
}

/** A session that must see all rows before it can say anything about one. */
export function allAtOnce<T>(
  schema: v.GenericSchema<unknown, T>,
  answer: (rows: readonly T[]) => readonly Answer[],
): LabSession {
  return {
    async *answer(rows) {
      const good: T[] = [];
      const places: (number | string)[] = [];
      for await (const row of rows) {
        const parsed = v.safeParse(schema, row);
        places.push(parsed.success ? good.push(parsed.output) - 1 : malformed(parsed.issues));
      }
      const answers = answer(good);
      for (const place of places)
        yield typeof place === 'string' ? { error: place } : (answers[place] ?? { error: 'no answer' });
    },
    close: async () => {},
  };
}

async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function malformed(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'row'}: ${issue.message}`).join('; ');
}
