// Atomic: the tables, the meta row, the policy, the first admin (invited) and that admin's invitation; or nothing.
// After the commit: nobody is connected yet, so nobody is told.

import { base64url } from '../../../../shared/domain/base64url.ts';
import { type Randomness, randomId } from '../../../../shared/domain/ids.ts';
import { defaultPolicy } from '../../../../shared/domain/policy.ts';
import type { CreateWorkspaceRequest } from '../../../../shared/protocol/workspace.ts';
import { type Answer, refuse } from '../decision.ts';
import { isWorkspace, layOut, newestSchema } from '../migrations/migrate.ts';
import type { Store } from '../storage/store.ts';
import { appendAudit } from '../tables/audit.ts';
import { insertInvitation, invitationMs } from '../tables/invitations.ts';
import { putMember } from '../tables/members.ts';
import { insertMeta } from '../tables/meta.ts';
import type { Transaction } from '../transaction.ts';

export type Founding = { workspace: string; invitationHash: string; request: CreateWorkspaceRequest };

/** Makes this object a workspace. `open` gives the transaction over the tables that were just laid out. */
export function createWorkspace(
  store: Store,
  random: Randomness,
  now: number,
  open: () => Transaction,
  { workspace, invitationHash, request }: Founding,
): Answer<null> {
  if (isWorkspace(store)) return refuse('conflict', 'The workspace exists');
  layOut(store);
  const policy = randomId(random);
  const { name, slug, ownDomains, freemail = [], admin } = request;
  const meta = { workspace, name, slug, key: base64url(random(32)), policy, epoch: 1 };
  insertMeta(store, meta, newestSchema, now);
  const tx = open();
  const fact = { ...defaultPolicy, ownDomains, freemail: { also: freemail, not: [] } };
  tx.pool.put(policy, { kind: 'policy', gone: false, state: { fact } });
  const member = randomId(random);
  putMember(tx, {
    id: member,
    email: admin.email,
    name: admin.name,
    role: 'admin',
    status: 'invited',
    manager: null,
    department: null,
    view: 1,
  });
  insertInvitation(store, {
    id: randomId(random),
    secret: invitationHash,
    member,
    expiresAt: now + invitationMs,
  });
  appendAudit(tx, { member: null, device: null }, 'create-workspace', workspace, { after: { name, slug } });
  tx.pool.seal();
  return { kind: 'done', body: null };
}
