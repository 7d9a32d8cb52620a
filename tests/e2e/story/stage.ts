import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createWorkspace } from '../../../worker/local/create-workspace.ts';
import { type RunningWorker, startWorker } from '../../../worker/local/start-worker.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { folderContents } from '../../webmail/mails/index.ts';
import { OWN_DOMAIN } from '../../webmail/people.ts';
import { startWebmail, type Webmail } from '../../webmail/start-webmail.ts';
import { companyPage } from '../company-pages.ts';
import { type CompanySites, serveCompanySites } from '../company-sites.ts';
import { type Actor, openActor } from './actor.ts';

/** Home pages of companies that A's sample mails come from. */
export const sampleSites = [
  { host: 'www.harbourline.example', name: 'Harbourline Logistics' },
  { host: 'www.nordwerk.example', name: 'Nordwerk Präzisionsteile' },
];

/** Everything the story plays on. Nothing of it is a stand-in but the companies and their people. */
export type Stage = {
  worker: RunningWorker;
  adminLink: string;
  webmail: Webmail;
  roundcube: string;
  sogo: string;
  password: string;
  sites: CompanySites;
  admin: Actor;
  a: Actor;
  b: Actor;
  /** Tabs with A's and B's Roundcube, once they have signed in. */
  aMail: Page;
  bMail: Page;
  lastUid: { jonas: number };
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  close(): Promise<void>;
};

export type StageStart = { kind: 'ready'; stage: Stage } | { kind: 'unavailable'; why: string };

async function localBuild(): Promise<string> {
  const built = await buildExtension('chrome-local');
  if (built.kind === 'failed') throw new Error(built.why);
  return built.path;
}

/**
 * Sets the stage in a temporary folder; `unavailable` where the webmails cannot be had (no root). `extension`: another build
 * than the one that grants local hosts; `servers`: both webmails unless named.
 */
export async function setStage(
  log: (line: string) => void,
  options: { extension?: string; servers?: readonly ('roundcube' | 'sogo')[] } = {},
): Promise<StageStart> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-story-'));
  const disposers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const dispose of disposers.reverse().splice(0)) await dispose().catch((error) => log(String(error)));
  };
  try {
    const started = await startWebmail({
      state: join(folder, 'webmail'),
      servers: options.servers ?? ['roundcube', 'sogo'],
      timeZones: { amira: 'Asia/Tokyo' },
      log,
    });
    if (started.kind === 'unavailable') {
      await close();
      return started;
    }
    const { webmail } = started;
    disposers.push(() => webmail.stop());
    const extension = options.extension ?? (await localBuild());
    const dataDir = join(folder, 'worker');
    await mkdir(dataDir);
    let worker = await startWorker({ dataDir });
    disposers.push(() => worker.stop());
    const port = Number(new URL(worker.url).port);
    const { invitation } = await createWorkspace(worker, {
      name: 'Tidewater Tools',
      slug: 'tidewater',
      ownDomains: [OWN_DOMAIN],
      admin: { name: 'Vera Novak', email: `vera.novak@${OWN_DOMAIN}` },
    });
    const sites = await serveCompanySites(sampleSites.map(companyPage));
    disposers.push(sites.close);
    const person = async (name: string, email: string, timezone: string) => {
      const actor = await openActor({
        name,
        email,
        extension,
        profile: join(folder, email),
        timezone,
        hostRules: sites.hostRules,
        worker: { port },
      });
      disposers.push(actor.close);
      return actor;
    };
    const stage: Stage = {
      worker,
      adminLink: invitation,
      webmail,
      roundcube: webmail.roundcube?.url as string,
      sogo: webmail.sogo?.url as string,
      password: webmail.password,
      sites,
      admin: await person('Vera Novak', `vera.novak@${OWN_DOMAIN}`, 'Europe/Prague'),
      a: await person('Jonas Weber', `jonas.weber@${OWN_DOMAIN}`, 'Europe/Lisbon'),
      b: await person('Amira Haddad', `amira.haddad@${OWN_DOMAIN}`, 'Asia/Tokyo'),
      aMail: undefined as never,
      bMail: undefined as never,
      lastUid: { jonas: folderContents('jonas').get('INBOX')?.length ?? 0 },
      killWorker: () => worker.kill(),
      startWorker: async () => {
        worker = await startWorker({ dataDir, port });
        stage.worker = worker;
      },
      close,
    };
    return { kind: 'ready', stage };
  } catch (error) {
    await close();
    throw error;
  }
}
