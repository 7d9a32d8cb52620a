import * as v from 'valibot';
import { normaliseEmail } from '../../shared/identity/email-address.ts';
import { inviteResponse, membersResponse } from '../../shared/protocol/members.ts';
import { yieldsResponse } from '../../shared/protocol/yields.ts';
import type { Database } from '../db/database.ts';
import { policyInForce } from '../db/queries/policy-in-force.ts';
import type { Recorder } from '../record/record-reading.ts';
import { dismissSuggestions, takeSuggestions } from '../record/take-suggestions.ts';
import { discardParked, retryParked, writeDecision, writeEdit } from '../record/write-decisions.ts';
import type { interfaceCalls } from '../rpc/interface-calls.ts';
import type { Notice, Result } from '../rpc/notice.ts';
import type { PageShape } from '../rpc/page-shape.ts';
import type { Failures, Handlers } from '../rpc/serve.ts';
import { exchange, type Request } from '../sync/exchange.ts';
import { joinWorkspace } from '../sync/join.ts';
import type { SyncDependencies } from '../sync/sync-dependencies.ts';
import type { Syncer } from '../sync/syncer.ts';

export type InterfaceHandlerParts = {
  db: Database;
  recorder: () => Promise<Recorder | null>;
  sync: SyncDependencies;
  syncer: Syncer;
  /** Reads a tab once; the answer says whether the browser let it. */
  look: (tab: number) => Promise<Result<null>>;
  shape: (tab: number) => Promise<Result<PageShape>>;
  /** The person enabled a mailbox or refused it: pages in front of it ask again. */
  answered: (mailbox: string) => Promise<void>;
  /** The device belongs to a workspace now. */
  joined: () => void;
  /** The pool changed by the person's own hand. */
  changed: () => void;
};

type Calls = typeof interfaceCalls;

const done: Result<null> = { ok: true, value: null };
const failed = (notice: Notice) => ({ ok: false as const, notice });

/** What the background answers to panel and dashboard. */
export function interfaceHandlers(parts: InterfaceHandlerParts): Handlers<Calls, null> {
  const { db, recorder, sync, syncer, look, shape, answered, joined: isJoined, changed } = parts;

  /** Runs on the joined device, and then sends what it queued. */
  const write = async <T>(run: (device: Recorder) => Promise<Result<T>>): Promise<Result<T>> => {
    const device = await recorder();
    if (device === null) return failed({ kind: 'not-joined' });
    const answer = await run(device);
    if (answer.ok) {
      changed();
      syncer.kick();
    }
    return answer;
  };

  const ask = async <S extends v.GenericSchema>(
    method: Request['method'],
    path: string,
    body: unknown,
    schema: S,
  ): Promise<Result<v.InferOutput<S>>> => {
    const enrolment = await sync.enrolment.read();
    if (enrolment === null) return failed({ kind: 'not-joined' });
    const authorization = `Bearer ${enrolment.token}`;
    const request = {
      method,
      path,
      authorization,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const answer = await exchange(sync, enrolment.server, request, schema);
    if (answer.kind === 'refused') return failed(answer.refusal.notice);
    return { ok: true, value: answer.body };
  };

  /** What only the server decides, with its effect pulled before the answer where the network allows. */
  const order = async (method: Request['method'], path: string, body: unknown): Promise<Result<null>> => {
    const answer = await ask(method, path, body, v.null());
    if (answer.ok) await syncer.sync();
    return answer;
  };

  return {
    join: async ({ link, deviceName }) => {
      const joined = await joinWorkspace(sync, link, deviceName);
      if (!joined.ok) return joined;
      isJoined();
      await syncer.sync();
      return joined;
    },
    look: ({ tab }) => look(tab),
    shapePage: ({ tab }) => shape(tab),
    take: ({ suggestions }) =>
      write(async (device) => {
        const value = await takeSuggestions(device, suggestions, await policyInForce(db));
        return { ok: true, value };
      }),
    dismiss: async ({ suggestions }) => {
      const value = await dismissSuggestions(db, suggestions);
      changed();
      return { ok: true, value };
    },
    answerMailbox: async ({ mailbox, enable }) => {
      const address = normaliseEmail(mailbox);
      if (address === null) return failed({ kind: 'malformed', detail: 'mailbox' });
      await db.mailboxes.put({ address, answer: enable ? 'yes' : 'no' });
      await answered(address);
      return done;
    },
    edit: ({ changes }) => write((device) => writeEdit(device, changes)),
    decide: (command) => write((device) => writeDecision(device, command)),
    syncNow: async () => {
      await db.meta.delete('trouble');
      return syncer.sync();
    },
    retryParked: ({ operation }) => write((device) => retryParked(device, operation)),
    discardParked: ({ operation }) => write((device) => discardParked(device, operation)),
    listMembers: () => ask('GET', '/v1/members', undefined, membersResponse),
    invite: async (request) => {
      const answer = await ask('POST', '/v1/invitations', request, inviteResponse);
      if (answer.ok) syncer.kick();
      return answer;
    },
    setMemberStatus: ({ member, status }) => order('POST', `/v1/members/${member}/status`, { status }),
    setMemberRole: ({ member, role, manager }) =>
      order('POST', `/v1/members/${member}/role`, { role, ...(manager === undefined ? {} : { manager }) }),
    revokeDevice: ({ device }) => order('POST', `/v1/devices/${device}/revoke`, undefined),
    setPolicy: (policy) => order('PUT', '/v1/policy', policy),
    readYields: ({ days }) => ask('GET', `/v1/yields?days=${days}`, undefined, yieldsResponse),
  };
}

export const interfaceFailures: Failures<Calls> = {
  join: failed,
  look: failed,
  shapePage: failed,
  take: failed,
  dismiss: failed,
  answerMailbox: failed,
  edit: failed,
  decide: failed,
  syncNow: failed,
  retryParked: failed,
  discardParked: failed,
  listMembers: failed,
  invite: failed,
  setMemberStatus: failed,
  setMemberRole: failed,
  revokeDevice: failed,
  setPolicy: failed,
  readYields: failed,
};
