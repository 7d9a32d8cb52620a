import { openTask } from './open-task.ts';
import type { Ask } from './score/set-score.ts';
import type { Answer, LabSession } from './task.ts';

export type Asking = { ask: Ask; close(): Promise<void> };

/** Runs tasks on rows; what a task needed to be made ready stays until `close`, so that sets share a browser. */
export function askTasks(signal: AbortSignal): Asking {
  const open = new Map<string, Promise<LabSession>>();
  return {
    async ask(name, rows, options = {}) {
      signal.throwIfAborted();
      const key = JSON.stringify([name, options]);
      const opening = open.get(key) ?? openTask(name, options, signal);
      open.set(key, opening);
      const session = await opening;
      const answers: Answer[] = [];
      for await (const answer of session.answer(inTurn(rows))) {
        answers.push(answer);
        signal.throwIfAborted();
      }
      return answers;
    },
    async close() {
      const sessions = await Promise.allSettled(open.values());
      open.clear();
      for (const session of sessions) if (session.status === 'fulfilled') await session.value.close();
    },
  };
}

async function* inTurn(rows: readonly object[]): AsyncIterable<unknown> {
  yield* rows;
}
