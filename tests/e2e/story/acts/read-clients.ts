import assert from 'node:assert/strict';
import { SAMPLE_MAILS, uidOf } from '../../../webmail/mails/index.ts';
import { colleague, type SampleMail } from '../../../webmail/mails/sample-mail.ts';
import type { Mailbox } from '../../../webmail/people.ts';
import { eventually } from '../../eventually.ts';
import { openInRoundcube, signInToRoundcube } from '../../roundcube-session.ts';
import { fieldOf, rootTouches, touchesAt } from '../../stored-pool.ts';
import type { Act } from '../act.ts';

const clients = SAMPLE_MAILS.filter((mail) => mail.kind === 'person' && isWrittenTo(mail, 'jonas'));

/** Whether the mail lies in the inbox of somebody whom its To header names: who is copied in blind is not written to. */
function isWrittenTo(mail: SampleMail, mailbox: Mailbox): boolean {
  if (!mail.placements.some((placed) => placed.mailbox === mailbox && placed.folder === 'INBOX'))
    return false;
  const [head = ''] = Buffer.from(mail.bytesFor(mailbox)).toString('latin1').split('\r\n\r\n');
  const to = /^To:((?:.|\r\n[ \t])*)/m.exec(head)?.[1] ?? '';
  return to.includes(colleague(mailbox).email);
}

export const readClients: Act = {
  title: 'A reads mails from clients in Roundcube, in several languages, and types nothing',
  play: async (stage, diary) => {
    const languages = new Set(clients.map((mail) => mail.language));
    assert.ok(new Set(clients.map((mail) => mail.sender.email)).size >= 6, 'six people at least');
    assert.ok(new Set(clients.map((mail) => mail.company?.domain)).size >= 4, 'four companies at least');
    assert.ok(languages.size >= 4, 'several languages');
    const { a } = stage;
    stage.aMail = await signInToRoundcube(a.browser.context, stage.roundcube, {
      email: a.email,
      password: stage.password,
    });
    const panel = await a.panelFor(stage.aMail);
    for (const mail of clients) {
      const uid = uidOf(mail.slug, 'jonas');
      assert.ok(uid !== undefined);
      const opened = performance.now();
      await openInRoundcube(stage.aMail, uid);
      await eventually(`${mail.slug} in IndexedDB`, async () => {
        return touchesAt(await a.pool(), mail.dateUtc).length > 0;
      });
      diary.note(
        `${mail.sender.name} (${mail.company?.name ?? 'no company'}, ${mail.language}): ${Math.round(performance.now() - opened)} ms from the click to seen in IndexedDB`,
      );
      if (['de', 'ar', 'ja'].includes(mail.language) && languages.delete(mail.language)) {
        await diary.picture(stage.aMail, `The mail from ${mail.sender.name} in Roundcube`);
        await diary.picture(panel, 'and what A’s panel says of it');
      }
    }
    const pool = await a.pool();
    for (const { sender, company } of clients) {
      assert.ok(
        pool.people.some((person) => person.emails.includes(sender.email.toLowerCase())),
        `a person with the address ${sender.email}`,
      );
      if (company === null) continue;
      const account = pool.accounts.find((row) => row.domains.includes(company.domain));
      assert.ok(account, `an account for ${company.domain}`);
      diary.note(`${company.domain} is the account “${fieldOf(account, 'name') ?? company.domain}”`);
    }
    diary.note(
      `${pool.people.length} people, ${pool.accounts.length} accounts, ${rootTouches(pool).length} touches`,
    );
    await panel.close();
  },
};
