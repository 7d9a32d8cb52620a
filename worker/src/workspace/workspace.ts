import { DurableObject } from 'cloudflare:workers';
import { type Randomness, systemRandomness } from '../../../shared/domain/ids.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { PushRequest } from '../../../shared/protocol/push.ts';
import type { YieldRow } from '../../../shared/yield/reader-health.ts';
import { ticketHeader } from '../ticket-header.ts';
import { type Answer, type Decision, refuse } from './decision.ts';
import { memoryLimits } from './limits.ts';
import { liveSockets } from './live-sockets.ts';
import { isWorkspace, migrate } from './migrations/migrate.ts';
import { countYields } from './operations/count-yields.ts';
import { createWorkspace, type Founding } from './operations/create-workspace.ts';
import { dropInvitation } from './operations/drop-invitation.ts';
import { type Inviting, invite } from './operations/invite.ts';
import { issueLiveTicket } from './operations/issue-live-ticket.ts';
import { type Joining, join } from './operations/join.ts';
import { me } from './operations/me.ts';
import { members } from './operations/members.ts';
import { readPolicy, writePolicy } from './operations/policy.ts';
import { type PullQuery, pull } from './operations/pull.ts';
import { push } from './operations/push.ts';
import { type HandingIn, quarantine } from './operations/quarantine.ts';
import { redeemLiveTicket } from './operations/redeem-live-ticket.ts';
import { revokeDevice } from './operations/revoke-device.ts';
import { type SettingRole, setMemberRole } from './operations/set-member-role.ts';
import { type SettingStatus, setMemberStatus } from './operations/set-member-status.ts';
import { wiped } from './operations/wiped.ts';
import { yields } from './operations/yields.ts';
import { durableStore } from './storage/durable-store.ts';
import { readMeta } from './tables/meta.ts';
import { openPool } from './tables/pool.ts';
import type { Transaction } from './transaction.ts';

/**
 * One company: a shell around its database. Each operation runs in one synchronous transaction; whoever else has to learn of
 * it is told after the commit. Secrets come in as SHA-256 hashes: this object never sees one.
 *
 * Decision: the front calls methods instead of forwarding requests. It unpacks, parses and hashes on any machine, while this
 * object does one thing at a time for a whole company; and a call that does not fit does not compile.
 */
export class Workspace extends DurableObject<Env> {
  /** Replaced in tests. */
  clock: () => number = Date.now;
  random: Randomness = systemRandomness;
  readonly #store = durableStore(this.ctx.storage);
  readonly #limits = memoryLimits();
  readonly #live = liveSockets(this.ctx);
  #isWorkspace = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(this.#store);
  }

  create(founding: Founding): Answer<null> {
    const now = this.clock();
    return this.#store.transaction(() =>
      createWorkspace(this.#store, this.random, now, () => this.#open(now), founding),
    );
  }

  join(joining: Joining) {
    return this.#decide((tx) => join(tx, joining));
  }
  me(caller: string) {
    return this.#decide((tx) => me(tx, caller));
  }
  push(caller: string, request: PushRequest) {
    return this.#decide((tx) => push(tx, caller, request));
  }
  pull(caller: string, query: PullQuery) {
    return this.#decide((tx) => pull(tx, caller, query));
  }
  issueLiveTicket(caller: string, ticketHash: string) {
    return this.#decide((tx) => issueLiveTicket(tx, caller, ticketHash));
  }
  members(caller: string) {
    return this.#decide((tx) => members(tx, caller));
  }
  invite(caller: string, inviting: Inviting) {
    return this.#decide((tx) => invite(tx, caller, inviting));
  }
  dropInvitation(caller: string, invitation: string) {
    return this.#decide((tx) => dropInvitation(tx, caller, invitation));
  }
  setMemberStatus(caller: string, request: SettingStatus) {
    return this.#decide((tx) => setMemberStatus(tx, caller, request));
  }
  setMemberRole(caller: string, request: SettingRole) {
    return this.#decide((tx) => setMemberRole(tx, caller, request));
  }
  revokeDevice(caller: string, device: string) {
    return this.#decide((tx) => revokeDevice(tx, caller, device));
  }
  readPolicy(caller: string) {
    return this.#decide((tx) => readPolicy(tx, caller));
  }
  writePolicy(caller: string, policy: Policy) {
    return this.#decide((tx) => writePolicy(tx, caller, policy));
  }
  countYields(caller: string, rows: readonly YieldRow[]) {
    return this.#decide((tx) => countYields(tx, caller, rows));
  }
  yields(caller: string, days: number) {
    return this.#decide((tx) => yields(tx, caller, days));
  }
  quarantine(caller: string, handingIn: HandingIn) {
    return this.#decide((tx) => quarantine(tx, caller, handingIn));
  }
  wiped(caller: string, nonce: string) {
    return this.#decide((tx) => wiped(tx, caller, nonce));
  }

  /** The live connection: a socket cannot be handed over by a method call, so this alone comes as a request. */
  override fetch(request: Request): Response {
    const ticketHash = request.headers.get(ticketHeader) ?? '';
    const answer = this.#decide((tx) => redeemLiveTicket(tx, ticketHash));
    if (answer.kind === 'refused') return Response.json(answer);
    const { device, seq } = answer.body;
    return (
      this.#live.accept(device, seq) ??
      Response.json(refuse('rate-limited', 'Too many connections of one device', {}, 10))
    );
  }

  /** Devices say nothing but the ping, which the runtime answers by itself. */
  override webSocketMessage(socket: WebSocket): void {
    socket.close(1008, 'nothing is expected here');
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and above up to 1015 are reserved for what never goes over the wire.
    socket.close(code >= 1004 && code <= 1015 ? 1000 : code);
  }

  #decide<Body>(operation: (tx: Transaction) => Decision<Body>): Answer<Body> {
    this.#isWorkspace ||= isWorkspace(this.#store);
    if (!this.#isWorkspace) return refuse('not-found', 'No such workspace');
    const now = this.clock();
    const { decision, moved } = this.#store.transaction(() => {
      const tx = this.#open(now);
      const decision = operation(tx);
      tx.pool.flush();
      return { decision, moved: tx.pool.seq() > tx.meta.seq ? tx.pool.seq() : null };
    });
    if (decision.kind === 'refused') return decision;
    const { by, close } = decision.tell;
    this.#live.revoke(close);
    if (moved !== null) this.#live.poke(moved, by);
    return { kind: 'done', body: decision.body };
  }

  #open(now: number): Transaction {
    const store = this.#store;
    const meta = readMeta(store);
    if (meta === null) throw new Error('a workspace without its meta row');
    return { store, meta, pool: openPool(store, meta.seq), limits: this.#limits, random: this.random, now };
  }
}
