import assert from 'node:assert/strict';
import { eventually } from '../../eventually.ts';
import type { Act } from '../act.ts';
import { addFreemailInDashboard, inviteInDashboard, joinInPanel } from '../hands.ts';

export const openWorkspace: Act = {
  title: 'An admin opens the workspace and invites two reps',
  play: async (stage, diary) => {
    const { admin, a, b } = stage;
    await joinInPanel(admin, stage.adminLink, diary);
    await eventually('the admin in the pool', async () => (await admin.pool()).members.length === 1);
    const links = [
      await inviteInDashboard(admin, a, diary),
      await inviteInDashboard(admin, b, diary),
    ] as const;
    await joinInPanel(a, links[0], diary);
    await joinInPanel(b, links[1], diary);
    await eventually('everybody in everybody’s pool', async () => {
      const pools = await Promise.all([admin, a, b].map((actor) => actor.pool()));
      return pools.every((pool) => pool.members.length === 3);
    });
    await diary.picture(admin.dashboard, 'The members, as the admin sees them');
    await addFreemailInDashboard(admin, 'freemail.example', diary);
    assert.equal((await a.pool()).outbox.length, 0);
  },
};
