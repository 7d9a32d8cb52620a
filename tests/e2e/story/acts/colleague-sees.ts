import assert from 'node:assert/strict';
import { eventually } from '../../eventually.ts';
import { rootTouches } from '../../stored-pool.ts';
import type { Act } from '../act.ts';
import { sampleSites } from '../stage.ts';

export const colleagueSees: Act = {
  title: 'B, who did nothing, sees A’s companies, on their own web pages too',
  play: async (stage, diary) => {
    const { a, b } = stage;
    const mine = await a.pool();
    await eventually('A’s accounts in B’s browser', async () => {
      const theirs = await b.pool();
      return mine.accounts.every((account) => theirs.accounts.some((row) => row.id === account.id));
    });
    const pool = await b.pool();
    assert.equal(rootTouches(pool).length, rootTouches(mine).length);
    await diary.picture(b.dashboard, 'B’s dashboard: the pool');
    for (const site of sampleSites.slice(0, 2)) {
      const page = await b.browser.context.newPage();
      await page.goto(stage.sites.url(site.host));
      const panel = await b.panelFor(page);
      await panel.getByText(a.name).first().waitFor();
      await diary.picture(page, `The home page of ${site.name}`);
      await diary.picture(panel, 'B’s panel beside it: known, its steward, and the last touch');
      await panel.close();
      await page.close();
    }
  },
};
