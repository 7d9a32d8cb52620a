import { browser } from 'wxt/browser';
import { systemRandomness } from '../../shared/domain/ids.ts';
import { openDatabase } from '../db/database.ts';
import { namedOn } from '../db/queries/fetch-first.ts';
import { interfaceCalls } from '../rpc/interface-calls.ts';
import type { Result } from '../rpc/notice.ts';
import { pageCalls } from '../rpc/page-calls.ts';
import { interfacePortName, pagePortName } from '../rpc/port-names.ts';
import type { ReadSnapshot } from '../rpc/read-request.ts';
import { serve } from '../rpc/serve.ts';
import { holdLive, type SocketLike } from '../sync/live.ts';
import { createLookAhead } from '../sync/look-ahead.ts';
import { lockIfLeaseRanOut } from '../sync/note-contact.ts';
import { reachedAgain } from '../sync/reached-again.ts';
import { sendYields } from '../sync/send-yields.ts';
import type { SyncDependencies } from '../sync/sync-dependencies.ts';
import { createSyncer, restoringAtStart } from '../sync/syncer.ts';
import {
  browserBadReads,
  browserEnrolment,
  browserLock,
  browserPlaces,
  browserScripts,
  browserSession,
  browserShapes,
  closeStorage,
  waitFor,
} from './browser-surfaces.ts';
import { browserUnsentCopy } from './browser-unsent-copy.ts';
import { isInterface, pageCaller, type SenderPort } from './caller.ts';
import type { ContentScript } from './content-registration.ts';
import { countYields } from './count-yields.ts';
import { recorderSource } from './device.ts';
import { interfaceFailures, interfaceHandlers } from './interface-handlers.ts';
import { whileOpen } from './interface-ports.ts';
import { keepRegistered } from './keep-registered.ts';
import { openPanel } from './open-panel.ts';
import { pageFailures, pageHandlers } from './page-handlers.ts';
import { pageReader } from './page-reader.ts';
import { pageScripts } from './page-scripts.ts';
import { readerHealth } from './reader-health.ts';
import { regularWork } from './regular-work.ts';
import { shapeOfTab } from './shape-of-tab.ts';
import { noteTrouble } from './trouble.ts';
import { watchTabs } from './watch-tabs.ts';

const alarmName = 'holdfast-regular-work';

/**
 * Starts the background, at every start of the service worker: all listeners are added at once, because the browser delivers
 * the event that woke it only to those. Nothing that matters is kept in here; the databases hold it.
 *
 * @param readSnapshot null in browsers whose background has no document
 */
export function startBackground(
  contentScripts: readonly ContentScript[],
  readSnapshot: ReadSnapshot | null,
): void {
  const db = openDatabase();
  const now = Date.now;
  const random = systemRandomness;
  const enrolment = browserEnrolment;
  const request = (url: string, init: RequestInit) => fetch(url, init);
  const copy = browserUnsentCopy();
  const unsent = copy === null ? {} : { unsent: copy };
  const sync: SyncDependencies = {
    ...unsent,
    db,
    enrolment,
    fetch: request,
    now,
    random,
    wait: waitFor,
    lock: browserLock,
  };
  const ready = restoringAtStart(sync);
  const recorder = recorderSource({ db, enrolment, now, random, ready, ...unsent });
  const { states, changed, allChanged } = watchTabs(db);
  const reading = pageScripts({
    surface: browserScripts,
    scripts: contentScripts,
    places: browserPlaces,
    lock: browserLock,
  });
  keepRegistered(reading, browserScripts.origins);

  const lookAhead = createLookAhead(sync, async () => (await recorder())?.derive ?? null);
  const { roundEnded, onReachedAgain } = reachedAgain();
  const syncer = createSyncer(sync, (answer) => {
    roundEnded(answer);
    if (!answer.ok && answer.notice.kind === 'device-revoked') void states.clear();
    else allChanged();
  });
  const openSocket = (url: string, protocols: string[]) => new WebSocket(url, protocols) as SocketLike;
  const interfaces = whileOpen(
    (signal) =>
      void holdLive({ ...sync, openSocket, onReachedAgain, pokeTaken: allChanged }, syncer.kick, signal),
  );
  const resume = () => {
    void lockIfLeaseRanOut(db, now()).then(syncer.kick, syncer.kick);
  };

  const look = async (tab: number): Promise<Result<null>> => {
    if (await reading.look(tab)) return { ok: true, value: null };
    return { ok: false, notice: { kind: 'forbidden', detail: 'the browser does not let it read this tab' } };
  };
  /** One click elsewhere is the one key after which the panel answers; granted sites have answered by themselves. */
  const lookIfSilent = async (tab: number) => {
    if ((await states.read(tab)) === null) await look(tab);
  };
  const { version } = browser.runtime.getManifest();
  const shape = (tab: number) => shapeOfTab(tab, { shapes: browserShapes, state: states.read, version });
  const answered = async (mailbox: string) => {
    await Promise.allSettled((await states.tabsOf(mailbox)).map(look));
  };
  const joined = interfaces.restart;
  const notice = (error: unknown) => noteTrouble(db, error);
  const pages = {
    calls: pageCalls,
    handlers: countYields(
      pageHandlers({
        db,
        recorder,
        states,
        health: readerHealth(browserBadReads, browserLock),
        handOver: reading.handOver,
        readPage: pageReader(readSnapshot),
        now,
        changed: (state) => {
          changed(state);
          void lookAhead(namedOn(state)).catch(console.error);
        },
        queued: syncer.kick,
      }),
      { db, session: browserSession, lock: browserLock, now },
    ),
    failures: pageFailures,
    notice,
  };
  const panels = {
    calls: interfaceCalls,
    handlers: interfaceHandlers({
      db,
      recorder,
      sync,
      syncer,
      look,
      shape,
      answered,
      joined,
      changed: allChanged,
    }),
    failures: interfaceFailures,
    notice,
  };

  browser.runtime.onConnect.addListener((port: SenderPort) => {
    const { id } = browser.runtime;
    const page = port.name === pagePortName ? pageCaller(port, id) : null;
    if (page !== null) return serve(port, pages, page);
    const known = port.name === interfacePortName && isInterface(port, id, self.location.origin);
    if (!known) return port.disconnect();
    serve(port, panels, null);
    interfaces.add(port);
    resume();
  });
  browser.alarms.onAlarm.addListener(() => {
    void regularWork(db, now()).then(({ syncDue }) => {
      if (syncDue) syncer.kick();
    }, console.error);
    void sendYields(sync).catch(console.error);
  });
  self.addEventListener('online', () => {
    interfaces.restart();
    syncer.kick();
  });
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'look' && tab?.id !== undefined) void look(tab.id);
  });
  browser.action.onClicked.addListener((tab) => {
    openPanel(tab.windowId);
    if (tab.id !== undefined) void lookIfSilent(tab.id).catch(console.error);
  });

  void closeStorage();
  void browser.alarms.create(alarmName, { periodInMinutes: 1 });
  resume();
}
