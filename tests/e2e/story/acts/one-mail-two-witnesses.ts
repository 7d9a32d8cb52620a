import assert from 'node:assert/strict';
import { SAMPLE_MAILS, uidOf } from '../../../webmail/mails/index.ts';
import { eventually } from '../../eventually.ts';
import { openInRoundcube } from '../../roundcube-session.ts';
import { openInSogo, signInToSogo } from '../../sogo-session.ts';
import { touchesAt, witnessesOf } from '../../stored-pool.ts';
import type { Act } from '../act.ts';

const forBoth = SAMPLE_MAILS.filter(
  (mail) =>
    mail.kind === 'person' &&
    ['jonas', 'amira'].every((who) => mail.placements.some((p) => p.mailbox === who && p.folder === 'INBOX')),
);

export const oneMailTwoWitnesses: Act = {
  title:
    'The same mail read by both, by one in Roundcube and by the other in SOGo, is one touch; same uids are not',
  play: async (stage, diary) => {
    const { a, b } = stage;
    assert.ok(forBoth.some((m) => m.messageId !== null) && forBoth.some((m) => m.messageId === null));
    for (const mail of forBoth) {
      await openInRoundcube(stage.aMail, uidOf(mail.slug, 'jonas') as number);
      await eventually('A’s touch', async () => touchesAt(await a.pool(), mail.dateUtc).length > 0);
    }
    const sogo = await signInToSogo(b.browser.context, stage.sogo, {
      email: b.email,
      password: stage.password,
    });
    const panel = await b.panelFor(sogo);
    for (const mail of forBoth) {
      await openInSogo(sogo, uidOf(mail.slug, 'amira') as number);
      const named = mail.messageId === null ? 'without a Message-ID' : 'with a Message-ID';
      await eventually(`one touch with two witnesses, ${named}`, async () => {
        const pool = await a.pool();
        const [root, ...others] = touchesAt(pool, mail.dateUtc);
        return root !== undefined && others.length === 0 && witnessesOf(pool, root.id).size === 2;
      });
      diary.note(`${mail.slug}, ${named}: one touch, two witnesses, in Europe/Lisbon and Asia/Tokyo`);
    }
    await diary.picture(sogo, 'B reads the mail in SOGo, set to Tokyo’s time');
    await diary.picture(panel, 'B’s panel beside SOGo');
    const withUid = (who: 'jonas' | 'amira') =>
      SAMPLE_MAILS.filter((mail) => mail.kind === 'person' && uidOf(mail.slug, who) !== undefined);
    const [mine, theirs] = [withUid('jonas'), withUid('amira')];
    const twins = mine.flatMap((mail) =>
      theirs
        .filter((other) => other !== mail && uidOf(other.slug, 'amira') === uidOf(mail.slug, 'jonas'))
        .map((other) => [mail, other] as const),
    );
    assert.ok(twins.length > 0, 'two different mails with the same uid');
    const pool = await a.pool();
    for (const [mail, other] of twins) {
      assert.equal(touchesAt(pool, mail.dateUtc).length, 1);
      assert.equal(touchesAt(pool, other.dateUtc).length, 1);
      assert.notEqual(touchesAt(pool, mail.dateUtc)[0]?.id, touchesAt(pool, other.dateUtc)[0]?.id);
    }
    diary.note(`${twins.length} pairs of different mails with the same uid stay two touches each`);
    await panel.close();
    await sogo.close();
  },
};
