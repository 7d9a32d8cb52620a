import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Database } from '../../db/database.ts';
import { useServices } from './services.ts';

export type Live<T> = { kind: 'loading' } | { kind: 'ready'; value: T } | { kind: 'failed' };

/**
 * The answer of a query, followed as the database changes. When `key` changes the query is asked anew and the former answer
 * stays until the next one is there, so that typing a search does not flicker. `failed`: IndexedDB refused.
 */
export function useLiveQuery<T>(query: (db: Database) => Promise<T>, key: string): Live<T> {
  const { db } = useServices();
  const [live, setLive] = useState<Live<T>>({ kind: 'loading' });
  // `query` is a new closure at every render; `key` says when it differs.
  useEffect(() => {
    // Dexie follows a query across its awaits only where it can see that the query is asynchronous.
    const following = liveQuery(async () => query(db)).subscribe({
      next: (value) => setLive({ kind: 'ready', value }),
      error: () => setLive({ kind: 'failed' }),
    });
    return () => following.unsubscribe();
  }, [db, key]);
  return live;
}

/** The value once it is there, else `otherwise`. */
export function answerOr<T, E>(live: Live<T>, otherwise: E): T | E {
  return live.kind === 'ready' ? live.value : otherwise;
}
