import type { PageReading } from '../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../shared/capture/page-snapshot.ts';
import type { PagePolicy } from '../../shared/policy/page-policy.ts';
import type { Database } from '../db/database.ts';
import { policyInForce } from '../db/queries/policy-in-force.ts';
import type { PageState } from '../db/views.ts';
import { interpretReading } from '../reading/interpret-reading.ts';
import { type Recorder, recordReading } from '../record/record-reading.ts';
import type { Acknowledgement, Attendance, HandOver, pageCalls } from '../rpc/page-calls.ts';
import type { Failures, Handlers } from '../rpc/serve.ts';
import type { PageCaller } from './caller.ts';
import { decideAttendance } from './decide-attendance.ts';
import type { FramePart } from './merge-frames.ts';
import type { PageScripts } from './page-scripts.ts';
import type { PageStates } from './page-states.ts';
import type { ReaderHealth } from './reader-health.ts';
import { clearTrouble } from './trouble.ts';

/** Reads a page from what its content script wrote down; null where that cannot be done. */
export type ReadPage = (snapshot: PageSnapshot, policy: PagePolicy) => Promise<PageReading | null>;

export type PageHandlerParts = {
  db: Database;
  recorder: () => Promise<Recorder | null>;
  states: PageStates;
  health: ReaderHealth;
  handOver: PageScripts['handOver'];
  readPage: ReadPage;
  now: () => number;
  /** The tab shows something else: its badge may no longer be right. */
  changed: (state: PageState) => void;
  /** Something waits to be sent. */
  queued: () => void;
};

export const pageFailures: Failures<typeof pageCalls> = {
  // Read nothing now; the page asks again.
  attend: () => ({ kind: 'ask' }),
  capture: (notice) => ({ kind: 'failed', notice }),
  readPage: (notice) => ({ kind: 'failed', notice }),
  foundWebmail: () => ({ kind: 'failed' }),
};

/** What the background answers to content scripts. Where they are, the port says; all else is the page's word. */
export function pageHandlers(parts: PageHandlerParts): Handlers<typeof pageCalls, PageCaller> {
  const { db, recorder, states, health, handOver, readPage, now, changed, queued } = parts;

  const show = async (caller: PageCaller, part: Omit<FramePart, 'document' | 'frame' | 'at' | 'origin'>) => {
    try {
      const frame = { ...part, origin: caller.origin, frame: caller.frame, at: now() };
      changed(await states.put(caller, frame));
    } catch (error) {
      // What the panel shows is not what was asked: a capture that is durable stays acknowledged.
      console.error(error);
    }
  };

  const capture = async (given: PageReading, caller: PageCaller): Promise<Acknowledgement> => {
    const device = await recorder();
    if (device === null) return { kind: 'failed', notice: { kind: 'not-joined' } };
    const attendance = await decideAttendance(db, true, given, caller.origin);
    if (attendance.kind !== 'go') return { kind: 'nothing' };
    const reading = interpretReading(given);
    const stopped = await health.note(caller.origin, given);
    const said = { ...partOf(reading), stopped };
    if (stopped || reading.health === 'unhealthy' || reading.health === 'unknown-page') {
      await show(caller, said);
      return { kind: 'nothing' };
    }
    const page = { ...reading.page, origin: caller.origin };
    const recorded = await recordReading(device, { ...reading, page }, await policyInForce(db));
    if (recorded.operations > 0) {
      await clearTrouble(db);
      queued();
    }
    await show(caller, { ...said, ...recorded.page });
    const { touches, suggestions, operations } = recorded;
    return touches + suggestions + operations > 0
      ? { kind: 'recorded', touches, suggestions }
      : { kind: 'nothing' };
  };

  return {
    attend: async (visit, caller): Promise<Attendance> => {
      const joined = (await recorder()) !== null;
      const attendance = await decideAttendance(db, joined, visit, caller.origin);
      const { reader, mailbox } = visit;
      const stopped = await health.isStopped(caller.origin, reader);
      await show(caller, {
        ...nothingSeen,
        reader: reader.id,
        mailbox,
        attendance: attendance.kind,
        stopped,
      });
      // who is on the never-list is no business of a page that does not judge by it
      return attendance.kind === 'go' && reader.id === 'web' ? { kind: 'go', policy: noPolicy } : attendance;
    },
    capture,
    readPage: async (snapshot, caller): Promise<Acknowledgement> => {
      const attendance = await decideAttendance(db, (await recorder()) !== null, ordinary, caller.origin);
      if (attendance.kind !== 'go') return { kind: 'nothing' };
      const url = URL.parse(snapshot.url)?.origin === caller.origin ? snapshot.url : `${caller.origin}/`;
      const reading = await readPage({ ...snapshot, url }, attendance.policy);
      if (reading !== null) return capture(reading, caller);
      return { kind: 'failed', notice: { kind: 'server-error', detail: 'the page could not be read' } };
    },
    foundWebmail: async ({ reader }, caller): Promise<HandOver> => ({
      kind: (await handOver(caller, reader)) ? 'handed-over' : 'nothing',
    }),
  };
}

const ordinary = { reader: { id: 'web' as const, version: 0 }, mailbox: null };
const noPolicy: PagePolicy = { ownDomains: [], neverAddresses: [], neverDomains: [] };

const nothingSeen = {
  title: '',
  health: 'unknown-page' as const,
  problems: [],
  people: [],
  companies: [],
  touches: [],
  heldBack: { never: 0, bulk: 0, internal: 0 },
};

function partOf(reading: Omit<PageReading, 'mails'>) {
  const { reader, page, mailbox, health, problems, rungs, heldBack, ms } = reading;
  return {
    ...nothingSeen,
    ...(rungs === undefined ? {} : { rungs }),
    reader: reader.id,
    title: page.title,
    mailbox,
    attendance: 'go' as const,
    health,
    problems,
    heldBack,
    ms,
  };
}
