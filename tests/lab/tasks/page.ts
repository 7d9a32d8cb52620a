import * as v from 'valibot';
import { inOrder } from '../in-order.ts';
import { openPageReader, type PageRead } from '../page/open-page-reader.ts';
import { pageAnswer } from '../page/page-answer.ts';
import type { Answer, LabTask } from '../task.ts';

const row = v.object({ url: v.optional(v.nullable(v.string()), ''), html: v.string() });
/** Two cores; more browsers than that only wait for each other. */
const browsers = 2;

/** `{id, url, html}` → `{people, companies, touches, health, ms}`, read by the built content scripts in real Chromium. */
export const task: LabTask = {
  options: {},
  async open(_options, signal) {
    const readers = await Promise.all(Array.from({ length: browsers }, () => openPageReader(signal)));
    return {
      answer: (rows) =>
        inOrder(rows, readers, async (given, reader): Promise<Answer> => {
          const parsed = v.safeParse(row, given);
          if (!parsed.success) return { error: v.summarize(parsed.issues) };
          const { url, html } = parsed.output;
          return answerOf(await reader.read({ url: url ?? '', html }));
        }),
      close: async () => {
        await Promise.all(readers.map((reader) => reader.close()));
      },
    };
  },
};

function answerOf(read: PageRead): Answer {
  switch (read.kind) {
    case 'failed':
      return { error: read.why };
    case 'nothing':
      return { people: [], companies: [], touches: [], health: 'unknown-page', ms: rounded(read.times.ms) };
    case 'read':
      return { ...pageAnswer(read.reading), ms: rounded(read.times.ms) };
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
