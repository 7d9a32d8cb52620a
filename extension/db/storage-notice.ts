import type { Notice } from '../rpc/notice.ts';

/**
 * What the person is told of an error that IndexedDB or our own code threw. A full disk arrives as Dexie's `AbortError`
 * with the `QuotaExceededError` as its `inner`; a database deleted or closed under us as one of the others.
 */
export function noticeOfError(error: unknown): Notice {
  const names = errorNames(error);
  const storage = names.some((name) => storageErrors.has(name));
  return { kind: storage ? 'storage' : 'server-error', detail: names.join(' < ') || String(error) };
}

export function isStorageError(error: unknown): boolean {
  return errorNames(error).some((name) => storageErrors.has(name));
}

const storageErrors: ReadonlySet<string> = new Set([
  'QuotaExceededError',
  'QuotaExceeded',
  'AbortError',
  'DatabaseClosedError',
  'OpenFailedError',
  'InvalidStateError',
  'UnknownError',
  'VersionError',
  'MissingAPIError',
  'BulkError',
]);

function errorNames(error: unknown): string[] {
  const names: string[] = [];
  for (let e: unknown = error, depth = 0; e instanceof Object && depth < 5; depth += 1) {
    if ('name' in e) names.push(String(e.name));
    e = 'inner' in e ? e.inner : undefined;
  }
  return names;
}
