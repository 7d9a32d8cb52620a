import * as v from 'valibot';
import { holdBackMails } from '../../../extension/capture/runtime/hold-back-mails.ts';
import type { Page, SiteAdapter } from '../../../extension/capture/sites/adapter.ts';
import { hostedWebmails } from '../../../extension/capture/sites/hosted-webmails.ts';
import { isHostedWebmail, webmailFound } from '../../../extension/capture/sites/is-webmail.ts';
import { selfHostedWebmails } from '../../../extension/capture/sites/self-hosted-webmails.ts';
import { readSnapshot } from '../../../extension/capture/web/read-snapshot.ts';
import { serialiseSlowly } from '../../../extension/capture/web/serialise-slowly.ts';
import { takeSnapshot } from '../../../extension/capture/web/take-snapshot.ts';
import { interpretReading } from '../../../extension/reading/interpret-reading.ts';
import { type PageReading, pageReading } from '../../../shared/capture/page-reading.ts';
import { pageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import { seenCompany, seenPerson } from '../../../shared/capture/seen.ts';
import { seededRandom } from '../../bench/main/seeded-random.ts';
import { mutatePage, type Seed } from './mutate-page.ts';
import { prototypeWatch } from './prototype-watch.ts';

/** What was wrong with one page, and the page's beginning. */
export type Fault = { number: number; why: string; html: string };

/*
 * Runs in a tab that shows nothing: every page is parsed into a document of its own, which runs no scripts and loads nothing, and is
 * given to all shipped readers and to what the background makes of it.
 */
declare global {
  var holdfastSeeds: Seed[];
  var holdfastFuzz: (from: number, to: number, seed: number) => Promise<Fault[]>;
}

const policy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: ['never.example'] };
const readers: readonly SiteAdapter[] = [...selfHostedWebmails, ...hostedWebmails];
const interpreted = v.object({
  people: v.pipe(v.array(seenPerson), v.maxLength(300)),
  companies: v.pipe(v.array(seenCompany), v.maxLength(100)),
});
const shownHtml = 20_000;

globalThis.holdfastFuzz = async (from, to, seed) => {
  const faults: Fault[] = [];
  for (let number = from; number < to; number += 1) {
    const { url, html } = mutatePage(holdfastSeeds, seededRandom(seed * 1_000_003 + number));
    for (const why of await faultsOf(url, html)) faults.push({ number, why, html: html.slice(0, shownHtml) });
  }
  return faults;
};

async function faultsOf(url: string, html: string): Promise<string[]> {
  const faults: string[] = [];
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const watch = prototypeWatch();
  let writes = 0;
  const written = new MutationObserver((records) => {
    writes += records.length;
  });
  written.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const reader of readers) {
    try {
      faults.push(...readBy(reader, { doc, url: new URL(url) }).map((why) => `${reader.id}: ${why}`));
    } catch (error) {
      faults.push(`${reader.id}: threw ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  try {
    faults.push(...(await readHandedOver({ doc, url: new URL(url) })).map((why) => `web: ${why}`));
  } catch (error) {
    faults.push(`web: threw ${error instanceof Error ? error.stack : String(error)}`);
  }
  if (writes + written.takeRecords().length > 0) faults.push('the document was written to');
  written.disconnect();
  return [...faults, ...watch()];
}

function readBy(reader: SiteAdapter, page: Page): string[] {
  if (!reader.detect(page)) return [];
  const mailbox = reader.mailbox(page);
  const view = reader.view(page);
  if (view === null) return [];
  const read = reader.extract(page, view, { answer: null, last: true, now: 1_700_000_000_000 });
  if (read.kind === 'waiting') return ['waits at its end'];
  const { reading, heldBack } = holdBackMails(read, policy, mailbox);
  return faultsOfReading({
    ...reading,
    reader: { id: reader.id, version: reader.version },
    page: { origin: page.url.origin, path: '', title: '' },
    mailbox,
    heldBack,
    ms: 0,
  });
}

/** As an ordinary page: both ways of writing it down, and what the extension reads in either. */
async function readHandedOver({ doc, url }: Page): Promise<string[]> {
  if (isHostedWebmail({ url }) || webmailFound({ doc }) !== null) return [];
  const taken = await takeSnapshot(doc, async () => true);
  if (taken === null) return ['gave up'];
  const slowly = serialiseSlowly(doc);
  while (slowly.more(() => false));
  const faults: string[] = [];
  for (const html of [taken.html, slowly.html()]) {
    const snapshot = v.safeParse(pageSnapshot, JSON.parse(JSON.stringify({ ...taken, url: url.href, html })));
    if (!snapshot.success) faults.push(`refused: ${v.summarize(snapshot.issues)}`);
    else faults.push(...faultsOfReading(await readSnapshot(snapshot.output, policy, async () => {})));
  }
  return faults;
}

function faultsOfReading(
  whole: Omit<PageReading, 'rungs'> & { rungs?: readonly string[] | undefined },
): string[] {
  const faults = whole.problems.includes('threw') ? ['caught a throw'] : [];
  // a port carries JSON
  const parsed = v.safeParse(pageReading, JSON.parse(JSON.stringify(whole)));
  if (!parsed.success) return [...faults, `refused: ${v.summarize(parsed.issues)}`];
  const made = v.safeParse(interpreted, interpretReading(parsed.output));
  return made.success ? faults : [...faults, `interpreted: ${v.summarize(made.issues)}`];
}
