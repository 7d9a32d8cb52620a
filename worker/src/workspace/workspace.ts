import { DurableObject } from 'cloudflare:workers';
import { type Randomness, systemRandomness } from '../../../shared/domain/ids.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { LookUpRequest } from '../../../shared/protocol/look-up.ts';
import type { PushRequest } from '../../../shared/protocol/push.ts';
import type { YieldRow } from '../../../shared/yield/reader-health.ts';
import { liveProtocolHeader, ticketHeader } from '../ticket-header.ts';
import { decide, openEngine, openTransaction, runUpkeep } from './decide.ts';
import { type Answer, type Decision, refuse } from './decision.ts';
import { gatherTurns } from './gather.ts';
import { memoryLimits } from './limits.ts';
import { liveSockets } from './live-sockets.ts';
import { migrate } from './migrations/migrate.ts';
import { countYields } from './operations/count-yields.ts';
import { createWorkspace, type Founding } from './operations/create-workspace.ts';
import { dropInvitation } from './operations/drop-invitation.ts';
import { type Inviting, invite } from './operations/invite.ts';
import { issueLiveTicket } from './operations/issue-live-ticket.ts';
import { type Joining, join } from './operations/join.ts';
import { type KnownQuery, known } from './operations/known.ts';
import { lookUp } from './operations/look-up.ts';
import { me } from './operations/me.ts';
import { members } from './operations/members.ts';
import { readPolicy, writePolicy } from './operations/policy.ts';
import { newest, type PullQuery, pull } from './operations/pull.ts';
import { push, push3 } from './operations/push.ts';
import { type HandingIn, quarantine } from './operations/quarantine.ts';
import { type ReEnrolling, reEnrol } from './operations/re-enrol.ts';
import { redeemLiveTicket } from './operations/redeem-live-ticket.ts';
import { revokeDevice } from './operations/revoke-device.ts';
import { type SettingRole, setMemberRole } from './operations/set-member-role.ts';
import { type SettingStatus, setMemberStatus } from './operations/set-member-status.ts';
import { type SnapshotQuery, snapshot } from './operations/snapshot.ts';
import { wiped } from './operations/wiped.ts';
import { yields } from './operations/yields.ts';
import { overloadAfter } from './overload.ts';
import { pullAllowance } from './pull-allowance.ts';
import { seersOf } from './rules/visible.ts';
import { durableStore } from './storage/durable-store.ts';
import type { Transaction } from './transaction.ts';

/**
 * Characters of the pushes of one turn. More would change more pages of the database than its cache holds: these would be written
 * twice.
 */
const pushedInOneTurn = 36_000;

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
  readonly #engine = openEngine({
    store: this.#store,
    random: (bytes) => this.random(bytes),
    clock: () => this.clock(),
    limits: memoryLimits(),
  });
  readonly #pushes = gatherTurns((turn) => setTimeout(turn, 0), pushedInOneTurn);
  readonly #pulls = pullAllowance();
  readonly #live = liveSockets(this.ctx, (members) => seersOf(this.#store, members));

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(this.#store);
  }

  create(founding: Founding): Answer<null> {
    const now = this.clock();
    return this.#store.transaction(() =>
      createWorkspace(this.#store, this.random, now, () => openTransaction(this.#engine, now), founding),
    );
  }

  join(joining: Joining) {
    return this.#decide((tx) => join(tx, joining));
  }
  reEnrol(caller: string, reEnrolling: ReEnrolling) {
    return this.#decide((tx) => reEnrol(tx, caller, reEnrolling));
  }
  me(caller: string) {
    return this.#decide((tx) => me(tx, caller));
  }
  // `sent`: when the front called, by its clock. What is asked for often and by everybody is refused where it waited too long.
  push(sent: number, caller: string, request: PushRequest) {
    return this.#inTime(sent, (tx) => push(tx, caller, request));
  }
  push3(sent: number, caller: string, text: string) {
    this.#pulls.pushed(Date.now(), text.length);
    return this.#pushes.run(text.length, () => this.#inTime(sent, (tx) => push3(tx, caller, text)));
  }
  newest(sent: number, caller: string, query: Pick<PullQuery, 'proto' | 'epoch' | 'view'>) {
    return this.#inTime(sent, (tx) => newest(tx, caller, query));
  }
  pull(sent: number, caller: string, query: PullQuery): Answer<string> {
    const refused = this.#pulls.refusal(Date.now());
    if (refused !== null) return refused;
    const answer = this.#inTime(sent, (tx) => pull(tx, caller, query));
    if (answer.kind === 'done') this.#pulls.pulled(Date.now(), answer.body.length);
    return answer;
  }
  lookUp(sent: number, caller: string, request: LookUpRequest) {
    return this.#inTime(sent, (tx) => lookUp(tx, caller, request));
  }
  snapshot(sent: number, caller: string, query: SnapshotQuery) {
    return this.#inTime(sent, (tx) => snapshot(tx, caller, query));
  }
  known(sent: number, caller: string, query: KnownQuery) {
    return this.#inTime(sent, (tx) => known(tx, caller, query));
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
    const { device, member, seq } = answer.body;
    const protocol = request.headers.get(liveProtocolHeader) ?? '';
    return (
      this.#live.accept(device, member, protocol, seq) ??
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

  override async alarm(): Promise<void> {
    const ms = runUpkeep(this.#engine);
    if (ms !== null) await this.#wakeIn(ms);
  }

  /** One alarm there is: an earlier one stays. */
  async #wakeIn(ms: number): Promise<void> {
    const at = this.clock() + ms;
    const set = await this.ctx.storage.getAlarm();
    if (set === null || set > at) await this.ctx.storage.setAlarm(at);
  }

  #inTime<Body>(sent: number, operation: (tx: Transaction) => Decision<Body>): Answer<Body> {
    return overloadAfter(Date.now() - sent) ?? this.#decide(operation);
  }

  #decide<Body>(operation: (tx: Transaction) => Decision<Body>): Answer<Body> {
    const { answer, close, step, upkeepMs } = decide(this.#engine, operation);
    this.#live.revoke(close);
    if (step !== null) this.#live.poke(step);
    if (upkeepMs !== null) this.ctx.waitUntil(this.#wakeIn(upkeepMs));
    return answer;
  }
}
