import assert from 'node:assert/strict';
import { eventually } from '../../eventually.ts';
import type { StoredPool } from '../../stored-pool.ts';
import type { Act } from '../act.ts';
import { departInDashboard, takeOverInDashboard } from '../hands.ts';

const unassigned = (pool: StoredPool) => pool.accounts.filter((account) => account.steward === '');
const sizes = ({ accounts, people, affiliations, touches, sightings }: StoredPool) => ({
  accounts: accounts.length,
  people: people.length,
  affiliations: affiliations.length,
  touches: touches.length,
  sightings: sightings.length,
});

export const depart: Act = {
  title:
    'The admin marks A as departed: A is refused, the accounts are unassigned, no row is gone, B takes one over',
  play: async (stage, diary) => {
    const { admin, a, b } = stage;
    const before = await b.pool();
    const aId = before.members.find(({ view }) => (view.fact as { name: string }).name === a.name)?.id;
    const held = before.accounts.filter((account) => account.steward === aId);
    assert.ok(aId !== undefined && held.length >= 4, 'A is steward of several accounts');
    await departInDashboard(admin, a, diary);
    await eventually('A’s device knows that it is refused', async () => {
      await a.dashboard.bringToFront();
      const text = await a.dashboard.locator('body').innerText();
      return /no longer|departed/i.test(text);
    });
    await diary.picture(a.dashboard, 'A’s dashboard: refused, and why');
    await eventually('A’s accounts unassigned in B’s browser', async () => {
      const open = unassigned(await b.pool());
      return held.every((account) => open.some((row) => row.id === account.id));
    });
    assert.deepEqual(sizes(await b.pool()), sizes(before), 'not one row is gone');
    diary.note(
      `${held.length} accounts stand in the unassigned queue; ${JSON.stringify(sizes(before))} before and after`,
    );
    const taken = held[0]?.id as string;
    await takeOverInDashboard(b, taken, diary);
    await eventually('the admin sees B as steward', async () => {
      const pool = await admin.pool();
      const bId = pool.members.find(({ view }) => (view.fact as { name: string }).name === b.name)?.id;
      return pool.accounts.find((account) => account.id === taken)?.steward === bId;
    });
    await diary.picture(admin.dashboard, 'The pool as the admin sees it at the end');
  },
};
