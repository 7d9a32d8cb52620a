import { describe, expect, test } from 'vitest';
import { accessibilityProblems, sticksOut } from './stage/accessible.ts';
import type { ShowOptions } from './stage/open-interface.ts';
import { sampleId } from './stage/pool-rows.ts';
import { sampleDuplicates } from './stage/sample-duplicates.ts';
import { type SampleState, sampleMailState } from './stage/sample-page.ts';
import { deviceRows, sampleRows, together } from './stage/sample-pool.ts';
import { setStage } from './stage/set-stage.ts';

const now = Date.now();
const rows = together(deviceRows('amira'), sampleRows(now));
const suggested = [sampleId('ola'), sampleId('copied')];

describe('the panel', () => {
  const stage = setStage();
  const { asked } = stage;
  const open = (options: ShowOptions) => stage.panel({ rows, ...options });
  const mail = () => open({ state: sampleMailState });

  test('says of everybody on the page how they stand to the pool, in words', async () => {
    const { page } = await mail();
    const card = (name: string) => page.locator('.card', { has: page.getByRole('heading', { name }) });
    await card('Fiona Ashcroft').getByText('Changed').waitFor();
    await card('Harbourline Logistics Ltd').getByText('Known').waitFor();
    await card('Ola Nordmann').getByText('Unknown').waitFor();
    const company = await card('Harbourline Logistics Ltd').innerText();
    expect(company).toMatch(/Steward\s+Amira Haddad/);
    expect(company).toContain('seen by Amira Haddad and Jonas Weber (Departed)');
    expect(await page.locator('.held-back').innerText()).toBe(
      '2 newsletters or automatic mails were left out.',
    );
  });

  test('takes all suggestions with one key, or one by its number, and accepts, takes over, withdraws', async () => {
    const { page } = await mail();
    await page.getByText('2 suggestions').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('2');
    await expect
      .poll(() => asked('take'))
      .toEqual([{ suggestions: suggested }, { suggestions: [suggested[1]] }]);
    await page.keyboard.press('c');
    const set = { title: 'Chief Procurement Officer' };
    expect(await asked('edit')).toMatchObject([{ changes: [{ on: 'affiliation', rank: 'person', set }] }]);
    await page.keyboard.press('u');
    await expect
      .poll(async () => (await asked('edit')).at(-1))
      .toMatchObject({ changes: [{ set: { title: 'Head of Purchasing' } }] });
    await page.keyboard.press('s');
    await page.keyboard.press('p');
    await expect
      .poll(() => asked('decide'))
      .toEqual([
        { name: 'take-account', account: sampleId('kestrel') },
        { name: 'withdraw-touch', touch: sampleId('m0a') },
      ]);
    await page.getByText('Withdrawn as private').waitFor();
  });

  test('counts what can be taken from the top of the panel down', async () => {
    const named = { name: 'Ines Figueiredo', emails: ['ines@usinaverde.example'], sure: 0.9 };
    const { page } = await open({
      state: {
        ...sampleMailState,
        people: [{ seen: named, role: 'cc', suggestion: sampleId('copied') }],
        companies: [
          { seen: { name: 'Reed', domains: ['reed.example'], sure: 0.9 }, suggestion: sampleId('ola') },
        ],
      },
    });
    await page.getByText('2 suggestions').waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => asked('take')).toEqual([{ suggestions: [sampleId('ola')] }]);
  });

  test('leads from several matches to the duplicates, and from a single one only to its record', async () => {
    const named = (name: string) => ({ seen: { name, sure: 0.9 }, role: 'cc' as const, suggestion: null });
    const { page } = await open({
      rows: together(rows, sampleDuplicates()),
      state: { ...sampleMailState, people: [named('Fiona Ashcroft'), named('Dana Ferreira')] },
    });
    const card = (name: string) => page.locator('.card', { has: page.getByRole('heading', { name }) });
    await card('Dana Ferreira').getByRole('link', { name: 'Dana Ferreira' }).waitFor();
    expect(await card('Dana Ferreira').getByRole('link').count()).toBe(1);
    const opening = page.context().waitForEvent('page');
    await card('Fiona Ashcroft').getByRole('link', { name: 'Review duplicates' }).click();
    const pool = await opening;
    expect(new URL(pool.url()).hash).toBe('#/duplicates');
    await pool.close();
  });

  test('follows the pool while it is open', async () => {
    const { page } = await mail();
    await page.getByText('2 suggestions').waitFor();
    await stage.panel({
      rows: together(rows, { people: [] }, { meta: [{ key: 'locked', value: true }] }),
    });
    await page.getByText('The pool is hidden').first().waitFor();
  });

  test('single keys can be switched off', async () => {
    const { page, calls } = await mail();
    await page.getByText('2 suggestions').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Take all' }).click();
    expect(await asked('take')).toHaveLength(1);
    expect((await calls()).filter(({ call }) => call === 'take')).toHaveLength(1);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('dialog').getByRole('checkbox').check();
  });

  test('answers as soon as something is read, and forgets it when the tab is elsewhere', async () => {
    const panel = await open({ state: null });
    await panel.page.getByText('Nothing read yet').waitFor();
    await panel.read(sampleMailState);
    await panel.page.getByText('2 suggestions').waitFor();
    await panel.read({ ...sampleMailState, origin: 'https://webmail.example' });
    await panel.page.getByText('Nothing read yet').waitFor();
    await panel.page.keyboard.press('l');
    expect(await asked('look')).toHaveLength(1);
  });

  test('says that nothing is recorded where the page is not understood, and why', async () => {
    const { page } = await open({
      state: {
        ...sampleMailState,
        health: 'unhealthy',
        problems: ['shape-changed'],
        people: [],
        companies: [],
      },
    });
    await page.getByRole('heading', { name: 'Nothing is recorded here' }).waitFor();
    await page.getByText('The page is built differently from what Holdfast knows.').waitFor();
    expect(await page.locator('.card').count()).toBe(0);
  });

  test('does not call a page understood of which it read a part and found nobody', async () => {
    const { page } = await open({
      state: { ...sampleMailState, health: 'partly', problems: ['too-large'], people: [], companies: [] },
    });
    await page.getByText('What Holdfast could read of the page').waitFor();
    expect(await page.getByText('Holdfast understood the page').count()).toBe(0);
  });

  test('asks about a mailbox before anything is read, and takes the answer by one key', async () => {
    const state = { ...sampleMailState, attendance: 'ask' as const, mailbox: 'amira@agency.example' };
    const { page } = await open({ state });
    await page.getByRole('heading', { name: 'May Holdfast read amira@agency.example?' }).waitFor();
    expect(await page.locator('.card').count()).toBe(0);
    await page.keyboard.press('n');
    expect(await asked('answerMailbox')).toEqual([{ mailbox: 'amira@agency.example', enable: false }]);
  });

  test('says why a link is none before the workspace is asked, and what became of one that is', async () => {
    const { page, answer, calls } = await open({ rows: {}, state: null });
    const link = page.getByLabel('Invitation link');
    expect(await page.getByLabel('Name of this device').inputValue()).toBe('Chrome on Linux');
    await link.fill('http://127.0.0.1:8787/');
    await link.press('Enter');
    await page.getByRole('alert').getByText('That is not an invitation link.').waitFor();
    expect((await calls()).filter(({ call }) => call === 'join')).toEqual([]);
    await answer('join', { ok: false, notice: { kind: 'invitation-spent' } });
    await link.fill(`http://127.0.0.1:8787/#join=${sampleId('w')}.${'A'.repeat(43)}`);
    await link.press('Enter');
    await page.getByRole('alert').getByText('already used').waitFor();
  });

  test('says how it stands with the workspace', async () => {
    const since = new Date(now).setHours(0, 1, 0, 0);
    const outbox = [1, 2, 3].map((n) => ({
      n,
      id: sampleId(`o${n}`),
      operation: {},
      records: [],
      state: 'waiting',
      seq: 0,
      epoch: 0,
      at: now,
    }));
    const parked = [
      {
        id: sampleId('pk'),
        operation: {
          type: 'command',
          id: sampleId('pk'),
          stamp: '',
          command: { name: 'take-account', account: sampleId('ruhr') },
        },
        reason: 'already-taken',
        at: now,
      },
    ];
    const { page } = await open({
      rows: together(deviceRows('amira', { sync: { since, contact: 0, notice: null } }), { outbox, parked }),
      state: null,
    });
    await page.getByText(/^3 waiting, offline since .*00:01\.$/).waitFor();
    await page.getByText('A colleague was first.').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await asked('discardParked')).toEqual([{ operation: sampleId('pk') }]);
  });

  test.each([
    ['light', false, 360],
    ['dark', true, 360],
    ['as narrow as it gets', false, 320],
  ])('has no barrier that axe finds, and nothing sticks out: %s', async (_name, dark, width) => {
    const { page } = await open({ state: longState, dark, width });
    await page.getByText('1 suggestion').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sticksOut(page)).toEqual([]);
  });
});

const longState: SampleState = {
  ...sampleMailState,
  health: 'partly',
  problems: ['recipients-hidden', 'date-missing'],
  people: [
    ...sampleMailState.people.slice(0, 2),
    ...[
      'svenja-katharina.von-obermuehlbach-grossenwieden@ruhrtal-oberflaechen.example',
      'layla@nakheel-supplies.example',
    ].map((email) => ({ seen: { emails: [email], sure: 1 }, role: 'to' as const, suggestion: null })),
  ],
  companies: ['ruhrtal-oberflaechen.example', 'nakheel-supplies.example'].map((domain) => ({
    seen: { domains: [domain], sure: 1 },
    suggestion: null,
  })),
};
