import * as v from 'valibot';
import { WORLD } from './world-source.ts';

/** Milliseconds of a page's main thread, of which the content script took all. */
export type ScriptTimes = {
  /** All of it: compiling and evaluating the script, every callback and microtask since. */
  ms: number;
  /** What of one task of the event loop was the script's, at most. */
  longestTask: number;
};

/** What is needed for it, beside the tasks themselves. */
export const TRACE_CATEGORIES = ['v8', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

const event = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Microseconds. */
  ts: v.number(),
  dur: v.optional(v.number()),
  tdur: v.optional(v.number()),
  cat: v.string(),
  args: v.optional(v.looseObject({ worldName: v.optional(v.string()) }), {}),
});
type Span = { start: number; end: number; cpu: number; ours: boolean; task: boolean; micro: boolean };

/**
 * Reads Chromium's trace of one reading: ours is what was evaluated through DevTools (as the content script is), what was called in
 * our world, and the microtasks that followed within the same task. Time is the thread's own (`tdur`), so that other processes on
 * the same cores do not count; forced style and layout within our calls do.
 */
export function scriptTimes(events: readonly unknown[]): ScriptTimes {
  const threads = new Map<string, Span[]>();
  for (const one of events) {
    const parsed = v.safeParse(event, one);
    if (!parsed.success || parsed.output.ph !== 'X' || parsed.output.dur === undefined) continue;
    const { name, pid, tid, ts, dur, tdur = dur, cat, args } = parsed.output;
    const task = name === 'RunTask';
    const micro = name === 'RunMicrotasks';
    const ours =
      (name === 'EvaluateScript' && cat === 'disabled-by-default-devtools.timeline') ||
      (name === 'v8.callFunction' && args.worldName === WORLD);
    if (!task && !micro && !ours) continue;
    const key = `${pid} ${tid}`;
    const spans = threads.get(key) ?? [];
    threads.set(key, spans);
    spans.push({ start: ts, end: ts + dur, cpu: tdur, ours, task, micro });
  }
  let ms = 0;
  let longestTask = 0;
  for (const spans of threads.values()) {
    for (const task of oursByTask(spans)) {
      ms += task;
      longestTask = Math.max(longestTask, task);
    }
  }
  return { ms, longestTask };
}

/** What each task of one thread spent on us, in milliseconds; tasks that spent nothing are left out. */
function oursByTask(spans: Span[]): number[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const sums: number[] = [];
  let sum = 0;
  let taskEnd = Number.NEGATIVE_INFINITY;
  let coveredUntil = Number.NEGATIVE_INFINITY;
  let began = false;
  const close = () => {
    if (sum > 0) sums.push(sum);
    sum = 0;
    began = false;
  };
  for (const span of spans) {
    if (span.start >= taskEnd) close();
    if (span.task && span.start >= taskEnd) taskEnd = span.end;
    if (span.start < coveredUntil) continue;
    if (!span.ours && !(span.micro && began)) continue;
    began = true;
    coveredUntil = span.end;
    sum += span.cpu / 1000;
  }
  close();
  return sums;
}
