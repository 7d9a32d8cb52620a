import * as v from 'valibot';
import { holdBackMails } from '../../../extension/capture/runtime/hold-back-mails.ts';
import { holdBackPage } from '../../../extension/capture/runtime/hold-back-page.ts';
import type { Page, SiteAdapter } from '../../../extension/capture/sites/adapter.ts';
import { hostedWebmails } from '../../../extension/capture/sites/hosted-webmails.ts';
import { selfHostedWebmails } from '../../../extension/capture/sites/self-hosted-webmails.ts';
import { webAdapter } from '../../../extension/capture/sites/web/web-adapter.ts';
import { interpretReading } from '../../../extension/reading/interpret-reading.ts';
import { pageReading } from '../../../shared/capture/page-reading.ts';
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
  var holdfastFuzz: (from: number, to: number, seed: number) => Fault[];
}

const policy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: ['never.example'] };
const readers: readonly SiteAdapter[] = [...selfHostedWebmails, ...hostedWebmails, webAdapter];
const interpreted = v.object({
  people: v.pipe(v.array(seenPerson), v.maxLength(300)),
  companies: v.pipe(v.array(seenCompany), v.maxLength(100)),
});
const shownHtml = 20_000;

globalThis.holdfastFuzz = (from, to, seed) => {
  const faults: Fault[] = [];
  for (let number = from; number < to; number += 1) {
    const { url, html } = mutatePage(holdfastSeeds, seededRandom(seed * 1_000_003 + number));
    for (const why of faultsOf(url, html)) faults.push({ number, why, html: html.slice(0, shownHtml) });
  }
  return faults;
};

function faultsOf(url: string, html: string): string[] {
  const faults: string[] = [];
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const watch = prototypeWatch();
  const written = new MutationObserver(() => {});
  written.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const reader of readers) {
    try {
      faults.push(...readBy(reader, { doc, url: new URL(url) }).map((why) => `${reader.id}: ${why}`));
    } catch (error) {
      faults.push(`${reader.id}: threw ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  if (written.takeRecords().length > 0) faults.push('the document was written to');
  written.disconnect();
  return [...faults, ...watch()];
}

function readBy(reader: SiteAdapter, page: Page): string[] {
  if (!reader.detect(page)) return [];
  const mailbox = reader.mailbox?.(page) ?? null;
  const view = reader.view(page);
  if (view === null) return [];
  const read = reader.extract(page, view, { answer: null, last: true, now: 1_700_000_000_000 });
  if (read.kind === 'waiting') return ['waits at its end'];
  const hold = reader === webAdapter ? holdBackPage : holdBackMails;
  const { reading, heldBack } = hold(read, policy, mailbox);
  const whole = {
    ...reading,
    reader: { id: reader.id, version: reader.version },
    page: { origin: page.url.origin, path: '', title: '' },
    mailbox,
    heldBack,
    ms: 0,
  };
  const faults = reading.problems.includes('threw') ? ['caught a throw'] : [];
  // a port carries JSON
  const parsed = v.safeParse(pageReading, JSON.parse(JSON.stringify(whole)));
  if (!parsed.success) return [...faults, `refused: ${v.summarize(parsed.issues)}`];
  const made = v.safeParse(interpreted, interpretReading(parsed.output));
  return made.success ? faults : [...faults, `interpreted: ${v.summarize(made.issues)}`];
}
