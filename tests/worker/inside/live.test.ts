import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { refusal, type TestDevice } from '../device-client.ts';
import { noon, person, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { type Listener, listen, ticketFor, upgrade } from './listen.ts';
import { send, setClock } from './send.ts';

/** The numbers that a socket is poked with until it hears of `seq`: earlier ones may still have been waiting. */
async function heardUpTo(seq: number, { next }: Listener): Promise<number[]> {
  const heard: number[] = [];
  while ((heard.at(-1) ?? 0) < seq) {
    const message = await next();
    if (message === 'closed' || message.type !== 'poke') throw new Error('the connection ended');
    heard.push(message.seq);
  }
  return heard;
}

describe('a live ticket', () => {
  test('opens one socket, and only the name of the protocol comes back', async () => {
    const { admin } = await foundWorkspace(send);
    const ticket = await ticketFor(admin);
    const opened = await upgrade(ticket);
    expect(opened.status).toBe(101);
    expect(opened.headers.get('sec-websocket-protocol')).toBe('holdfast.live.1');
    expect(await refusal(await upgrade(ticket))).toBe('401 unauthorized');
    opened.webSocket?.accept();
    opened.webSocket?.close();
  });

  test('is good for thirty seconds', async () => {
    const { id, admin } = await foundWorkspace(send);
    await setClock(id, () => noon);
    const [late, timely] = [await ticketFor(admin), await ticketFor(admin)];
    await setClock(id, () => noon + 30_000);
    expect(await refusal(await upgrade(late))).toBe('401 unauthorized');
    await setClock(id, () => noon + 29_999);
    const opened = await upgrade(timely);
    expect(opened.status).toBe(101);
    opened.webSocket?.accept();
    opened.webSocket?.close();
  });

  test.each([
    ['is not the token', async (admin: TestDevice) => upgrade(admin.token)],
    [
      'needs the protocol beside it',
      async (admin: TestDevice) => upgrade('', `ticket.${await ticketFor(admin)}`),
    ],
    ['must be there', async () => upgrade('', 'holdfast.live.1')],
  ])('%s', async (_what, ask) => {
    const { admin } = await foundWorkspace(send);
    expect(await refusal(await ask(admin))).toBe('401 unauthorized');
  });

  test('is worth nothing once its device is revoked or its member suspended', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const amira = await member('Amira Haddad', 'rep');
    const tickets = [await ticketFor(jonas), await ticketFor(amira)];
    await admin.post(`/v1/devices/${jonas.device}/revoke`);
    await admin.post(`/v1/members/${amira.member}/status`, { status: 'suspended' });
    for (const ticket of tickets) expect(await refusal(await upgrade(ticket))).toBe('401 unauthorized');
  });

  test('is for a WebSocket', async () => {
    expect(await refusal(await send('/v1/live'))).toBe('426 upgrade-required');
  });
});

describe('a live connection', () => {
  test('begins with where the pool stands, and pokes whoever did not push', async () => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const [atAdmin, atJonas] = [await listen(admin), await listen(jonas)];
    const { cursor } = await admin.pull();
    expect(await atAdmin.next()).toEqual({ type: 'poke', seq: cursor.seq });
    const { seq } = await jonas.push(write(person(randomId())));
    expect(await heardUpTo(seq, atAdmin)).toContain(seq);
    await admin.push(write(person(randomId())));
    const atLast = await heardUpTo(seq + 1, atJonas);
    expect(atLast).toContain(seq + 1);
    expect(atLast).not.toContain(seq);
  });

  test('survives its object being put to sleep', async () => {
    const { id, admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const atAdmin = await listen(admin);
    await atAdmin.next();
    await evictDurableObject(env.WORKSPACE.get(env.WORKSPACE.idFromName(id)));
    const { seq } = await jonas.push(write(person(randomId())));
    expect(await heardUpTo(seq, atAdmin)).toContain(seq);
  });

  test.each([
    ['revoked', (admin: TestDevice, jonas: TestDevice) => admin.post(`/v1/devices/${jonas.device}/revoke`)],
    [
      'suspended',
      (admin: TestDevice, jonas: TestDevice) =>
        admin.post(`/v1/members/${jonas.member}/status`, { status: 'suspended' }),
    ],
    [
      'departed',
      (admin: TestDevice, jonas: TestDevice) =>
        admin.post(`/v1/members/${jonas.member}/status`, { status: 'departed' }),
    ],
  ])('is told and closed where its device or member is %s', async (_what, end) => {
    const { admin, member } = await foundWorkspace(send);
    const jonas = await member('Jonas Weber', 'rep');
    const atJonas = await listen(jonas);
    await end(admin, jonas);
    let last = await atJonas.next();
    while (last !== 'closed' && last.type === 'poke') last = await atJonas.next();
    expect(last).toEqual({ type: 'revoked' });
    expect(await atJonas.next()).toBe('closed');
  });

  test('answers a ping without waking the object, and hangs up on anything else', async () => {
    const { admin } = await foundWorkspace(send);
    const response = await upgrade(await ticketFor(admin));
    const socket = response.webSocket;
    if (socket === null) throw new Error('no socket');
    const heard: unknown[] = [];
    const closed = new Promise<number>((done) => socket.addEventListener('close', ({ code }) => done(code)));
    const ponged = new Promise<void>((done) =>
      socket.addEventListener('message', ({ data }) => {
        heard.push(data);
        if (data === 'pong') done();
      }),
    );
    socket.accept();
    socket.send('ping');
    await ponged;
    socket.send('DROP TABLE rec');
    expect(await closed).toBe(1008);
  });
});
