import type { Act } from './act.ts';
import { colleagueSees } from './acts/colleague-sees.ts';
import { depart } from './acts/depart.ts';
import { holdBack } from './acts/hold-back.ts';
import { offlineAndKilled } from './acts/offline-and-killed.ts';
import { oneMailTwoWitnesses } from './acts/one-mail-two-witnesses.ts';
import { openWorkspace } from './acts/open-workspace.ts';
import { readClients } from './acts/read-clients.ts';
import { workerKilled } from './acts/worker-killed.ts';

/** The main job from end to end; each act stands on those before it. */
export const story: readonly Act[] = [
  openWorkspace,
  readClients,
  holdBack,
  colleagueSees,
  offlineAndKilled,
  workerKilled,
  oneMailTwoWitnesses,
  depart,
];
