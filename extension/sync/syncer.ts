import { countWaiting, waitingIds } from '../db/count-waiting.ts';
import { tryAgain } from '../db/database.ts';
import { readMeta } from '../db/meta.ts';
import { isStorageError, noticeOfError } from '../db/storage-notice.ts';
import type { Notice, Result } from '../rpc/notice.ts';
import type { Enrolment } from './enrolment.ts';
import type { Refusal } from './exchange.ts';
import { refreshKnown } from './fetch-known.ts';
import { isPassing, noteFailure } from './note-contact.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import { reEnrol } from './re-enrol.ts';
import { restoreUnsent } from './restore-unsent.ts';
import { beginLeaving, goOnLeaving, wipeAgain } from './revoked.ts';
import { backoffMs, type SyncDependencies } from './sync-dependencies.ts';
import { unpackWhile } from './unpack-while.ts';

/** The lock under which one context at a time pushes and pulls. */
export const syncLock = 'holdfast-sync';

export type Syncer = {
  /** One whole round that begins after this call; its answer is how it ended. Never rejects. */
  sync(): Promise<Result<null>>;
  /** Something may have changed: a round soon, and further ones with growing pauses while it fails. */
  kick(): void;
  stop(): void;
};

/**
 * Push, then pull, one round at a time. Holds nothing in memory that a stopped service worker would lose but the pause before
 * the next attempt, for which an alarm stands in. `ended` is told of every round.
 */
export function createSyncer(
  deps: SyncDependencies,
  ended: (answer: Result<null>) => void = () => {},
): Syncer {
  let running: Promise<Result<null>> | null = null;
  let queued: Promise<Result<null>> | null = null;
  let failures = 0;
  let pause: AbortController | null = null;
  let stopped = false;
  let unpacking = false;
  let heldBack = false;
  /** While the server asked to be left alone, whatever became of rounds that a person asked for meanwhile. */
  let asked: Promise<void> | null = null;
  let again = false;

  const start = (): Promise<Result<null>> => {
    pause?.abort();
    heldBack = false;
    const round = runRound(deps).then(({ answer, retryAfterMs }) => {
      if (running === round) running = null;
      failures = answer.ok ? 0 : failures + 1;
      if (answer.ok) asked = null;
      if (!answer.ok && isPassing(answer.notice)) {
        // What the server asks for is the least; devices that were told the same must not come back together.
        if (retryAfterMs !== null) leaveAlone(retryAfterMs);
        retryLater(backoffMs(failures, deps.random));
      }
      ended(answer);
      if (again && queued === null && !stopped && !heldBack) void start();
      again = false;
      // Nobody waits for it, and it is in nobody's way.
      if (answer.ok) void learnWhoIsKnown(deps).catch(() => undefined);
      unpack();
      return answer;
    });
    running = round;
    return round;
  };
  /** In slices, between which whatever else is to be done comes first; a round stops it, and begins it again at its end. */
  const unpack = () => {
    const idle = () => !stopped && running === null;
    if (!idle() || unpacking) return;
    unpacking = true;
    void unpackWhile(deps, idle).then((unpacked) => {
      unpacking = false;
      if (!unpacked) unpack();
    });
  };
  const sync = (): Promise<Result<null>> => {
    if (running === null) return start();
    queued ??= running.then(() => {
      queued = null;
      return running ?? start();
    });
    return queued;
  };
  const leaveAlone = (ms: number) => {
    heldBack = true;
    const over = deps.wait(ms, new AbortController().signal).then(() => {
      if (asked === over) asked = null;
    });
    asked = over;
  };
  const retryLater = (ms: number) => {
    if (stopped) return;
    const waiting = new AbortController();
    pause = waiting;
    heldBack = asked !== null;
    void (asked ?? Promise.resolve())
      .then(() => deps.wait(ms, waiting.signal))
      .then(() => {
        if (!waiting.signal.aborted && !stopped) void sync();
      });
  };

  return {
    sync,
    kick: () => {
      // The server asked to be left alone for a while, after which a round comes by itself; it may also be asking just now.
      if (stopped || heldBack) return;
      if (running === null) void start();
      else again = true;
    },
    stop: () => {
      stopped = true;
      pause?.abort();
    },
  };
}

/**
 * Restores once for a process, beginning now: what is recorded before it would stand before what is older. The answer resolves once that
 * is done; where IndexedDB refuses it rejects, and the next call tries again.
 */
export function restoringAtStart(deps: SyncDependencies): () => Promise<void> {
  let restoring: Promise<void> | null = null;
  const ready = () => {
    restoring ??= restoreAtStart(deps).catch((error) => {
      restoring = null;
      throw error;
    });
    return restoring;
  };
  ready().catch(() => undefined);
  return ready;
}

async function restoreAtStart(deps: SyncDependencies): Promise<void> {
  const restore = async () => {
    const enrolment = await deps.enrolment.read();
    if (enrolment === null) return wipeAgain(deps);
    if (deps.unsent === undefined || (await readMeta(deps.db, 'revoked')) !== undefined) return;
    await restoreUnsent(deps, enrolment);
  };
  await deps.lock(syncLock, restore);
}

type Round = { answer: Result<null>; retryAfterMs: number | null };

function runRound(deps: SyncDependencies): Promise<Round> {
  return deps.lock(syncLock, async () => {
    tryAgain(deps.db);
    try {
      const refusal = await pushAndPull(deps);
      if (refusal === null) return { answer: { ok: true, value: null }, retryAfterMs: null };
      return { answer: { ok: false, notice: refusal.notice }, retryAfterMs: refusal.retryAfterMs };
    } catch (error) {
      const notice = noticeOfError(error);
      await noteFailure(deps.db, notice, deps.now()).catch(() => undefined);
      if (!isStorageError(error)) console.error(error);
      return { answer: { ok: false, notice }, retryAfterMs: null };
    }
  });
}

/** Null: all that waited is sent, and all that there is has been pulled. */
async function pushAndPull(deps: SyncDependencies): Promise<Refusal | null> {
  const { db } = deps;
  const enrolment = await deps.enrolment.read();
  if (enrolment === null) return refusalOf({ kind: 'not-joined' });
  if ((await readMeta(db, 'revoked')) !== undefined) {
    await goOnLeaving(deps, enrolment);
    return refusalOf({ kind: 'device-revoked' });
  }
  await restoreUnsent(deps, enrolment);
  try {
    return await untilCurrent(deps, enrolment);
  } finally {
    await deps.unsent?.keepOnly(() => waitingIds(db));
  }
}

async function untilCurrent(deps: SyncDependencies, enrolled: Enrolment): Promise<Refusal | null> {
  const { db } = deps;
  let enrolment = enrolled;
  let forks = 0;
  for (;;) {
    const pushed = await pushAll(deps, enrolment);
    if (pushed.kind === 'idle' && pushed.current) return null;
    // What cannot be sent is no reason not to receive, unless the server will have nothing to do with us.
    const pulled = isFinal(pushed) ? pushed : await pullAll(deps, enrolment);
    const refusal = refusalIn(pulled) ?? (pushed.kind === 'stopped' ? pushed.refusal : null);
    if (refusal !== null) return giveUp(deps, refusal);
    if (pushed.kind === 'forked') {
      // A restored server has another epoch, which the pull has brought; whatever is a fork after that is one.
      forks += 1;
      if (forks > 2) return giveUp(deps, pushed.refusal);
      if (forks === 2) {
        const again = await reEnrol(deps, enrolment);
        // A worker that knows nothing of this leaves it at the fork.
        if (again.kind === 'refused')
          return giveUp(deps, isPassing(again.refusal.notice) ? again.refusal : pushed.refusal);
        enrolment = again.enrolment;
      }
      continue;
    }
    if ((await countWaiting(db)) === 0) return null;
  }
}

async function learnWhoIsKnown(deps: SyncDependencies): Promise<void> {
  const enrolment = await deps.enrolment.read();
  if (enrolment !== null) await refreshKnown(deps, enrolment);
}

async function giveUp(deps: SyncDependencies, refusal: Refusal): Promise<Refusal> {
  const { notice } = refusal;
  if (notice.kind === 'device-revoked') {
    await beginLeaving(deps.db, refusal, deps.now());
    const enrolment = await deps.enrolment.read();
    if (enrolment !== null) await goOnLeaving(deps, enrolment);
    return refusal;
  }
  // Where not even this can be written down, what the server asked for counts all the same.
  await noteFailure(deps.db, notice, deps.now()).catch(() => undefined);
  return refusal;
}

type Step = { kind: string; refusal?: Refusal };

function refusalIn(step: Step): Refusal | null {
  return step.kind === 'stopped' ? (step.refusal ?? null) : null;
}

/** The server refuses us, not what we sent: asking it for anything else would be in vain. */
function isFinal(step: Step): step is Step & { kind: 'stopped'; refusal: Refusal } {
  const kind = step.kind === 'stopped' ? step.refusal?.notice.kind : undefined;
  return kind !== undefined && kind !== 'malformed' && kind !== 'too-large';
}

function refusalOf(notice: Notice): Refusal {
  return { notice, problem: null, retryAfterMs: null };
}
