/** What a step found: one line for the list, and, where it fails, what a person needs to mend it. */
export type StepResult = { ok: boolean; said: string; details: readonly string[] };

export type Step = { name: string; run(): Promise<StepResult> };

export function passed(said: string): StepResult {
  return { ok: true, said, details: [] };
}

export function failed(said: string, details: readonly string[] = []): StepResult {
  return { ok: false, said, details };
}
