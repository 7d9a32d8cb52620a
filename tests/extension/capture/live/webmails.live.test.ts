import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { InterpretedReading } from '../../../../shared/capture/interpreted-reading.ts';
import type { SeenMail } from '../../../../shared/capture/seen.ts';
import { derivationFrom } from '../../../../shared/identity/derived-ids.ts';
import { normaliseEmail } from '../../../../shared/identity/email-address.ts';
import { matchKeys, weakWindowMs } from '../../../../shared/identity/match-keys.ts';
import { openInRoundcube, signInToRoundcube } from '../../../e2e/roundcube-session.ts';
import { signInToSogo } from '../../../e2e/sogo-session.ts';
import { findChromium } from '../../../tools/find-chromium.ts';
import { SAMPLE_MAILS, uidOf } from '../../../webmail/mails/index.ts';
import type { MailKind, SampleMail } from '../../../webmail/mails/sample-mail.ts';
import { COLLEAGUES, type Mailbox, OWN_DOMAIN } from '../../../webmail/people.ts';
import { startWebmail, type Webmail } from '../../../webmail/start-webmail.ts';
import { attachReader, type Reader, type SeenReading } from '../reader/attach-reader.ts';

// Without root nothing of this can run; run-tests counts and reports it, and where CI is set that is a failure.
const mayRun = process.getuid?.() === 0 && findChromium().kind === 'found';

const policy = { ownDomains: [OWN_DOMAIN], neverAddresses: [], neverDomains: [] };
const derivation = derivationFrom('A'.repeat(43));
const heldBackAs = {
  ...{ person: null, freemail: null, spoof: null, sent: null, colleague: 'internal' },
  ...{ newsletter: 'bulk', 'no-reply': 'bulk', list: 'bulk', 'auto-reply': 'bulk', bounce: 'bulk' },
} as const satisfies Record<MailKind, keyof InterpretedReading['heldBack'] | null>;

type Placed = { mail: SampleMail; folder: string; uid: number };

function mailsOf(mailbox: Mailbox): Placed[] {
  return SAMPLE_MAILS.flatMap((mail) =>
    mail.placements
      .filter((placement) => placement.mailbox === mailbox)
      .map(({ folder }) => ({ mail, folder, uid: uidOf(mail.slug, mailbox, folder) ?? 0 })),
  );
}

describe.skipIf(!mayRun)('the shipped readers in real webmails (needs root on Debian, and Chromium)', () => {
  let state: string;
  let webmail: Webmail;
  let browser: Browser;
  const inRoundcube = new Map<string, InterpretedReading>();
  const inSogo = new Map<string, InterpretedReading>();

  beforeAll(async () => {
    state = await mkdtemp(join(tmpdir(), 'capture-'));
    const timeZones = { amira: 'Asia/Tokyo' } as const;
    const started = await startWebmail({ state, servers: ['roundcube', 'sogo'], timeZones });
    webmail = started.kind === 'started' ? started.webmail : expect.fail(started.why);
    const found = findChromium();
    const executablePath = found.kind === 'found' ? found.path : expect.fail(found.why);
    browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    await webmail?.stop();
    await rm(state, { recursive: true, force: true });
  });

  async function signIn(kind: 'roundcube' | 'sogo', mailbox: Mailbox): Promise<Page> {
    const context = await browser.newContext();
    const who = COLLEAGUES.find((one) => one.mailbox === mailbox);
    const credentials = { email: who?.email ?? '', password: webmail.password };
    const url = webmail[kind]?.url ?? expect.fail(`no ${kind}`);
    return kind === 'roundcube'
      ? signInToRoundcube(context, url, credentials)
      : signInToSogo(context, url, credentials);
  }

  /** Opens every mail of a mailbox by its address and keeps what was read under the mail's slug. */
  async function readAll(
    kind: 'roundcube' | 'sogo',
    mailbox: Mailbox,
    into: Map<string, InterpretedReading>,
  ): Promise<void> {
    const page = await signIn(kind, mailbox);
    const reader = await attachReader(page, policy);
    const base = new URL(page.url());
    const folders = kind === 'roundcube' ? await foldersOf(page) : new Map();
    if (kind === 'sogo') await page.reload();
    for (const { mail, folder, uid } of mailsOf(mailbox)) {
      await open[kind](page, base, folders.get(folder.split('/').at(-1)) ?? folder, uid);
      const seen = await reader.next();
      if (seen.reading.reader.id !== kind) expect.fail(`read by ${seen.reading.reader.id}`);
      into.set(mail.slug, seen.reading);
    }
    await page.context().close();
  }

  /** Roundcube's own ids of folders (IMAP's modified UTF-7), by the last part of their names. */
  async function foldersOf(page: Page): Promise<Map<string, string>> {
    const entries = await page.evaluate(() => {
      const { rcmail } = globalThis as unknown as {
        rcmail: { env: { mailboxes: Record<string, { name: string; class?: string }> } };
      };
      return Object.entries(rcmail.env.mailboxes).map(([id, folder]) => [
        folder.class ? id : folder.name,
        id,
      ]);
    });
    return new Map(entries as [string, string][]);
  }

  const open = {
    roundcube: async (page: Page, base: URL, folder: string, uid: number) => {
      await page.goto(
        `${base.origin}/?${new URLSearchParams({ _task: 'mail', _action: 'show', _mbox: folder, _uid: String(uid) })}`,
      );
    },
    sogo: async (page: Page, _base: URL, folder: string, uid: number) => {
      // as SOGo's own links have it: slashes and what is not ASCII encoded twice over
      const path = encodeURIComponent(encodeURIComponent(folder));
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#!/Mail/0/${path}/${uid}`);
    },
  };

  it('reads a mail that a click in the list opens by its headers first, the same as where it is shown', async () => {
    const page = await signIn('roundcube', 'jonas');
    const reader = await attachReader(page, policy);
    await page.reload();
    await page.waitForSelector('#messagelist tbody tr.message');
    // the list is attended to once it has said who is signed in
    await page.waitForTimeout(500);
    for (const slug of [
      'lumen-iso-8859-1',
      'miyasaka-iso-2022-jp',
      'kestrel-quoted-comma',
      'newsletter-messe',
    ]) {
      const before = reader.readings.length;
      await openInRoundcube(page, uidOf(slug, 'jonas') ?? 0);
      const read = () => reader.readings.slice(before).map(({ reading }) => reading);
      await vi.waitFor(() => expect(read()).toHaveLength(2), { timeout: 10_000 });
      const [early, shown] = read();
      expect(early?.heldBack, slug).toEqual(shown?.heldBack);
      // the signature and the recipients' names are left to the frame
      const bare = (list: SeenMail['to']) => list.map((one) => ({ ...one, name: null }));
      const facts = (reading?: InterpretedReading) =>
        reading?.mails.map((mail) => ({ ...mail, signature: null, to: bare(mail.to), cc: bare(mail.cc) }));
      expect(facts(early), slug).toEqual(facts(shown));
    }
    await page.context().close();
  });

  it('reads every mail in Roundcube, and holds back what the policy names', async () => {
    await readAll('roundcube', 'jonas', inRoundcube);
    for (const { mail } of mailsOf('jonas')) {
      const reading = inRoundcube.get(mail.slug);
      expect(reading?.mailbox, mail.slug).toBe('jonas.weber@tidewater.test');
      expect(reading?.problems, mail.slug).toEqual([]);
      const reason = heldBackAs[mail.kind];
      const read = reading?.mails[0];
      if (reason === 'bulk') {
        // a bounce of our own server's is internal
        const kinds = ['newsletter', 'list', 'auto-reply', 'no-reply', 'bounce'];
        if (reading?.heldBack.internal !== 1) expect(kinds, mail.slug).toContain(read?.bulk);
        continue;
      }
      if (reason !== null) {
        expect(reading?.heldBack[reason], mail.slug).toBe(1);
        expect(reading?.mails, mail.slug).toEqual([]);
        continue;
      }
      expect(read?.messageId, mail.slug).toBe(mail.messageId);
      expect(normaliseEmail(read?.from?.email ?? ''), mail.slug).toBe(normaliseEmail(mail.sender.email));
      expect(read?.from?.name, mail.slug).toBe(mail.sender.name === '' ? null : mail.sender.name);
      expect(new Date(read?.date.ms ?? 0).toISOString(), mail.slug).toBe(mail.dateUtc);
      expect(read?.date.precision, mail.slug).toBe('second');
      expect(read?.bulk, mail.slug).toBeNull();
    }
  });

  it('reads every mail in SOGo, without what its page does not have', async () => {
    await readAll('sogo', 'jonas', inSogo);
    for (const { mail } of mailsOf('jonas')) {
      const reading = inSogo.get(mail.slug);
      expect(reading?.mailbox, mail.slug).toBe('jonas.weber@tidewater.test');
      const read = reading?.mails[0];
      if (mail.kind === 'colleague') expect(reading?.heldBack.internal, mail.slug).toBe(1);
      if (read === undefined || heldBackAs[mail.kind] === 'bulk') continue;
      expect(reading?.problems, mail.slug).toEqual(['headers-unreadable']);
      expect(read.messageId, mail.slug).toBe(mail.messageId);
      expect(normaliseEmail(read.from?.email ?? ''), mail.slug).toBe(normaliseEmail(mail.sender.email));
      expect(new Date(read.date.ms).toISOString(), mail.slug).toBe(mail.dateUtc);
      expect(read.date.precision, mail.slug).toBe('second');
      expect(read.bulk, mail.slug).toBe('unknown');
    }
  });

  it('gives the same weak key for a mail in both, whoever reads it in whatever time zone', async () => {
    const amiras = new Map<string, InterpretedReading>();
    await readAll('sogo', 'amira', amiras);
    const weak = async (mail: Omit<SeenMail, 'signature'>) => (await matchKeys(mail, await derivation)).weak;
    const pairs = [
      ...[...inSogo].map(
        ([slug, reading]) => [slug, inRoundcube.get(slug)?.mails[0], reading.mails[0]] as const,
      ),
      ...[...amiras].map(
        ([slug, reading]) => [slug, inRoundcube.get(slug)?.mails[0], reading.mails[0]] as const,
      ),
    ];
    let compared = 0;
    for (const [slug, one, other] of pairs) {
      if (one === undefined || other === undefined) continue;
      const key = await weak(one);
      expect(await weak(other), slug).toBe(key);
      expect(Math.abs(one.date.ms - other.date.ms), slug).toBeLessThanOrEqual(weakWindowMs);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('reads the mail that a click on the list opens in a frame, and what is opened after it', async () => {
    const page = await signIn('roundcube', 'jonas');
    const reader: Reader = await attachReader(page, policy);
    await page.reload();
    for (const slug of ['harbourline-first-enquiry', 'nordwerk-angebot']) {
      await page.click(
        `#messagelist tbody tr.message:has(a[href*="_uid=${uidOf(slug, 'jonas')}&"]) td.subject`,
      );
      const inFrame = ({ url }: SeenReading) => new URL(url).searchParams.get('_action') === 'preview';
      let seen = await reader.next();
      // the list may have read its headers first
      if (!inFrame(seen)) seen = await reader.next();
      expect(inFrame(seen)).toBe(true);
      const { reading } = seen;
      expect(reading.mails[0]?.messageId).toBe(inRoundcube.get(slug)?.mails[0]?.messageId);
      expect(reading.mails[0]?.signature).toEqual(inRoundcube.get(slug)?.mails[0]?.signature);
    }
    await page.context().close();
  });
});
