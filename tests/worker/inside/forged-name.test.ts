import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { access } from '../../../worker/src/access.ts';
import { refusal } from '../device-client.ts';
import { exampleBody } from './example-requests.ts';
import { query, send } from './send.ts';

const secret = 'A'.repeat(43);

test.each(Object.values(access).filter(({ by }) => by !== 'anyone' && by !== 'deployment'))(
  'a made-up workspace is answered 404 by $method $path, and nothing is written',
  async (rule) => {
    const forged = randomId();
    const headers: Record<string, string> =
      rule.by === 'ticket'
        ? { upgrade: 'websocket', 'sec-websocket-protocol': `holdfast.live.1, ticket.${forged}.${secret}` }
        : { authorization: `${rule.by === 'invitation' ? 'Invitation' : 'Bearer'} ${forged}.${secret}` };
    const body = exampleBody(rule, {});
    const path =
      rule.path.replace(/:\w+/, randomId()) +
      (rule.method === 'GET' ? '?epoch=1&view=1&since=0&limit=10' : '');
    const answer = await send(path, {
      method: rule.method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(await refusal(answer)).toBe('404 not-found');
    expect(await query(forged, 'SELECT name FROM sqlite_master')).toEqual([]);
  },
);
