import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { expect, test } from 'vitest';
import { policySchema } from '../../../shared/domain/policy.ts';
import { joinRequest, joinResponse, meResponse } from '../../../shared/protocol/join.ts';
import { liveDown, liveTicket } from '../../../shared/protocol/live.ts';
import { liveDown3 } from '../../../shared/protocol/live-3.ts';
import {
  inviteRequest,
  inviteResponse,
  memberRoleRequest,
  memberStatusRequest,
  membersResponse,
} from '../../../shared/protocol/members.ts';
import { problemKinds, problemSchema } from '../../../shared/protocol/problem.ts';
import { pullQuery, pullResponse } from '../../../shared/protocol/pull.ts';
import { newestResponse, pullResponse3 } from '../../../shared/protocol/pull-3.ts';
import { pushRequest, pushResponse } from '../../../shared/protocol/push.ts';
import { pushResponse3 } from '../../../shared/protocol/push-3.ts';
import { quarantineRequest, quarantineResponse, wipedRequest } from '../../../shared/protocol/quarantine.ts';
import { reEnrolRequest } from '../../../shared/protocol/re-enrol.ts';
import { segmentHead, snapshotEnd, snapshotHead } from '../../../shared/protocol/snapshot.ts';
import { newestServed, oldestServed, protocolVersion } from '../../../shared/protocol/version.ts';
import { createWorkspaceRequest, createWorkspaceResponse } from '../../../shared/protocol/workspace.ts';
import { yieldsQuery, yieldsRequest, yieldsResponse } from '../../../shared/protocol/yields.ts';

const messages: Record<string, GenericSchema> = {
  createWorkspaceRequest,
  createWorkspaceResponse,
  inviteRequest,
  inviteResponse,
  joinRequest,
  joinResponse,
  liveDown,
  liveDown3,
  liveTicket,
  meResponse,
  memberRoleRequest,
  memberStatusRequest,
  membersResponse,
  newestResponse,
  policySchema,
  problemSchema,
  pullQuery,
  pullResponse,
  pullResponse3,
  pushRequest,
  pushResponse,
  pushResponse3,
  quarantineRequest,
  quarantineResponse,
  reEnrolRequest,
  segmentHead,
  snapshotEnd,
  snapshotHead,
  wipedRequest,
  yieldsQuery,
  yieldsRequest,
  yieldsResponse,
};

/** Each message's form, the smallest text that changes with anything that another version could notice. */
function fingerprints(): Record<string, string> {
  const hash = (value: unknown) =>
    createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
  const of = (schema: GenericSchema) =>
    hash(toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }));
  const forms = Object.entries(messages).map(([name, schema]) => [name, of(schema)] as const);
  return { ...Object.fromEntries(forms), problemKinds: hash(problemKinds) };
}

/**
 * Fails with every change on the wire. Decide in shared/protocol/version.ts whether the version rises, add a line there, and
 * only then write the new fingerprint here.
 */
test('the wire is the one that version.ts was decided for', () => {
  expect({ protocolVersion, oldestServed, newestServed, ...fingerprints() }).toMatchInlineSnapshot(`
    {
      "createWorkspaceRequest": "923a91a59f88",
      "createWorkspaceResponse": "1aa5ddbad47e",
      "inviteRequest": "02b954733b37",
      "inviteResponse": "e86e1138c0d0",
      "joinRequest": "20a269650e2a",
      "joinResponse": "e624eabe48e4",
      "liveDown": "28bc3ec26027",
      "liveDown3": "f5913b861c01",
      "liveTicket": "6042a84da203",
      "meResponse": "ecca4870a17f",
      "memberRoleRequest": "98deed951c52",
      "memberStatusRequest": "5cc51d33a7f9",
      "membersResponse": "f476938e6471",
      "newestResponse": "e7d37d550060",
      "newestServed": 3,
      "oldestServed": 1,
      "policySchema": "614c13b9bec3",
      "problemKinds": "c84ac761b442",
      "problemSchema": "36f616a2b1d5",
      "protocolVersion": 3,
      "pullQuery": "60194e012f9e",
      "pullResponse": "b2a1c7674a6a",
      "pullResponse3": "aeb520c5d904",
      "pushRequest": "1192f2f58ab1",
      "pushResponse": "2d5ceed94a6c",
      "pushResponse3": "5b34d1dfa5f3",
      "quarantineRequest": "ce7891d38a30",
      "quarantineResponse": "f0aa0fc0f268",
      "reEnrolRequest": "2644211e199a",
      "segmentHead": "e24793d91709",
      "snapshotEnd": "f8cc9e5b31f9",
      "snapshotHead": "2ece733ae6bc",
      "wipedRequest": "9f5b98f1b344",
      "yieldsQuery": "7d3bfd3219fc",
      "yieldsRequest": "3affe56e5559",
      "yieldsResponse": "1b2007bab892",
    }
  `);
});
