import { describe, expect, it } from 'vitest';
import { expectedMail } from './score/expected-mail.ts';
import { score } from './score/mails.ts';
import type { Answer } from './task.ts';

const list = (name: string | null, address: string) => ({ Address: { List: [{ name, address }] } });
const at = { year: 2000, month: 5, day: 19, hour: 0, minute: 31, second: 0 };
const mail = {
  id: 'one',
  eml: '',
  headers: [
    { name: 'from', value: list('Doug', 'doug@client.example') },
    { name: 'to', value: list('J\ufffdrgen', 'j@client.example') },
    {
      name: 'cc',
      value: { Address: { Group: [{ name: 'all', addresses: [{ name: null, address: 'a@b.example' }] }] } },
    },
    { name: 'reply_to', value: list(null, 'x@y.example') },
    { name: 'subject', value: { Text: 'Fr\ufffdsche' } },
    { name: 'date', value: { DateTime: { ...at, tz_before_gmt: true, tz_hour: 4, tz_minute: 30 } } },
    { name: 'message_id', value: { Text: '1@x' } },
    { name: { other: 'X-Sender' }, value: { Text: 'nobody' } },
  ],
};
const right: Answer = {
  from: { name: 'Doug', email: 'doug@client.example' },
  to: [{ name: 'Jürgen', email: 'J@client.example' }],
  cc: [{ email: 'a@b.example' }],
  ...{ subject: 'Frösche', date: '2000-05-19T05:01:30.000Z', messageId: '1@x' },
};

async function figures(answer: Answer): Promise<Record<string, number>> {
  const lines = await score.run([mail], async () => [answer]);
  expect(lines.map(({ name }) => name)).toEqual(score.plan.map(({ name }) => name));
  const ours = lines.filter(({ name }) => name.startsWith('mails.sogo.'));
  return Object.fromEntries(ours.map(({ name, value }) => [name.replace('mails.sogo.', ''), value]));
}

describe('the score of mails in real webmails', () => {
  it('expects what the headers say: groups flattened, the date in UTC, and no address without a domain', () => {
    expect(expectedMail(mail)).toEqual({
      facts: [
        { field: 'from', name: 'Doug', email: 'doug@client.example' },
        { field: 'to', name: 'J\ufffdrgen', email: 'j@client.example' },
        { field: 'cc', name: '', email: 'a@b.example' },
      ],
      ...{ subject: 'Fr\ufffdsche', date: '2000-05-19T05:01:00.000Z', messageId: '1@x' },
    });
    expect(expectedMail({ headers: [{ name: 'from', value: list(null, 'moderator') }] }).facts).toEqual([]);
  });

  it('takes a letter that the reference lost for any one letter, and says how it is with it as a mistake', async () => {
    expect(await figures(right)).toEqual({
      ...{ 'address.f1': 1, 'name.f1': 1, subject: 1, 'date-to-the-minute': 1, 'message-id': 1 },
      'name.f1.lost-letters-as-mistakes': 2 / 3,
      'subject.lost-letters-as-mistakes': 0,
    });
    const dropped = await figures({ ...right, to: [{ name: 'Jrgen', email: 'j@client.example' }] });
    expect(dropped['name.f1']).toBeCloseTo(2 / 3);
  });

  it('counts a mail that gave none as missed, and a made-up person as wrong', async () => {
    expect(await figures({ error: 'no touch' })).toMatchObject({ 'address.f1': 0, subject: 0 });
    const more = await figures({ ...right, cc: [{ email: 'a@b.example' }, { email: 'made@up.example' }] });
    expect(more['address.f1']).toBeCloseTo(6 / 7);
  });
});
