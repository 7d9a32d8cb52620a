/** A server that runs, or the sentence that says why not. `stop` ends what was started for it, and only that. */
export type Started<Value> =
  | { kind: 'started'; value: Value; stop(): Promise<void> }
  | { kind: 'unavailable'; why: string };
