import * as v from 'valibot';
import { idSchema } from '../../shared/domain/ids.ts';
import { policySchema } from '../../shared/domain/policy.ts';
import {
  inviteRequest,
  inviteResponse,
  memberRoleRequest,
  memberStatusRequest,
  membersResponse,
} from '../../shared/protocol/members.ts';
import { commandSchema } from '../../shared/protocol/operation.ts';
import { yieldsQuery, yieldsResponse } from '../../shared/protocol/yields.ts';
import { registerChange } from '../../shared/sync/change.ts';
import { resultOf } from './notice.ts';
import { pageShapeSchema } from './page-shape.ts';

const nothing = v.null();
const done = resultOf(nothing);

/** Panel and dashboard → background. What they show comes from IndexedDB by live query; these calls change things. */
export const interfaceCalls = {
  /** Join a workspace with an invitation link; the first pull runs before it answers, as far as the network allows. */
  join: {
    input: v.object({ link: v.string(), deviceName: v.string() }),
    output: resultOf(v.object({ workspace: v.string(), member: idSchema })),
  },
  /** Read the tab in front once (activeTab); its page state appears under its key in session storage. */
  look: { input: v.object({ tab: v.number() }), output: done },
  /** The shape of what a tab shows, for the person to look at: it is neither kept nor sent. */
  shapePage: { input: v.object({ tab: v.number() }), output: resultOf(pageShapeSchema) },
  /** Take suggestions into the pool, by their ids. */
  take: { input: v.object({ suggestions: v.array(idSchema) }), output: resultOf(v.number()) },
  /** Not interested: these suggestions are not made again on this device. */
  dismiss: { input: v.object({ suggestions: v.array(idSchema) }), output: resultOf(v.number()) },
  /** May this mailbox be read? Asked once a mailbox. */
  answerMailbox: { input: v.object({ mailbox: v.string(), enable: v.boolean() }), output: done },
  /** A person's edit, or the acceptance of a proposed change. */
  edit: { input: v.object({ changes: v.array(registerChange) }), output: done },
  /** A decision that the server takes; queued while offline and shown as pending. */
  decide: { input: commandSchema, output: done },
  /** Push and pull now. */
  syncNow: { input: nothing, output: done },
  /** Parked operations, after the person has seen why: send again, or give up. */
  retryParked: { input: v.object({ operation: idSchema }), output: done },
  discardParked: { input: v.object({ operation: idSchema }), output: done },
  /** An interface is open: while it lives its port keeps the live connection. */
  listMembers: { input: nothing, output: resultOf(membersResponse) },
  invite: { input: inviteRequest, output: resultOf(inviteResponse) },
  setMemberStatus: {
    input: v.object({ member: idSchema, ...memberStatusRequest.entries }),
    output: done,
  },
  setMemberRole: { input: v.object({ member: idSchema, ...memberRoleRequest.entries }), output: done },
  revokeDevice: { input: v.object({ device: idSchema }), output: done },
  setPolicy: { input: policySchema, output: done },
  /** What the readers of webmails made of mails, on all devices: admins only. */
  readYields: { input: yieldsQuery, output: resultOf(yieldsResponse) },
};
