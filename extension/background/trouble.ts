import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { noticeOfError } from '../db/storage-notice.ts';
import type { Notice } from '../rpc/notice.ts';

/** What is told of an error in a handler; a full disk is also kept for the panel, as far as a full disk takes it. */
export function noteTrouble(db: Database, error: unknown): Notice {
  const notice = noticeOfError(error);
  if (notice.kind === 'storage') void writeMeta(db, 'trouble', notice).catch(() => undefined);
  else console.error(error);
  return notice;
}

/** Writing works again. That storage was cleared, or the profile copied, stays said until the person asks for a sync. */
export async function clearTrouble(db: Database): Promise<void> {
  const trouble = await readMeta(db, 'trouble');
  if (trouble?.kind === 'storage' && trouble.detail !== 'cleared') await db.meta.delete('trouble');
}
