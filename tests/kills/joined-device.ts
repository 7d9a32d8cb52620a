import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MadeUpWorkspace } from '../worker/made-up-workspace.ts';
import { type Device, openDevice } from './device.ts';
import { openFaultyLink } from './faulty-link.ts';
import type { KillableWorker } from './killable-worker.ts';
import type { DeviceName, Ledger } from './ledger.ts';
import { members } from './made-up-records.ts';

type Joining = {
  folder: string;
  mailUrl: string;
  random: () => number;
  worker: KillableWorker;
  ledger: Ledger;
  workspace: MadeUpWorkspace;
  extension: string;
};

/** One rep's browser, joined. */
export async function joinedDevice(
  name: DeviceName,
  { folder, mailUrl, random, worker, ledger, workspace, extension }: Joining,
): Promise<{ device: Device; member: string }> {
  const link = await openFaultyLink({
    port: worker.port,
    random,
    answered: (text) => ledger.answeredPush(name, text),
  });
  const profile = join(folder, `profile-${name}`);
  const device = await openDevice({ name, link, extension, profile, mailUrl });
  const invited = await workspace.invite(members[name].name, 'rep');
  const own = new URL(invited.link);
  const { panel } = await device.up();
  const answer = await panel.ask('join', { link: `${link.url}/${own.hash}`, deviceName: `Device ${name}` });
  const joined =
    answer.kind === 'answered' ? (answer.value as { ok: boolean; value?: { member: string } }) : null;
  if (joined?.ok !== true || joined.value === undefined) {
    await device.close();
    throw new Error(`device ${name} could not join: ${JSON.stringify(answer)}`);
  }
  return { device, member: joined.value.member };
}

/** A page that the extension is granted, with nothing on it. */
export async function serveMailPage(open: AsyncDisposableStack): Promise<string> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Mail</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
