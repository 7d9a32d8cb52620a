import type { Cursor } from '../../shared/protocol/pull.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { keepKnown } from '../db/known-index.ts';
import { readMeta } from '../db/meta.ts';
import type { Enrolment } from './enrolment.ts';
import { openAnswer } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** Who is known changes little, and what is older says nothing wrong that matters. */
const keptMs = 24 * 3_600_000;

/**
 * Who is known of whom this device may hold no row: asked for once a day, and after the view of the pool has changed. Nothing
 * depends on it: what cannot be had now is asked for another day.
 */
export async function refreshKnown(deps: SyncDependencies, enrolment: Enrolment): Promise<void> {
  const cursor = await readMeta(deps.db, 'cursor');
  if (cursor === undefined || cursor.seq === 0) return;
  const held = await readMeta(deps.db, 'known');
  const age = deps.now() - (held?.at ?? 0);
  const fits = held?.epoch === cursor.epoch && held.view === cursor.view && !held.all;
  if (!fits || age > keptMs || age < 0) await fetchKnown(deps, enrolment, cursor, false);
}

/** `all`: of everybody, for the time until the snapshot is whole. */
export async function fetchKnown(
  deps: SyncDependencies,
  { server, token }: Enrolment,
  { epoch, view }: Cursor,
  all: boolean,
): Promise<void> {
  const at = deps.now();
  const path = `/v1/known?proto=${protocolVersion}&epoch=${epoch}&view=${view}${all ? '&all=1' : ''}`;
  const opened = await openAnswer(deps, server, { method: 'GET', path, authorization: `Bearer ${token}` });
  const bytes = opened.kind === 'ok' ? await bytesOf(opened.response) : new Uint8Array(0);
  if (opened.kind === 'ok') opened.close();
  await keepKnown(deps.db, { epoch, view, all, at }, bytes);
}

/** Nothing where the way breaks; what is not whole is not read (known.ts). */
async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return response.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => new Uint8Array(0),
  );
}
