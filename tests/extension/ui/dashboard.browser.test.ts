import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './stage/accessible.ts';
import { expectNoBarrier } from './stage/expect-no-barrier.ts';
import type { ShowOptions } from './stage/open-interface.ts';
import { sampleId, sampleNote } from './stage/pool-rows.ts';
import { sampleMembers } from './stage/sample-members.ts';
import { deviceRows, manyAccounts, members, sampleRows, together } from './stage/sample-pool.ts';
import { setStage } from './stage/set-stage.ts';

const now = Date.now();
const rows = together(deviceRows('amira'), sampleRows(now));

describe('the dashboard', () => {
  const stage = setStage();
  const { asked } = stage;
  const open = (options: ShowOptions = {}) => stage.dashboard({ rows, ...options });
  const names = async () => (await stage.shown().page.locator('tbody th .name').allInnerTexts()).map(String);
  const focused = () =>
    stage.shown().page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim() ?? '');

  test('finds an account while its name is being typed, and opens it, without the mouse', async () => {
    const { page } = await open({ rows: together(deviceRows('amira'), manyAccounts(1000, now)) });
    await page.getByText('1,000 accounts').waitFor();
    expect(await names()).toHaveLength(50);
    await page.keyboard.press('/');
    await page.keyboard.type('cedar works 07');
    await page.getByText('20 accounts').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    expect(await focused()).toBe('Cedar Works 0707');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Cedar Works 0702' }).waitFor();
    await page.goBack();
    await page.getByText('20 accounts').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('cedar works 07');
  });

  test('turns the pages of a long list by key', async () => {
    const { page } = await open({ rows: together(deviceRows('amira'), manyAccounts(120, now)) });
    await page.getByText('1 to 50 of 120').waitFor();
    const first = await names();
    await page.keyboard.press('n');
    await page.getByText('51 to 100 of 120').waitFor();
    await expect.poll(names).not.toEqual(first);
    await page.keyboard.press('n');
    await page.getByText('101 to 120 of 120').waitFor();
    await page.keyboard.press('b');
    await page.getByText('51 to 100 of 120').waitFor();
  });

  test('counts the unassigned queue, shows it by one key, and takes an account over', async () => {
    const { page } = await open();
    await page.getByRole('link', { name: /Unassigned/ }).waitFor();
    await page.keyboard.press('2');
    await page.getByRole('heading', { level: 1, name: 'Unassigned accounts' }).waitFor();
    await page.getByRole('button', { name: 'Take over Kestrel Robotics, Inc.' }).click();
    expect(await asked('decide')).toEqual([{ name: 'take-account', account: sampleId('kestrel') }]);
  });

  test('an account of which the workspace has not heard is not called unassigned', async () => {
    const { page } = await open();
    const row = page.locator('tr', { hasText: 'liffeyprint.example' });
    await row.getByText('not sent yet').waitFor();
    expect(await row.getByText('Unassigned').count()).toBe(0);
  });

  test('a correction is saved by Enter and taken back by one key; Escape leaves all as it was', async () => {
    const { page, calls } = await open({ hash: `#/accounts/${sampleId('harbour')}` });
    const edit = page.getByRole('button', { name: 'Edit: Name' });
    await edit.click();
    await page.keyboard.type(' UK');
    await page.keyboard.press('Escape');
    expect((await calls()).filter(({ call }) => call === 'edit')).toEqual([]);
    await edit.press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Harbourline UK');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await edit.waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back.').waitFor();
    const values = (await asked('edit')) as { changes: { set: { name: string } }[] }[];
    expect(values.map(({ changes }) => changes[0]?.set.name)).toEqual([
      'Harbourline UK',
      'Harbourline Logistics Ltd',
    ]);
  });

  test('a private note is begun, changed and removed where its account is shown', async () => {
    const harbour = sampleId('harbour');
    const note = { id: sampleId('note'), about: harbour, text: 'Prefers mornings' };
    const { page } = await open({
      hash: `#/accounts/${harbour}`,
      rows: together(rows, { notes: [sampleNote(note)] }),
    });
    const notes = page.getByRole('region', { name: /^Private notes about/ });
    await notes.getByText('Prefers mornings').waitFor();
    await expectNoBarrier(page);
    await notes.getByRole('button', { name: /^Add a private note/ }).click();
    await page.keyboard.type('Ask about the crane');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await notes.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(async () => (await asked('edit')).length).toBe(2);
    expect(await asked('edit')).toMatchObject([
      { changes: [{ on: 'note', set: { about: harbour, text: 'Ask about the crane' } }] },
      { changes: [{ on: 'note', id: note.id, set: { text: '' } }] },
    ]);
  });

  test('a touch is shown once, with everybody of ours who saw it', async () => {
    const { page } = await open({ hash: `#/people/${sampleId('fiona')}` });
    await page.getByRole('heading', { name: '2 touches' }).waitFor();
    const touches = await page.locator('.touch').allInnerTexts();
    expect(touches[0]).toContain('seen by Amira Haddad and Jonas Weber (Departed)');
  });

  test('suggestions are worked through from the keyboard', async () => {
    const { page } = await open({ hash: '#/suggestions' });
    await page.getByText('3 suggestions').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    expect(await asked('dismiss')).toEqual([{ suggestions: [sampleId('copied')] }]);
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.getByText('2 chosen').waitFor();
    await page.keyboard.press('t');
    expect(await asked('take')).toEqual([{ suggestions: [sampleId('ola'), sampleId('copied')] }]);
  });

  test('letters typed into a field are letters', async () => {
    const { page, calls } = await open({ hash: '#/people' });
    await page.getByRole('searchbox').fill('');
    await page.keyboard.type('2ua?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('2ua?');
    expect(page.url()).toContain('#/people');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await calls()).toEqual([]);
  });

  test('the keys of the screen are listed under ?', async () => {
    const { page } = await open();
    await page.locator('.rows').waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    for (const words of ['Search', 'Next row', 'Go to the unassigned queue']) {
      await dialog.getByText(words, { exact: true }).waitFor();
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
  });

  describe('for an admin', () => {
    const openMembers = async () => {
      const { page, answer } = await open({ rows: together(deviceRows('vera'), sampleRows(now)) });
      await answer('listMembers', { ok: true, value: { members: sampleMembers(now) } });
      await page.locator('.rows').waitFor();
      await page.keyboard.press('5');
      await page.locator('.member').first().waitFor();
      return { page, answer };
    };

    test('says exactly what a departure does before it is done, and does nothing on Escape', async () => {
      const { page } = await openMembers();
      const depart = page.getByRole('button', { name: 'Mark Amira Haddad as departed…' });
      await depart.click();
      const dialog = page.getByRole('dialog', { name: 'Mark Amira Haddad as departed?' });
      const words = await dialog.innerText();
      expect(words).toContain('1 device is refused from its next request.');
      expect(words).toContain('3 accounts go to the unassigned queue');
      expect(words).toContain('Nothing that they recorded is deleted.');
      expect(await focused()).toBe('Cancel');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('Mark Amira Haddad as departed…');
      await depart.click();
      await dialog.getByRole('button', { name: 'Mark Amira Haddad as departed' }).click();
      expect(await asked('setMemberStatus')).toEqual([{ member: members.amira, status: 'departed' }]);
    });

    test('names the manager to whom the accounts would go', async () => {
      const { page } = await openMembers();
      await page.getByRole('button', { name: 'Mark Jonas Weber as departed…' }).click();
      await page.getByText('4 accounts go to Vera Novak, their manager.').waitFor();
    });

    test('an invitation becomes a link to hand on', async () => {
      const { page, answer } = await openMembers();
      const link = `http://127.0.0.1:8787/#join=${sampleId('w')}.${'A'.repeat(43)}`;
      await answer('invite', {
        ok: true,
        value: { id: sampleId('i'), member: sampleId('n'), link, expiresAt: now },
      });
      const form = page.getByRole('region', { name: 'Invite a colleague' });
      await form.getByLabel('Name').fill('Noor Haddad');
      await form.getByLabel('E-mail').fill('Noor.Haddad@tidewater.test');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByLabel('Invitation link for Noor Haddad').inputValue()).toBe(link);
      expect(await asked('invite')).toEqual([
        { name: 'Noor Haddad', email: 'noor.haddad@tidewater.test', role: 'rep', manager: null },
      ]);
    });

    test('a refusal is said in words, with what can be done', async () => {
      const { page, answer } = await openMembers();
      await answer('setMemberStatus', { ok: false, notice: { kind: 'conflict' } });
      await page.getByRole('button', { name: 'Suspend Amira Haddad' }).click();
      await page.getByText('This does not fit how things stand now.').waitFor();
    });

    test('the members’ screen has no barrier that axe finds, in light and dark', async () => {
      const { page } = await openMembers();
      await expectNoBarrier(page);
    });

    test('rules are saved whole, and what is no domain is named', async () => {
      const { page } = await open({ rows: deviceRows('vera'), hash: '#/settings' });
      const never = page.getByLabel('Never: domains');
      await never.fill('doctor.example\nnonsense');
      await page.getByRole('button', { name: 'Save the rules' }).click();
      await page.getByRole('alert').getByText('nonsense').waitFor();
      await never.fill('doctor.example');
      await page.getByRole('button', { name: 'Save the rules' }).click();
      expect(await asked('setPolicy')).toMatchObject([
        { ownDomains: ['tidewater.test'], never: { domains: ['doctor.example'] }, keepSubject: true },
      ]);
    });
  });

  test('a rep can read the rules and not change them', async () => {
    const { page } = await open({ hash: '#/settings' });
    expect(await page.getByLabel('Own domains').getAttribute('readonly')).not.toBeNull();
    expect(await page.getByRole('button', { name: 'Save the rules' }).count()).toBe(0);
  });

  test('a device that was put out says why, and offers to join again', async () => {
    const revoked = { nonce: null, reason: 'departed' as const, until: now, wiped: true };
    const { page } = await open({ rows: { meta: [{ key: 'revoked', value: revoked }] } });
    await page.getByText('you are marked as departed').waitFor();
    await page.getByLabel('Invitation link').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('a device that was long without contact hides the pool, and says so', async () => {
    const { page } = await open({ rows: together(deviceRows('amira', { locked: true }), sampleRows(now)) });
    await page.getByRole('heading', { name: /^The pool is hidden/ }).waitFor();
    expect(await page.getByText('Harbourline').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  const screens = [
    '',
    `#/accounts/${sampleId('ruhr')}`,
    `#/accounts/${sampleId('nakheel')}`,
    '#/people',
    `#/people/${sampleId('svenja')}`,
    '#/suggestions',
    '#/members',
    '#/sync',
    '#/settings',
  ];
  test.each(screens)('has no barrier that axe finds, and nothing sticks out: %s', async (hash) => {
    const { page } = await open({ hash });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('All saved.').first().waitFor();
    await expectNoBarrier(page);
  });

  test('the empty pool says what would fill it', async () => {
    const { page } = await open({ rows: deviceRows('amira') });
    await page.getByText('The pool is empty').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
