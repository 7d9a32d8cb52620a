import { describe, expect, it } from 'vitest';
import { interfaceClient } from '../../../extension/rpc/interface-client.ts';
import type { After } from '../../../extension/rpc/line.ts';
import type { PortLike } from '../../../extension/rpc/port-endpoint.ts';
import { portPair } from './port-pair.ts';

/** Pauses are short, and no attempt takes too long. */
const soon: After = (ms, then) => {
  const timer = ms > 5000 ? undefined : setTimeout(then, Math.min(ms, 5));
  return () => clearTimeout(timer);
};

/** Answers every call on the port with the same raw value. */
function answerWith(port: PortLike, value: unknown): void {
  port.onMessage.addListener((message) => {
    const { id } = message as { id: string };
    port.postMessage({ id, type: 'RAW', value });
  });
}

describe('the interface client', () => {
  it('hands on an answer of the agreed shape', async () => {
    const { here, there } = portPair('interface');
    answerWith(there, { ok: true, value: null });
    expect(await interfaceClient({ connect: () => here }).syncNow(null)).toEqual({ ok: true, value: null });
  });

  it('turns an answer of another shape into a notice', async () => {
    const { here, there } = portPair('interface');
    answerWith(there, { ok: true, value: 'surprise' });
    const answer = await interfaceClient({ connect: () => here }).syncNow(null);
    expect(answer).toMatchObject({ ok: false, notice: { kind: 'server-error' } });
  });

  it.each([
    ['repeats a call that may be repeated', 'syncNow', 2],
    ['does not send an invitation twice when the answer is lost', 'invite', 1],
  ] as const)('%s', async (_what, name, connectionsExpected) => {
    let connections = 0;
    const client = interfaceClient({
      after: soon,
      connect: () => {
        connections += 1;
        const { here, there, kill } = portPair('interface');
        if (connections === 1) there.onMessage.addListener(() => setImmediate(kill));
        else answerWith(there, { ok: true, value: null });
        return here;
      },
    });
    const answer =
      name === 'syncNow'
        ? await client.syncNow(null)
        : await client.invite({ name: 'Amira Haddad', email: 'amira.haddad@tidewater.test', role: 'rep' });
    expect(connections).toBe(connectionsExpected);
    expect(answer.ok).toBe(name === 'syncNow');
  });
});
