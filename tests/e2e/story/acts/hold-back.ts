import assert from 'node:assert/strict';
import { SAMPLE_MAILS, uidOf } from '../../../webmail/mails/index.ts';
import { eventually } from '../../eventually.ts';
import { openInRoundcube } from '../../roundcube-session.ts';
import type { Act } from '../act.ts';

const never = ['newsletter', 'no-reply', 'list', 'auto-reply', 'bounce', 'colleague'];
const inInbox = SAMPLE_MAILS.filter((mail) =>
  mail.placements.some((placed) => placed.mailbox === 'jonas' && placed.folder === 'INBOX'),
);

export const holdBack: Act = {
  title:
    'Newsletters, no-reply mail and colleagues are not captured; a freemail sender is suggested and not pooled',
  play: async (stage, diary) => {
    const { a, aMail } = stage;
    const before = await a.pool();
    const panel = await a.panelFor(aMail);
    for (const mail of inInbox.filter(({ kind }) => never.includes(kind))) {
      await openInRoundcube(aMail, uidOf(mail.slug, 'jonas') as number);
      await panel.waitForTimeout(700);
      diary.note(`${mail.kind}: ${mail.sender.email}`);
    }
    await diary.picture(panel, 'The panel says what was held back');
    const after = await a.pool();
    assert.deepEqual(
      [after.people.length, after.accounts.length, after.touches.length, after.outbox.length],
      [before.people.length, before.accounts.length, before.touches.length, before.outbox.length],
      'nothing of these mails is recorded',
    );
    const freemail = inInbox.find(({ kind }) => kind === 'freemail');
    assert.ok(freemail);
    await openInRoundcube(aMail, uidOf(freemail.slug, 'jonas') as number);
    await eventually('a suggestion for the freemail sender', async () =>
      (await a.pool()).suggestions.some((s) => s.key === freemail.sender.email && s.why === 'freemail'),
    );
    const pool = await a.pool();
    assert.ok(!pool.people.some((person) => person.emails.includes(freemail.sender.email)));
    await diary.picture(panel, `${freemail.sender.name} is suggested, and waits for A’s key`);
    await panel.close();
  },
};
