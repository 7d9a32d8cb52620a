import { describe, expect, test } from 'vitest';
import { noon } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { send, setClock } from './send.ts';

type Call = { method: string; path: string; body?: unknown; status: number; answer: unknown };

/** What the devices of earlier releases sent, and what their servers answered: recorded then, and not written since. */
const recorded = import.meta.glob<Call[]>('./recorded/version-*.json', { eager: true, import: 'default' });

/**
 * Without what no release promised another: the clock, names of servers' making, and numbers themselves, of which only the order
 * counts. Rows are compared as a set, since their order within one transaction is nobody's to rely on.
 */
function comparable(value: unknown, key = ''): unknown {
  if (['now', 'at', 'stewardSince', 'view', 'workspace'].includes(key)) return '-';
  if (key === 'seq' && typeof value === 'number') return value === 0 ? 0 : 'a number';
  if (Array.isArray(value)) {
    const list = value.map((one) => comparable(one));
    return key === 'rows' ? list.toSorted(byText) : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, comparable(one, name)]));
}

/** The workspace's own row has an id that is made up each time. */
function withoutPolicyId(answer: string): string {
  return answer.replace(/("kind":"policy","id":")[^"]+/g, '$1-');
}

function byText(a: unknown, b: unknown): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

describe.each(Object.entries(recorded))('%s', (_path, calls) => {
  test('is answered as it was when it was the newest', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const own = (text: string) =>
      withoutPolicyId(text).replaceAll(admin.member, '<member>').replaceAll(admin.device, '<device>');
    for (const { method, path, body, status, answer } of calls) {
      const response = await admin.send(method, path.replace('<view>', String(admin.cursor.view)), body);
      const text = await response.text();
      expect([method, path, response.status]).toEqual([method, path, status]);
      const [now, then] = [own(text), withoutPolicyId(JSON.stringify(answer))].map((one) => JSON.parse(one));
      expect(comparable(now)).toEqual(comparable(then));
    }
  });
});

test('there is a recording of every version that is served and has been replaced', () => {
  expect(Object.keys(recorded).toSorted()).toEqual([
    './recorded/version-1.json',
    './recorded/version-2.json',
  ]);
});
