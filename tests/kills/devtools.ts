import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Params = Record<string, unknown>;

export type DevToolsEvent = { method: string; params: Params; sessionId?: string };

/** The DevTools protocol over Chromium's pipe, without what a test framework lays around it: a browser is there in 0.3 s. */
export type DevTools = {
  /** Rejects where the browser refuses, and where it ends before it answers. */
  send(method: string, params?: Params, session?: string): Promise<Params>;
  on(listener: (event: DevToolsEvent) => void): void;
};

type Message = {
  id?: number;
  method?: string;
  params?: Params;
  sessionId?: string;
  result?: Params;
  error?: { message: string };
};

/** For a Chromium that was started with `--remote-debugging-pipe`: descriptors 3 and 4, JSON that ends with a zero byte. */
export function openDevTools(child: ChildProcess): DevTools {
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const waiting = new Map<number, { done: (result: Params) => void; failed: (error: Error) => void }>();
  const listeners: ((event: DevToolsEvent) => void)[] = [];
  let count = 0;
  let ended = false;
  const end = () => {
    ended = true;
    for (const { failed } of waiting.values()) failed(new Error('the browser has ended'));
    waiting.clear();
  };
  child.once('exit', end);
  toBrowser.on('error', end);
  fromBrowser.on('error', end);
  fromBrowser.on('close', end);

  const take = ({ id, method, params = {}, sessionId, result = {}, error }: Message) => {
    if (method !== undefined) {
      for (const listener of listeners) {
        listener({ method, params, ...(sessionId === undefined ? {} : { sessionId }) });
      }
      return;
    }
    const asked = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error !== undefined) asked?.failed(new Error(error.message));
    else asked?.done(result);
  };
  let held: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let at = rest.indexOf(0); at !== -1; at = rest.indexOf(0)) {
      const text = Buffer.concat([...held, rest.subarray(0, at)]).toString();
      held = [];
      rest = rest.subarray(at + 1);
      take(JSON.parse(text) as Message);
    }
    if (rest.length > 0) held.push(rest);
  });

  return {
    on: (listener) => void listeners.push(listener),
    send: (method, params = {}, session) =>
      new Promise((done, failed) => {
        if (ended) return failed(new Error('the browser has ended'));
        count += 1;
        waiting.set(count, { done, failed });
        const whole = { id: count, method, params, ...(session === undefined ? {} : { sessionId: session }) };
        toBrowser.write(`${JSON.stringify(whole)}\0`);
      }),
  };
}

/** Runs a function of ours in a context of the browser, as it stands: it can use nothing but its argument. */
export type Evaluate = <A, T>(body: (given: A) => T | Promise<T>, given: A) => Promise<T>;

/** `context`: a unique id; without it, the page's own world. */
export function evaluateIn(devTools: DevTools, session: string, context?: string): Evaluate {
  return async (body, given) => {
    const answer = await devTools.send(
      'Runtime.evaluate',
      {
        expression: `(${body.toString()})(${JSON.stringify(given)})`,
        awaitPromise: true,
        returnByValue: true,
        ...(context === undefined ? {} : { uniqueContextId: context }),
      },
      session,
    );
    if (answer.exceptionDetails !== undefined) {
      throw new Error(`in the browser: ${JSON.stringify(answer.exceptionDetails).slice(0, 600)}`);
    }
    return (answer.result as { value: never }).value;
  };
}
