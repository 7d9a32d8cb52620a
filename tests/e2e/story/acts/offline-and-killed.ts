import assert from 'node:assert/strict';
import { LATER_MAILS } from '../../../webmail/mails/index.ts';
import { eventually } from '../../eventually.ts';
import { awaitInRoundcube, openInRoundcube, signInToRoundcube } from '../../roundcube-session.ts';
import { rootTouches } from '../../stored-pool.ts';
import type { Act } from '../act.ts';

export const offlineAndKilled: Act = {
  title: 'A goes offline, reads two more mails, and A’s browser is killed with kill -9',
  play: async (stage, diary) => {
    const { a, b } = stage;
    a.link.cut();
    diary.note('A’s way to the worker is cut');
    const panel = await a.panelFor(stage.aMail);
    let uid = stage.lastUid.jonas;
    for (const mail of LATER_MAILS) {
      uid += 1;
      await stage.webmail.deliver(mail.bytesFor('jonas'), 'jonas');
      await awaitInRoundcube(stage.aMail, uid);
      await openInRoundcube(stage.aMail, uid);
      await eventually(`${mail.slug} durable on A’s device`, async () =>
        (await a.pool()).people.some((person) => person.emails.includes(mail.sender.email)),
      );
    }
    stage.lastUid.jonas = uid;
    await panel
      .getByText(/offline/i)
      .first()
      .waitFor();
    await diary.picture(panel, 'A’s panel, offline');
    const before = await a.pool();
    const waiting = before.outbox.filter((row) => row.state === 'waiting').length;
    assert.ok(waiting >= LATER_MAILS.length, 'the outbox keeps what was not sent');
    await a.killAndRestart();
    diary.note(`kill -9 with ${waiting} operations waiting; started again`);
    const after = await a.pool();
    assert.deepEqual(after.touches.map((t) => t.id).sort(), before.touches.map((t) => t.id).sort());
    a.link.mend();
    await eventually('A’s outbox empty', async () => (await a.pool()).outbox.length === 0, 90_000);
    await eventually('both in B’s pool', async () => {
      const pool = await b.pool();
      return LATER_MAILS.every((mail) => pool.people.some((p) => p.emails.includes(mail.sender.email)));
    });
    assert.equal(rootTouches(await b.pool()).length, rootTouches(await a.pool()).length, 'once, not twice');
    await diary.picture(a.dashboard, 'A is back: everything is in the pool, once');
    stage.aMail = await signInToRoundcube(a.browser.context, stage.roundcube, {
      email: a.email,
      password: stage.password,
    });
  },
};
