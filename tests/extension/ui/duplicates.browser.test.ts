import { describe, expect, test } from 'vitest';
import { expectNoBarrier } from './stage/expect-no-barrier.ts';
import type { Shown, ShowOptions } from './stage/open-interface.ts';
import { sampleId, samplePair } from './stage/pool-rows.ts';
import { sampleDuplicates } from './stage/sample-duplicates.ts';
import { deviceRows, members, sampleRows, together } from './stage/sample-pool.ts';
import { setStage } from './stage/set-stage.ts';

const now = Date.now();
const rows = together(deviceRows('amira'), sampleRows(now), sampleDuplicates());

describe('duplicates', () => {
  const stage = setStage();
  const open = async (options: ShowOptions = {}) => {
    const { page } = await stage.dashboard({ rows, hash: '#/duplicates', ...options });
    return { page, decided: () => stage.inputs('decide') };
  };
  const card = (page: Shown['page'], name: string) => page.locator('.pair', { hasText: name }).first();

  test('are found by themselves, counted where one goes, and shown side by side with the reason', async () => {
    const { page } = await open({ hash: '' });
    await page.getByRole('link', { name: /^Duplicates \d/ }).waitFor();
    await page.keyboard.press('8');
    await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
    const harbour = card(page, 'harbourline-group.example');
    await harbour.getByText('Both have the name Harbourline Logistics Ltd.').waitFor();
    const domains = harbour.getByRole('row', { name: /^Domains/ });
    expect(await domains.innerText()).toMatch(/harbourline\.example[\s\S]*harbourline-group[\s\S]*Differs/);
    expect(await harbour.getByRole('row', { name: /^Name/ }).innerText()).toMatch(/Same/);
  });

  test('are worked through from the keyboard: merge, undo, swap, not the same', async () => {
    const { page, decided } = await open();
    await page.locator('.pair[data-current]').waitFor();
    await page.keyboard.press('m');
    await expect.poll(decided).toHaveLength(1);
    await page.keyboard.press('u');
    await expect.poll(decided).toHaveLength(2);
    const [merge, undo] = (await decided()) as { keep: string; other: string; kind: string }[];
    expect(merge).toMatchObject({ name: 'merge-records', reasons: expect.arrayContaining(['same-name']) });
    expect(undo).toEqual({ name: 'unmerge-records', one: merge?.keep, other: merge?.other, verdict: 'open' });
    await page.keyboard.press('s');
    await page.getByText(/^Now .* stays on top\.$/).waitFor();
    await page.keyboard.press('m');
    await expect.poll(decided).toHaveLength(3);
    expect((await decided())[2]).toMatchObject({ keep: merge?.other, other: merge?.keep });
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await expect.poll(decided).toHaveLength(4);
    const apart = (await decided())[3] as { name: string; one: string; other: string };
    expect(apart.name).toBe('not-same');
    expect([apart.one, apart.other]).not.toContain(merge?.keep);
    await page.keyboard.press('u');
    await expect
      .poll(async () => (await decided())[4])
      .toEqual({
        name: 'maybe-same',
        one: apart.one,
        other: apart.other,
      });
  });

  test('that somebody set apart are suggested to nobody', async () => {
    const pair = { of: 'person', by: members.vera, at: now, number: 0 } as const;
    const pairs = [
      samplePair({ ...pair, keep: sampleId('svenja'), other: sampleId('svenja2'), verdict: 'apart' }),
    ];
    const { page } = await open({ rows: together(rows, { pairs }) });
    await card(page, 'l.almansoori@nakheel-supplies.example').waitFor();
    expect(await page.getByText('s.obermuehlbach@').count()).toBe(0);
  });

  test('can be looked at by who may only read, and not decided', async () => {
    const viewer = deviceRows('amira');
    const meta = viewer.meta?.map((row) => row);
    const asViewer = (viewer.members as { id: string; view: { fact: object } }[]).map((row) =>
      row.id === members.amira ? { ...row, view: { fact: { ...row.view.fact, role: 'viewer' } } } : row,
    );
    const { page, decided } = await open({
      rows: together({ ...viewer, meta: meta ?? [], members: asViewer }, sampleRows(now), sampleDuplicates()),
    });
    await page.locator('.pair').first().waitFor();
    await page.keyboard.press('m');
    await page.keyboard.press('n');
    expect(await page.getByRole('button', { name: /^Merge/ }).count()).toBe(0);
    expect(await decided()).toEqual([]);
  });

  test('have no barrier that axe finds, and nothing sticks out', async () => {
    const { page } = await open();
    await page.locator('.pair').first().waitFor();
    await expectNoBarrier(page);
  });
});

describe('what is merged', () => {
  const stage = setStage();
  const pairs = [
    samplePair({
      of: 'person',
      keep: sampleId('svenja'),
      other: sampleId('svenja2'),
      verdict: 'same',
      reasons: ['same-email'],
      automatic: true,
      by: members.amira,
      at: now - 60_000,
      number: 1,
    }),
    samplePair({
      of: 'person',
      keep: sampleId('layla'),
      other: sampleId('layla2'),
      verdict: 'same',
      by: members.vera,
      at: now,
      number: 2,
    }),
  ];

  test('is listed with who, why and when, and is undone from there and from the record’s page', async () => {
    const { page } = await stage.dashboard({ rows: together(rows, { pairs }), hash: '#/merges' });
    await page.getByText('2 merges').waitFor();
    await page.getByText('Merged by itself because of the same e-mail address').waitFor();
    await page.getByText('Merged by Vera Novak because of the same name').waitFor();
    await page.getByRole('button', { name: /^Un-merge .*Svenja/ }).click();
    await page.getByText(/are two records again/).waitFor();
    const decided = () => stage.inputs('decide');
    expect(await decided()).toEqual([
      { name: 'unmerge-records', one: sampleId('svenja'), other: sampleId('svenja2'), verdict: 'apart' },
    ]);
    await page.keyboard.press('u');
    await expect.poll(decided).toHaveLength(2);
    expect((await decided())[1]).toMatchObject({ name: 'merge-records', keep: sampleId('svenja') });

    await page.goto(page.url().replace(/#.*/, `#/people/${sampleId('svenja')}`));
    await page.getByRole('heading', { name: 'Merged from several records' }).waitFor();
    await page.getByRole('button', { name: /^Un-merge/ }).click();
    await expect.poll(decided).toHaveLength(3);
  });

  test('has no barrier that axe finds, and nothing sticks out', async () => {
    const { page } = await stage.dashboard({ rows: together(rows, { pairs }), hash: '#/merges' });
    for (const hash of ['#/merges', `#/people/${sampleId('svenja')}`, `#/people/${sampleId('layla')}`]) {
      await page.goto(page.url().replace(/#.*/, hash));
      await page
        .getByRole('button', { name: /^Un-merge/ })
        .first()
        .waitFor();
      await expectNoBarrier(page);
    }
  });
});
