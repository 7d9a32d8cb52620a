import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Database } from '../../db/database.ts';
import { bulkArrivals } from '../../db/queries/fetch-first.ts';
import { useServices } from './services.ts';

export type Live<T> = { kind: 'loading' } | { kind: 'ready'; value: T } | { kind: 'failed' };

/**
 * The answer of a query, followed as the database changes. When `key` changes the query is asked anew and the former answer
 * stays until the next one is there, so that typing a search does not flicker. `failed`: IndexedDB refused. `fetch`
 * (db/queries/fetch-first.ts) comes before, and again whenever more has come in bulk.
 */
export function useLiveQuery<T>(
  query: (db: Database) => Promise<T>,
  key: string,
  fetch?: (db: Database) => Promise<void>,
): Live<T> {
  const { db } = useServices();
  const [live, setLive] = useState<Live<T>>({ kind: 'loading' });
  // `query` is a new closure at every render; `key` says when it differs.
  useEffect(() => {
    const stop = new AbortController();
    const failed = () => setLive({ kind: 'failed' });
    const follow = () =>
      followQuery(
        async () => query(db),
        (value) => setLive({ kind: 'ready', value }),
        failed,
        stop.signal,
      );
    if (fetch === undefined) follow();
    else fetchBefore(db, fetch, follow, failed, stop.signal);
    return () => stop.abort();
  }, [db, key]);
  return live;
}

/** Dexie follows a query across its awaits only where it can see that the query is asynchronous. */
function followQuery<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  error: () => void,
  signal: AbortSignal,
): void {
  const following = liveQuery(query).subscribe({ next, error });
  signal.addEventListener('abort', () => following.unsubscribe());
}

function fetchBefore(
  db: Database,
  fetch: (db: Database) => Promise<void>,
  follow: () => void,
  failed: () => void,
  signal: AbortSignal,
): void {
  let fetched: number | null = null;
  const arrived = (count: number) => {
    if (count === fetched) return;
    const first = fetched === null;
    fetched = count;
    fetch(db).then(() => {
      if (first && !signal.aborted) follow();
    }, failed);
  };
  followQuery(async () => bulkArrivals(db), arrived, failed, signal);
}

/** The value once it is there, else `otherwise`. */
export function answerOr<T, E>(live: Live<T>, otherwise: E): T | E {
  return live.kind === 'ready' ? live.value : otherwise;
}
