import assert from 'node:assert/strict';
import { SAMPLE_MAILS, uidOf } from '../../../webmail/mails/index.ts';
import { eventually } from '../../eventually.ts';
import { openInRoundcube, signInToRoundcube } from '../../roundcube-session.ts';
import { rootTouches } from '../../stored-pool.ts';
import type { Act } from '../act.ts';

const onlyForB = SAMPLE_MAILS.filter(
  (mail) =>
    mail.kind === 'person' &&
    mail.placements.some((p) => p.mailbox === 'amira' && p.folder === 'INBOX') &&
    !mail.placements.some((p) => p.mailbox === 'jonas'),
);

export const workerKilled: Act = {
  title: 'The worker is killed in the middle of a push and started again',
  play: async (stage, diary) => {
    const { a, b } = stage;
    stage.bMail = await signInToRoundcube(b.browser.context, stage.roundcube, {
      email: b.email,
      password: stage.password,
    });
    const killed = new Promise<void>((resolve) => {
      b.link.onceSent('POST /v1/push', () => void stage.killWorker().then(resolve));
    });
    for (const mail of onlyForB) await openInRoundcube(stage.bMail, uidOf(mail.slug, 'amira') as number);
    await killed;
    diary.note('kill -9 of workerd while the push was under way');
    await eventually('all read mails durable on B’s device', async () => {
      const pool = await b.pool();
      return onlyForB.every((mail) => pool.people.some((p) => p.emails.includes(mail.sender.email)));
    });
    await stage.startWorker();
    diary.note('started again on the same files and port');
    await eventually('B’s outbox empty', async () => (await b.pool()).outbox.length === 0, 90_000);
    await eventually('all of it in A’s pool', async () => {
      const pool = await a.pool();
      return onlyForB.every((mail) => pool.people.some((p) => p.emails.includes(mail.sender.email)));
    });
    const [mine, theirs] = [await a.pool(), await b.pool()];
    assert.deepEqual(mine.touches.map((t) => t.id).sort(), theirs.touches.map((t) => t.id).sort());
    assert.equal(rootTouches(mine).length, rootTouches(theirs).length);
    diary.note(`${theirs.touches.length} touches in both browsers: nothing lost, nothing twice`);
  },
};
