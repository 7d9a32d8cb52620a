import { type Credential, parseCredential } from '../../../shared/protocol/credential.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AppContext } from './context.ts';
import { sha256 } from './secrets.ts';

/** A workspace's object, and the hash of the secret that came with its name. */
export type Holder = { workspaceId: string; workspace: DurableObjectStub<Workspace>; secretHash: string };

/** The text behind `Authorization: <scheme> `; schemes are compared in any case. */
export function authorization(c: AppContext, scheme: string): string | null {
  const header = c.req.header('authorization') ?? '';
  const space = header.indexOf(' ');
  if (header.slice(0, Math.max(space, 0)).toLowerCase() !== scheme.toLowerCase()) return null;
  return header.slice(space + 1).trim();
}

/** Who a credential of this scheme belongs to. The workspace is named by the credential alone, never by the URL. */
export async function holderOf(c: AppContext, scheme: 'Bearer' | 'Invitation'): Promise<Holder | null> {
  const text = authorization(c, scheme);
  const credential = text === null ? null : parseCredential(text);
  return credential === null ? null : openHolder(c, credential);
}

export async function openHolder(c: AppContext, { workspace, secret }: Credential): Promise<Holder> {
  c.set('workspace', workspace);
  return { workspaceId: workspace, workspace: workspaceStub(c, workspace), secretHash: await sha256(secret) };
}

export function workspaceStub(c: AppContext, id: string): DurableObjectStub<Workspace> {
  return c.env.WORKSPACE.get(c.env.WORKSPACE.idFromName(id));
}
