import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { invitationLink, parseInvitationLink } from '../../shared/protocol/credential.ts';
import type { CreateWorkspaceRequest } from '../../shared/protocol/workspace.ts';
import { createWorkspace } from '../../worker/local/create-workspace.ts';

const storedSchema = v.object({
  name: v.string(),
  workspace: v.string(),
  admin: v.string(),
  /** The credential alone: the port may be another at the next start. */
  invitation: v.string(),
  madeAt: v.number(),
});

export type FoundedWorkspace = {
  name: string;
  admin: string;
  /** The admin's one-time link, for the worker's present address. */
  invitation: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  /** False where an earlier start made it: the invitation may be used up by now. */
  fresh: boolean;
};

const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether an invitation made at `madeAt` is past its seven days. */
export function invitationExpired(madeAt: number, now: number): boolean {
  return now >= madeAt + INVITATION_MS;
}

/**
 * The workspace that an earlier start made here, or a new one where there is none or `another` is asked for.
 * Rejects where the worker refuses.
 */
export async function foundWorkspace(
  data: string,
  worker: { url: string; deploymentSecret: string },
  founding: CreateWorkspaceRequest,
  another: boolean,
  now: () => number,
): Promise<FoundedWorkspace> {
  const file = join(data, 'workspace.json');
  const stored = another ? undefined : await readStored(file);
  if (stored !== undefined) {
    return { ...stored, invitation: invitationLink(worker.url, stored.invitation), fresh: false };
  }
  const made = await createWorkspace(worker, founding);
  const link = parseInvitationLink(made.invitation);
  const kept = {
    name: founding.name,
    workspace: made.workspace,
    admin: founding.admin.email,
    invitation: link?.invitation ?? made.invitation,
    madeAt: now(),
  };
  await mkdir(data, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return { ...kept, invitation: invitationLink(worker.url, kept.invitation), fresh: true };
}

async function readStored(file: string): Promise<v.InferOutput<typeof storedSchema> | undefined> {
  try {
    return v.parse(storedSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined; // none yet, or torn: a new one does no harm to an old one
  }
}
