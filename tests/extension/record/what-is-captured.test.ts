import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../extension/db/held-state.ts';
import { accountDetail } from '../../../extension/db/queries/account-detail.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { listSuggestions } from '../../../extension/db/queries/list-suggestions.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import type { InterpretedMail, InterpretedReading } from '../../../shared/capture/interpreted-reading.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import {
  jonasMailbox,
  type MadeUpDevice,
  madeUpDevice,
  madeUpMail,
  madeUpReading,
  policy,
} from '../made-up-device.ts';

const all = { limit: 50, offset: 0 };

async function pooledEmails({ db }: MadeUpDevice): Promise<string[]> {
  return (await listPeople(db, all)).rows.flatMap((person) => person.emails).sort();
}

async function suggested({ db }: MadeUpDevice): Promise<string[]> {
  return (await listSuggestions(db)).map((s) => `${s.emails[0] ?? s.name} ${s.why}`).sort();
}

/** One mail read on a fresh device: who is pooled, who is suggested, and how many touches there are. */
async function reading(
  mail: Partial<InterpretedMail>,
  withPolicy: Policy = policy,
  changes: Partial<InterpretedReading> = {},
) {
  const device = await madeUpDevice();
  const recorded = await recordReading(device, madeUpReading([madeUpMail(mail)], changes), withPolicy);
  return {
    pooled: await pooledEmails(device),
    suggested: await suggested(device),
    touches: await device.db.touches.count(),
    operations: await device.db.outbox.count(),
    heldBack: recorded.page.heldBack,
    device,
    recorded,
  };
}

const out = { from: { name: 'Jonas Weber', email: jonasMailbox } };
const box = (email: string, name: string | null = null) => ({ name, email });

describe('who is captured', () => {
  it('somebody at a business address who wrote to the rep, with company, tie, touch and evidence in one operation', async () => {
    const { device, ...seen } = await reading({});
    expect(seen).toMatchObject({
      pooled: ['ines.duarte@harbour.example'],
      suggested: [],
      touches: 1,
      operations: 1,
    });
    const { rows } = await listAccounts(device.db, all);
    expect(rows).toMatchObject([
      { name: 'harbour.example', people: 1, touches: 1, pending: true, steward: { name: 'Jonas Weber' } },
    ]);
    const detail = await accountDetail(device.db, rows[0]?.id ?? '');
    expect(detail?.people[0]).toMatchObject({ name: 'Ines Duarte', affiliations: [{ title: null }] });
    expect(detail?.touches[0]).toMatchObject({
      direction: 'in',
      subject: 'Delivery dates',
      mine: true,
      pending: true,
    });
    expect(await device.db.sightings.count()).toBe(3);
  });

  it('people whom the rep wrote to, while those in Cc are suggested', async () => {
    const mail = {
      ...out,
      to: [box('a@north.example', 'Anna North')],
      cc: [box('b@south.example', 'Bo South')],
    };
    expect(await reading(mail)).toMatchObject({
      pooled: ['a@north.example'],
      suggested: ['b@south.example copied'],
      touches: 1,
    });
  });

  it('not whom a colleague wrote to: they are suggested', async () => {
    const mail = {
      from: box('amira.haddad@tidewater.test', 'Amira Haddad'),
      to: [box('a@north.example')],
      cc: [box(jonasMailbox)],
    };
    expect(await reading(mail)).toMatchObject({
      pooled: [],
      suggested: ['a@north.example copied'],
      touches: 0,
    });
  });

  it('not who wrote with the rep only in Cc: they are suggested', async () => {
    const mail = { to: [box('amira.haddad@tidewater.test')], cc: [box(jonasMailbox)] };
    expect(await reading(mail)).toMatchObject({
      pooled: [],
      suggested: ['ines.duarte@harbour.example copied'],
    });
  });

  it('who answers what we sent, even with the rep only in Cc and headers unread', async () => {
    const device = await madeUpDevice();
    const sent = madeUpMail({ ...out, messageId: 'sent@tidewater.test', to: [box('a@north.example')] });
    await recordReading(device, madeUpReading([sent]), policy);
    const answer = madeUpMail({
      messageId: 'answer@north.example',
      answers: ['sent@tidewater.test'],
      from: box('c@north.example', 'Cem North'),
      to: [box('amira.haddad@tidewater.test')],
      cc: [box(jonasMailbox)],
      bulk: 'unknown',
    });
    await recordReading(device, madeUpReading([answer]), policy);
    expect(await pooledEmails(device)).toEqual(['a@north.example', 'c@north.example']);
  });

  it('whom the pool knows already, wherever they stand in a mail', async () => {
    const { device } = await reading({});
    const mail = madeUpMail({
      messageId: 'second@harbour.example',
      subject: 'Other',
      from: box('x@west.example'),
      bulk: 'unknown',
      cc: [box('Ines.Duarte@harbour.example')],
    });
    await recordReading(device, madeUpReading([mail]), policy);
    expect(await device.db.touches.count()).toBe(2);
    expect(await suggested(device)).toEqual(['x@west.example unknown-bulk']);
  });
});

describe('who is not', () => {
  it.each(['newsletter', 'list', 'auto-reply', 'no-reply', 'bounce'] as const)(
    'anybody in bulk mail (%s)',
    async (bulk) => {
      const to = bulk === 'list' ? { to: [box('metrology@lists.example')] } : {};
      expect(await reading({ bulk, ...to })).toMatchObject({
        pooled: [],
        suggested: [],
        touches: 0,
        operations: 0,
        heldBack: { bulk: 1 },
      });
    },
  );

  it.each([
    ['to a list of our own', { to: [box('sales@tidewater.test')] }],
    ['to a list and to one of us by name', { to: [box('metrology@lists.example')], cc: [box(jonasMailbox)] }],
  ])('but whoever wrote %s is suggested, and the list is not', async (_what, written) => {
    expect(await reading({ bulk: 'list', ...written })).toMatchObject({
      pooled: [],
      suggested: ['ines.duarte@harbour.example unknown-bulk'],
      touches: 0,
    });
    const ours = box('amira.haddad@tidewater.test');
    expect(await reading({ bulk: 'list', ...written, from: ours })).toMatchObject({ heldBack: { bulk: 1 } });
  });

  it('a robot, by its address alone', async () => {
    const mail = { from: box('no-reply@harbour.example', 'Harbour'), bulk: 'unknown' as const };
    expect(await reading(mail)).toMatchObject({ pooled: [], suggested: [], heldBack: { bulk: 1 } });
  });

  it('colleagues', async () => {
    const mail = { from: box('amira.haddad@tidewater.test', 'Amira Haddad') };
    expect(await reading(mail)).toMatchObject({
      pooled: [],
      suggested: [],
      operations: 0,
      heldBack: { internal: 1 },
    });
  });

  it('whoever is on the never-list, and nobody else in a mail that they sent', async () => {
    const never: Policy = {
      ...policy,
      never: { addresses: ['ines.duarte@harbour.example'], domains: ['south.example'], sites: [] },
    };
    expect(await reading({ cc: [box('b@north.example')] }, never)).toMatchObject({
      pooled: [],
      suggested: [],
      heldBack: { never: 1 },
    });
    const sent = { ...out, to: [box('a@north.example'), box('b@mail.south.example')] };
    expect(await reading(sent, never)).toMatchObject({ pooled: ['a@north.example'], suggested: [] });
  });

  it('freemail senders: suggested without a company, and not pooled', async () => {
    const { device, ...seen } = await reading({ from: box('pia@freemail.example', 'Pia Lind') });
    expect(seen).toMatchObject({
      pooled: [],
      suggested: ['pia@freemail.example freemail'],
      touches: 0,
      operations: 0,
    });
    expect(await device.db.accounts.count()).toBe(0);
  });

  it('people on a page, who are suggested; those with a colleague’s address are passed over', async () => {
    const page = {
      reader: { id: 'web' as const, version: 1 },
      page: { origin: 'https://www.north.example', path: '/team', title: 'Team' },
      mailbox: null,
      people: [
        { name: 'Anna North', emails: ['a@north.example'], sure: 0.9 },
        { name: 'Vera Novak', emails: ['vera.novak@tidewater.test'], sure: 0.9 },
      ],
      companies: [{ name: 'North', domains: ['www.north.example'], sure: 0.9 }],
    };
    const device = await madeUpDevice();
    const recorded = await recordReading(device, madeUpReading([], page), policy);
    expect(recorded).toMatchObject({ operations: 0, suggestions: 2 });
    expect(await suggested(device)).toEqual(['North on-page', 'a@north.example on-page']);
  });
});

describe('what is taken from a mail', () => {
  const signature = {
    name: 'Ines Duarte',
    emails: ['ines.duarte@harbour.example'],
    phones: ['+351 21 000 0000'],
    title: 'Head of Purchasing',
    organisation: 'Harbour Tools Lda',
    urls: ['https://www.harbour.example/contact'],
    sure: 0.8,
  };

  const { name: _name, ...unnamed } = signature;

  it('the sender’s own signature: phone and title to the person, name and site to the company', async () => {
    const { device } = await reading({ signature });
    const [account] = (await listAccounts(device.db, all)).rows;
    const [person] = (await listPeople(device.db, all)).rows;
    expect(account).toMatchObject({ name: 'Harbour Tools Lda', website: 'https://www.harbour.example' });
    expect(person).toMatchObject({
      phones: ['+351 21 000 0000'],
      urls: [],
      affiliations: [{ title: 'Head of Purchasing' }],
    });
  });

  it.each([
    ['names another address', { ...signature, emails: ['somebody.else@harbour.example'] }],
    ['has another name and no address', { ...signature, name: 'Rui Costa', emails: [] }],
    ['names nobody and is tied to nobody', { ...unnamed, emails: [], sure: 0.4 }],
  ])('nothing from a signature that %s', async (_what, other) => {
    const { device } = await reading({ signature: other });
    const [person] = (await listPeople(device.db, all)).rows;
    expect(person).toMatchObject({ phones: [], affiliations: [{ title: null }] });
  });

  it('the signature of a sender who signs with another spelling of the name', async () => {
    const { device } = await reading({ signature: { ...signature, name: 'Inez Duarte', emails: [] } });
    const [person] = (await listPeople(device.db, all)).rows;
    expect(person).toMatchObject({ phones: ['+351 21 000 0000'] });
  });

  it('nothing from a signature that names a never-listed address beside the sender’s', async () => {
    const secret = 'secret@client.example';
    const listed: Policy = { ...policy, never: { addresses: [secret], domains: [], sites: [] } };
    const { device } = await reading(
      { signature: { ...signature, emails: [...signature.emails, secret] } },
      listed,
    );
    const [person] = (await listPeople(device.db, all)).rows;
    expect(person).toMatchObject({ phones: [], affiliations: [{ title: null }] });
  });

  it.each([
    ['another address', 'ceo@bank.example'],
    ['its own local part', 'ines.duarte'],
    ['nothing readable', '***'],
  ])('no name from a display name that is %s', async (_what, name) => {
    const { device } = await reading({ from: box('ines.duarte@harbour.example', name) });
    expect((await listPeople(device.db, all)).rows[0]?.name).toBe('ines.duarte@harbour.example');
  });

  it('no subject where policy keeps none, and the path only where policy keeps it', async () => {
    const { device } = await reading({}, { ...policy, keepSubject: false, keepPath: true });
    expect((await device.db.touches.toArray()).map(viewOf)[0]?.fact).toMatchObject({ subject: null });
    expect((await device.db.sightings.toArray()).map(viewOf)[0]?.fact).toMatchObject({
      source: { path: '/?_task=mail', title: null },
    });
  });
});
