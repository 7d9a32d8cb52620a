import type { Calls } from './call-map.ts';
import type { Acknowledgement, Attendance, pageCalls } from './page-calls.ts';
import { type ReconnectingOptions, reconnecting } from './reconnecting.ts';

export { pagePortName } from './port-names.ts';

export type PageClientOptions = Pick<ReconnectingOptions, 'connect' | 'after' | 'now'> & {
  /** The extension was updated or removed under the page: whoever listens to the page should stop. Called once. */
  onGone?: () => void;
};

export type PageClient = Pick<Calls<typeof pageCalls>, 'attend' | 'capture'> & { close(): void };

const limits = { attemptMs: 5000, patienceMs: 15_000 };

/**
 * The end of the scripts for webmails. Every page call may be repeated, so a stopped service worker is no error; after its patience
 * a capture is answered `failed` (`unreachable`) and an attendance `ask`, which reads nothing. The background validates;
 * this end carries no schema, because the content script must stay small.
 */
export function pageClient({ onGone, ...rest }: PageClientOptions): PageClient {
  const line = reconnecting({ ...rest, limits: () => limits, repeats: () => true });
  let told = false;
  const ask = async <T>(name: keyof typeof pageCalls, input: unknown, otherwise: T): Promise<T> => {
    const answer = await line.call(name, input);
    if (answer.kind === 'answered') return answer.value as T;
    if (answer.kind === 'gone' && !told) {
      told = true;
      onGone?.();
    }
    return otherwise;
  };
  return {
    attend: (visit) => ask<Attendance>('attend', visit, { kind: 'ask' }),
    capture: (reading) =>
      ask<Acknowledgement>('capture', reading, { kind: 'failed', notice: { kind: 'unreachable' } }),
    close: line.close,
  };
}
