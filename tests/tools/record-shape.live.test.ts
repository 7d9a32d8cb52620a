import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInRoundcube, signInToRoundcube } from '../e2e/roundcube-session.ts';
import { openInSogo, signInToSogo } from '../e2e/sogo-session.ts';
import { uidOf } from '../webmail/mails/index.ts';
import { COLLEAGUES } from '../webmail/people.ts';
import { startWebmail, type Webmail } from '../webmail/start-webmail.ts';
import { findChromium } from './find-chromium.ts';
import { readShape, recordShape, skeletonOf } from './record-shape.ts';

// Without root nothing of this can run; run-tests counts and reports it, and where CI is set that is a failure.
const mayRun = process.getuid?.() === 0 && findChromium().kind === 'found';
const personal =
  /fiona|ashcroft|harbourline|jonas|weber|tidewater|torque|wrench|hull|workshop|nordwerk|figueiredo|inbox for/i;
const filler = /^x+(?:\.x+)*@x+(?:\.x+)+$/;

describe.skipIf(!mayRun)('the recorded shape of a real webmail (needs root on Debian, and Chromium)', () => {
  let state: string;
  let webmail: Webmail;
  let browser: Browser;

  beforeAll(async () => {
    state = await mkdtemp(join(tmpdir(), 'record-'));
    const started = await startWebmail({ state, servers: ['roundcube', 'sogo'] });
    webmail = started.kind === 'started' ? started.webmail : expect.fail(started.why);
    const found = findChromium();
    const executablePath = found.kind === 'found' ? found.path : expect.fail(found.why);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    await webmail?.stop();
    await rm(state, { recursive: true, force: true });
  });

  const who = () => ({
    email: COLLEAGUES.find(({ mailbox }) => mailbox === 'jonas')?.email ?? '',
    password: webmail.password,
  });
  const uid = uidOf('harbourline-first-enquiry', 'jonas') ?? 0;

  it('holds nothing of its mails, and its reader still finds its way in it: Roundcube', async () => {
    const context = await browser.newContext();
    const page = await signInToRoundcube(context, webmail.roundcube?.url ?? '', who());
    await openInRoundcube(page, uid);
    const frames = await recordShape(page);
    expect(frames.length).toBeGreaterThanOrEqual(2);
    for (const { html, url, cut } of frames) {
      expect(html + url).not.toMatch(personal);
      expect(cut).toBe(false);
    }
    const mail = frames.find(({ url }) => url.includes('_action=preview')) ?? expect.fail('no frame');
    const reading = await readShape(context, mail);
    expect(reading).toMatchObject({ reader: { id: 'roundcube' }, health: 'partly' });
    expect(reading?.mails[0]?.from?.email).toMatch(filler);
    expect(reading?.mails[0]?.to[0]?.email).toMatch(filler);
    const skeleton = skeletonOf(mail.url, reading);
    expect(skeleton.site).toBe('roundcube');
    expect(JSON.parse(skeleton.json)).toMatchObject({ url: mail.url, reading: { health: 'partly' } });
    await context.close();
  });

  it('holds nothing of its mails, and its reader still finds its way in it: SOGo', async () => {
    const context = await browser.newContext();
    const page = await signInToSogo(context, webmail.sogo?.url ?? '', who());
    await openInSogo(page, uid);
    const [shape] = await recordShape(page);
    if (shape === undefined) expect.fail('no frame');
    expect(shape.html + shape.url).not.toMatch(personal);
    const reading = await readShape(context, shape);
    expect(reading).toMatchObject({ reader: { id: 'sogo' }, health: 'partly' });
    expect(reading?.mails[0]?.from?.email).toMatch(filler);
    await context.close();
  });
});
