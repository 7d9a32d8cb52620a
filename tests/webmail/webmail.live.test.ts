import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LATER_MAILS, SAMPLE_MAILS, uidOf } from './mails/index.ts';
import { accepts } from './ports.ts';
import { startWebmail, type Webmail, type WebmailOptions } from './start-webmail.ts';
import { roundcubeInbox, sendMail, sogoMessage } from './webmail-client.ts';

const JONAS = 'jonas.weber@tidewater.test';
const AMIRA = 'amira.haddad@tidewater.test';

// Without root nothing of this can run; run-tests counts and reports it, and where CI is set that is a failure.
const mayRun = process.getuid?.() === 0;

async function start(options: WebmailOptions): Promise<Webmail> {
  const started = await startWebmail(options);
  return started.kind === 'started' ? started.webmail : expect.fail(started.why);
}

/** Every port that an instance on `state` has ever used. */
async function ports(state: string): Promise<number[]> {
  const remembered: Record<string, number> = JSON.parse(await readFile(join(state, 'ports.json'), 'utf8'));
  return Object.values(remembered);
}

const open = async (state: string) => {
  const answers = await Promise.all((await ports(state)).map(accepts));
  return answers.filter(Boolean).length;
};

describe.skipIf(!mayRun)('a sample webmail (needs root on Debian)', () => {
  let state: string;
  let webmail: Webmail;

  beforeAll(async () => {
    state = await mkdtemp(join(tmpdir(), 'webmail-'));
    webmail = await start({ state, servers: ['roundcube', 'sogo'], timeZones: { amira: 'Asia/Tokyo' } });
  });

  afterAll(async () => {
    await webmail?.stop();
    await rm(state, { recursive: true, force: true });
  });

  const inbox = (user = JONAS) => roundcubeInbox(webmail.roundcube?.url ?? '', user, webmail.password);

  it('shows the mails in Roundcube', async () => {
    const list = JSON.parse(await inbox()).exec as string;
    for (const expected of ['Torque wrenches for the Hull workshop', 'Gate pass for your visit']) {
      expect(list).toContain(expected);
    }
    const lying = SAMPLE_MAILS.filter(({ placements }) =>
      placements.some(({ mailbox, folder }) => mailbox === 'jonas' && folder === 'INBOX'),
    );
    expect(list.match(/add_message_row\(/g)).toHaveLength(lying.length);
  });

  it("shows a mail in SOGo under its uid, at the reader's own time", async () => {
    const uid = uidOf('shared-with-message-id', 'amira') ?? 0;
    const message = await sogoMessage(webmail.sogo?.url ?? '', AMIRA, webmail.password, uid);
    expect(message).toContain('Our dry-dock weeks in January');
    expect(message).toContain('07:40 JST');
  });

  it('delivers what it is given, and what is sent over SMTP to our own people only', async () => {
    const [later] = LATER_MAILS;
    await webmail.deliver(later?.bytesFor('jonas') ?? new Uint8Array(), 'jonas');
    const mail = `From: ${AMIRA}\r\nTo: ${JONAS}\r\nSubject: Sent over SMTP\r\n\r\nHello`;
    await sendMail(webmail.smtpPort, AMIRA, JONAS, mail);
    await sendMail(webmail.smtpPort, AMIRA, 'somebody@elsewhere.example', mail.replace('Sent', 'Lost'));
    const list = await inbox();
    expect(list).toContain('Revision der Gondelbahn im Mai');
    expect(list).toContain('Sent over SMTP');
    expect(list).not.toContain('Lost over SMTP');
  });

  it('refuses a second instance on the same state, and runs beside one on another', async () => {
    const second = await startWebmail({ state, servers: [] });
    expect(second).toEqual({ kind: 'unavailable', why: expect.stringContaining(String(process.pid)) });
    const elsewhere = await mkdtemp(join(tmpdir(), 'webmail-'));
    const other = await start({ state: elsewhere, servers: ['roundcube', 'sogo'], language: 'de' });
    expect(await (await fetch(other.roundcube?.url ?? '')).text()).toContain('Anmelden');
    expect(other.sogo?.url).not.toBe(webmail.sogo?.url);
    await other.stop();
    expect(await open(elsewhere)).toBe(0);
    await rm(elsewhere, { recursive: true });
    expect(await inbox()).toContain('Torque wrenches');
  });

  it('finds its mails again after a stop, at the same address, until it is reseeded', async () => {
    const before = webmail.roundcube?.url;
    await webmail.stop();
    expect(await open(state)).toBe(0);
    webmail = await start({ state, servers: ['roundcube'] });
    expect(webmail.roundcube?.url).toBe(before);
    expect(await inbox()).toContain('Sent over SMTP');
    await webmail.stop();
    webmail = await start({ state, servers: ['roundcube'], reseed: true });
    expect(await inbox()).not.toContain('Sent over SMTP');
  });

  it('takes everything with it when it is killed, and starts again on what is left', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'webmail-'));
    const run = spawn(process.execPath, [
      join(import.meta.dirname, 'run.ts'),
      '--sogo',
      '--state',
      elsewhere,
    ]);
    const ready = new Promise<void>((done) => {
      run.stdout.on('data', (chunk: Buffer) => chunk.includes('Ctrl-C') && done());
    });
    await ready;
    expect(await open(elsewhere)).toBeGreaterThan(5);
    run.kill('SIGKILL');
    await expect.poll(() => open(elsewhere), { timeout: 20_000 }).toBe(0);
    const again = await start({ state: elsewhere, servers: ['sogo'] });
    expect(again.sogo?.url).toContain('/SOGo/');
    await again.stop();
    await rm(elsewhere, { recursive: true });
  });
});
