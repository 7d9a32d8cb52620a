import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensurePackages } from './debian-packages.ts';
import { deliverToMaildir, maildirPath, seedMaildir } from './maildir.ts';
import { folderContents, LATER_MAILS, SAMPLE_MAILS, uidOf } from './mails/index.ts';
import type { SampleMail } from './mails/sample-mail.ts';
import type { Mailbox } from './people.ts';
import { readMail } from './read-mail.ts';

const ALL = [...SAMPLE_MAILS, ...LATER_MAILS];

const firstOwner = (mail: SampleMail): Mailbox => mail.placements[0]?.mailbox ?? 'jonas';
const bytesOf = (mail: SampleMail) => mail.bytesFor(firstOwner(mail));
const inboxOf = (mailbox: Mailbox) =>
  SAMPLE_MAILS.filter(({ placements }) =>
    placements.some((at) => at.mailbox === mailbox && at.folder === 'INBOX'),
  );
const find = (slug: string) => ALL.find((mail) => mail.slug === slug) ?? expect.fail(slug);

describe.each(ALL.map((mail) => ({ slug: mail.slug, mail })))('the sample mail $slug', ({ mail }) => {
  const bytes = bytesOf(mail);
  const source = Buffer.from(bytes).toString('latin1');
  const { headers, text } = readMail(bytes);
  const values = (name: string) => headers.filter((header) => header.name === name).map(({ value }) => value);

  it('is a well-formed message: ASCII, CRLF, short lines, one of each header that may occur once', () => {
    expect([...bytes].every((byte) => byte < 128)).toBe(true);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // 998 would be allowed, but no encoding makes lines of more than 76, nor do we write headers that long
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(200);
    const head = source.slice(0, source.indexOf('\r\n\r\n')).split('\r\n');
    for (const line of head) expect(line).toMatch(/^([A-Za-z-]+: \S|[ \t]\S)/);
    for (const name of ['from', 'date', 'subject', 'mime-version']) expect(values(name)).toHaveLength(1);
    for (const name of ['to', 'cc', 'message-id']) expect(values(name).length).toBeLessThanOrEqual(1);
  });

  it('says in its headers what the index says', () => {
    expect(values('message-id')).toEqual(mail.messageId === null ? [] : [`<${mail.messageId}>`]);
    expect(new Date(values('date')[0] ?? '').toISOString()).toBe(mail.dateUtc);
    expect(values('from')[0]).toContain(`<${mail.sender.email}>`);
  });

  it('holds every field of the signature that the index expects', () => {
    const { name, title, organisation, phones, emails, urls, address } = mail.signature ?? {};
    const fields = [name, title, organisation, ...(phones ?? []), ...(emails ?? []), ...(urls ?? [])];
    // a Japanese or Arabic address is one part; the comma of the others may be a line break in the mail
    for (const field of [...fields, ...(address?.split(', ') ?? [])])
      if (field) expect(text).toContain(field);
  });
});

describe('the sample mailboxes', () => {
  it('have mails that can be told apart, in bytes that never change', () => {
    expect(new Set(ALL.map(({ slug }) => slug)).size).toBe(ALL.length);
    const ids = ALL.flatMap(({ messageId }) => messageId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const mail of ALL) expect(bytesOf(mail)).toEqual(bytesOf(mail));
  });

  it("show jonas ten people at six companies in eight languages, and all that is no client's mail", () => {
    const clients = inboxOf('jonas').filter(({ kind, company }) => kind === 'person' && company !== null);
    expect(new Set(clients.map(({ sender }) => sender.email)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(clients.map(({ company }) => company?.domain)).size).toBeGreaterThanOrEqual(6);
    const languages = new Set(clients.map(({ language }) => language));
    expect([...languages].sort()).toEqual(['ar', 'cs', 'de', 'en', 'es', 'fr', 'ja', 'pt-BR']);
    const count = (kind: string) => inboxOf('jonas').filter((mail) => mail.kind === kind).length;
    const kinds = [
      'newsletter',
      'no-reply',
      'colleague',
      'list',
      'auto-reply',
      'bounce',
      'freemail',
      'spoof',
    ];
    expect(kinds.map(count)).toEqual([2, 2, 2, 1, 1, 1, 1, 1]);
  });

  it('give the first uid to different mails of the two reps', () => {
    expect(uidOf('harbourline-first-enquiry', 'jonas')).toBe(1);
    expect(uidOf('liffey-rollers', 'amira')).toBe(1);
  });

  it.each(['shared-with-message-id', 'shared-without-message-id'])(
    'hold %s twice, the same but for the trace of its way',
    (slug) => {
      const copies = (['jonas', 'amira'] as const).map((mailbox) =>
        Buffer.from(find(slug).bytesFor(mailbox)).toString(),
      );
      const below = copies.map((copy) => copy.slice(copy.indexOf('\r\nFrom: ')));
      expect(below[0]).toBe(below[1]);
      expect(copies[0]).not.toBe(copies[1]);
      for (const mailbox of ['jonas', 'amira'] as const) expect(uidOf(slug, mailbox)).toBeGreaterThan(1);
    },
  );

  it('have one mail with 25 recipients in To and 12 in Cc', () => {
    const { headers } = readMail(bytesOf(find('usina-many-recipients')));
    const count = (name: string) => headers.find((header) => header.name === name)?.value.split('@').length;
    expect([count('to'), count('cc')]).toEqual([26, 13]);
  });

  it('keep the later mails back', () => {
    for (const { slug } of LATER_MAILS) expect(uidOf(slug, 'jonas')).toBeUndefined();
  });
});

describe('a Maildir', () => {
  const temporary = async () => {
    const root = await mkdtemp(join(tmpdir(), 'maildir-'));
    onTestFinished(() => rm(root, { recursive: true }));
    return root;
  };

  it('is told the UIDs of what is laid into it', async () => {
    const root = await temporary();
    const mails = folderContents('amira').get('INBOX') ?? [];
    await seedMaildir(root, 'amira', 'INBOX', mails);
    const [head, ...uids] = (await readFile(join(root, 'amira/Maildir/dovecot-uidlist'), 'utf8'))
      .trim()
      .split('\n');
    expect(head).toMatch(new RegExp(`^3 V\\d+ N${mails.length + 1} G[0-9a-f]{32}$`));
    const files = (await readdir(join(root, 'amira/Maildir/cur'))).map((file) => file.split(':')[0]);
    expect(uids.map((line) => line.split(' :')[1]).sort()).toEqual(files.sort());
  });

  it('gets a delivered mail in new/, with nothing left in tmp/', async () => {
    const root = await temporary();
    await deliverToMaildir(root, 'vera', 'Clients/Übersee & Co', new Uint8Array([65]));
    const path = maildirPath(root, 'vera', 'Clients/Übersee & Co');
    expect(path.endsWith('/.Clients.&ANw-bersee &- Co')).toBe(true);
    expect(await readdir(join(path, 'new'))).toHaveLength(1);
    expect(await readdir(join(path, 'tmp'))).toEqual([]);
  });
});

describe('Debian packages', () => {
  it('that are missing are named where there is no root to install them', async () => {
    const ensured = await ensurePackages(['holdfast-no-such-package'], { root: false });
    expect(ensured).toEqual({
      kind: 'unavailable',
      why: expect.stringContaining('holdfast-no-such-package'),
    });
  });
});
