import * as v from 'valibot';
import type { Store } from '../storage/store.ts';

const metaRow = v.object({
  workspace: v.string(),
  name: v.string(),
  slug: v.string(),
  /** base64url of 32 bytes: derives ids and match keys on the devices. */
  key: v.string(),
  /** The id of the policy's row in the pool. */
  policy: v.string(),
  /** Rises when the database is restored from a backup: every device begins again. */
  epoch: v.number(),
  /** Deletions up to this number are forgotten: a cursor from before may have missed one. */
  floor: v.number(),
});
export type Meta = v.InferOutput<typeof metaRow>;

export function readMeta(store: Store): Meta | null {
  return store.read(metaRow, 'SELECT workspace, name, slug, key, policy, epoch, floor FROM meta')[0] ?? null;
}

export function insertMeta(store: Store, meta: Omit<Meta, 'floor'>, schema: number, now: number): void {
  store.write(
    `INSERT INTO meta (only, schema, workspace, name, slug, key, policy, epoch, created_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    schema,
    meta.workspace,
    meta.name,
    meta.slug,
    meta.key,
    meta.policy,
    meta.epoch,
    now,
  );
}

/** For upkeep alone: what a push or pull knows of this row may be as old as the upkeep before it. */
export function raiseFloor(store: Store, floor: number): void {
  store.write('UPDATE meta SET floor = max(floor, ?)', floor);
}
