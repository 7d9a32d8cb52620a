import { expect, test } from 'vitest';
import { checkEqual, checkPool, noDamage } from './check-pool.ts';
import type { AnyRecord } from './index-records.ts';
import { type Ledger, type Mail, openLedger } from './ledger.ts';

const members = { a: 'jonas', b: 'amira' };
const mail: Mail = {
  kind: 'mail',
  token: 'Order 1q1x',
  at: 0,
  messageId: 'mail-1@gull.example',
  name: 'Ines Gull',
  email: 'ines@gull.example',
  domain: 'gull.example',
};
const edit = { kind: 'edit' as const, token: 'tel 1q2x', email: mail.email };
const tag = '000000000000-0000-jonas';

/** The mail as a whole pool would hold it. */
function wholePool(): Map<string, AnyRecord> {
  const fact = { subject: mail.token, people: [{ person: 'ines', role: 'from' }], accounts: ['gull'] };
  const register = (value: string) => ({ value, stamp: tag, rank: 'page' as const });
  const records: AnyRecord[] = [
    { kind: 'touch', id: 'touch', state: { fact, decided: { witness: 'jonas', link: null } } },
    {
      kind: 'sighting',
      id: 'seen',
      state: { fact: { touch: 'touch', subject: { kind: 'person', id: 'ines' } } },
    },
    {
      kind: 'person',
      id: 'ines',
      state: { sets: { emails: { [mail.email]: [tag] }, phones: { [edit.token]: [tag] } } },
    },
    { kind: 'account', id: 'gull', state: { sets: { domains: { [mail.domain]: [tag] } } } },
    {
      kind: 'affiliation',
      id: 'tie',
      state: { fields: { person: register('ines'), account: register('gull') } },
    },
  ];
  return new Map(records.map((record) => [record.id, record]));
}

function acknowledged(): Ledger {
  const ledger = openLedger();
  ledger.ask('a', mail).acknowledged = true;
  ledger.ask('a', edit).acknowledged = true;
  return ledger;
}

const check = (pool: Map<string, AnyRecord>, ledger = acknowledged()) =>
  checkPool(pool.values(), ledger, members);

test('a whole pool has no damage', () => {
  expect(check(wholePool())).toEqual(noDamage());
});

test('what was acknowledged and is not there is lost, unless it was cleared from the device that alone had it', () => {
  expect(check(new Map()).lost).toHaveLength(2);
  const cleared = acknowledged();
  cleared.clear('a');
  expect(check(new Map(), cleared)).toEqual(noDamage());
});

test('what the server had answered is lost also where nobody acknowledged it, or the device was cleared', () => {
  const ledger = openLedger();
  ledger.ask('a', mail);
  ledger.answeredPush('a', `["${mail.token}"]`);
  ledger.clear('a');
  expect(check(new Map(), ledger).lost).toHaveLength(1);
});

test.each(['seen', 'ines', 'gull', 'tie'])('a mail without its record “%s” is torn', (missing) => {
  const pool = wholePool();
  pool.delete(missing);
  expect(check(pool).torn).not.toEqual([]);
});

test('a second touch, person or tag of one record is doubled', () => {
  const touched = wholePool();
  touched.set('again', { ...(touched.get('touch') as AnyRecord), id: 'again' });
  expect(check(touched).doubled).not.toEqual([]);
  const known = wholePool();
  known.set('again', { ...(known.get('ines') as AnyRecord), id: 'again' });
  expect(check(known).doubled).not.toEqual([]);
  const tagged = wholePool();
  const phones = { [edit.token]: [tag, '000000000001-0000-jonas'] };
  tagged.set('ines', {
    kind: 'person',
    id: 'ines',
    state: { sets: { emails: { [mail.email]: [tag] }, phones } },
  });
  expect(check(tagged).doubled).not.toEqual([]);
});

test('two readings of a pool are apart in a record that one lacks and in one that says something else', () => {
  const other = wholePool();
  other.delete('tie');
  other.set('gull', { kind: 'account', id: 'gull', state: {} });
  expect(checkEqual('device a', other, wholePool())).toHaveLength(2);
  expect(checkEqual('device a', wholePool(), wholePool())).toEqual([]);
});
