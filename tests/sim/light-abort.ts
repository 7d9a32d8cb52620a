type Listener = () => void;

/** `AbortSignal` as far as the engine uses it. The real one makes an exception with its stack at every abort, and costs as much as all else. */
class LightSignal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  #listeners: Listener[] = [];

  addEventListener(_type: string, listener: Listener, options?: { signal?: LightSignal }): void {
    if (options?.signal?.aborted) return;
    this.#listeners.push(listener);
    options?.signal?.addEventListener('abort', () => this.removeEventListener('abort', listener));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners = this.#listeners.filter((one) => one !== listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? abortError;
    const listeners = this.#listeners;
    this.#listeners = [];
    this.onabort?.();
    for (const listener of listeners) listener();
  }

  static any(signals: LightSignal[]): LightSignal {
    const all = new LightSignal();
    for (const one of signals) {
      if (one.aborted) all.abort(one.reason);
      else one.addEventListener('abort', () => all.abort(one.reason));
    }
    return all;
  }
}

const abortError = Object.assign(new Error('aborted'), { name: 'AbortError' });

export class LightAbortController {
  readonly signal = new LightSignal();

  abort(reason?: unknown): void {
    this.signal.abort(reason);
  }
}

export const lightAbortSignal: typeof LightSignal = LightSignal;
