import { randomId } from '../../shared/domain/ids.ts';
import type { Operation, WriteOperation } from '../../shared/protocol/operation.ts';
import type { Cursor, PullResponse } from '../../shared/protocol/pull.ts';
import type { PushResponse } from '../../shared/protocol/push.ts';
import type { Row } from '../../shared/sync/row.ts';
import { makeStamp } from '../../shared/sync/stamp.ts';
import { contentOf, setsOf } from './checks/content.ts';
import { same } from './model/rules.ts';
import { maySee } from './model/visibility.ts';
import { names, persons } from './plan/made-up-world.ts';
import { bytesFrom, type Dice } from './random.ts';
import { immortal } from './scheduler.ts';
import type { Enrolled } from './server/founding.ts';
import { standingOf } from './settle.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

/** Authors of such devices are numbered from here on. */
export const oldAuthors = 1_000;

/** A device that has not been updated: it speaks version 2 of the protocol, in the plainest way that serves. */
export type OldClient = {
  enrolled: Enrolled;
  outbox: Operation[];
  write(d: Dice): void;
  /** Whether all went well. */
  sync(): Promise<boolean>;
  check(): void;
};

const server = 'https://holdfast.tidewater.test';
const proto = 2;

export function createOldClient(world: World, enrolled: Enrolled, dice: Dice): OldClient {
  const rows = new Map<string, Row>();
  const random = bytesFrom(dice);
  let cursor: Cursor = enrolled.cursor;
  let acked: string | null = null;
  let syncing: Promise<boolean> | null = null;
  let stamped = 0;

  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T | null> => {
    const headers = { authorization: `Bearer x.${enrolled.secret}` };
    const given = new AbortController();
    world.scheduler.after(30_000, immortal, () => given.abort());
    const init = {
      method,
      headers,
      signal: given.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    try {
      const response = await world.network.fetch({ online: true }, immortal, server + path, init);
      return response.ok ? ((await response.json()) as T) : null;
    } catch {
      return null;
    }
  };
  const pushAll = async (): Promise<boolean> => {
    while (client.outbox.length > 0) {
      const operations = client.outbox.slice(0, 5);
      const answer = await ask<PushResponse>('POST', '/v1/push', {
        proto,
        epoch: cursor.epoch,
        from: acked,
        operations,
      });
      if (answer === null) return false;
      client.outbox = client.outbox.slice(answer.outcomes.length);
      acked = answer.last;
    }
    return true;
  };
  const pullAll = async (): Promise<boolean> => {
    for (;;) {
      const { epoch, view, seq } = cursor;
      const page = await ask<PullResponse>(
        'GET',
        `/v1/pull?proto=${proto}&epoch=${epoch}&view=${view}&since=${seq}&limit=50`,
      );
      if (page === null) return false;
      cursor = page.cursor;
      if (page.kind === 'restart') {
        rows.clear();
        continue;
      }
      for (const row of page.rows) {
        if (row.gone) rows.delete(row.id);
        else rows.set(row.id, row);
      }
      if (!page.more) return true;
    }
  };
  const client: OldClient = {
    enrolled,
    outbox: [],
    write: (d) => {
      stamped += 1;
      const operation: WriteOperation = {
        type: 'write',
        id: randomId(random),
        stamp: makeStamp(Math.floor(world.scheduler.now()), stamped, enrolled.device),
        changes: [
          {
            on: 'person',
            id: d.pick(persons),
            rank: 'person',
            set: { note: `${d.pick(names)} ${d.int(100)}` },
          },
        ],
      };
      client.outbox.push(operation);
      world.books.note(oldAuthors, operation, true);
    },
    sync: async () => {
      const before = syncing;
      const mine = (async () => {
        await before;
        return (await pushAll()) && pullAll();
      })();
      syncing = mine;
      return mine;
    },
    check: () => {
      const { company } = world.books;
      if (standingOf(world, enrolled) !== 'served') return;
      if (client.outbox.length > 0) throw new Violation('left in the outbox', 'of a device of version 2');
      for (const record of company.records.values()) {
        const row = rows.get(record.id);
        // Version 2 knows of no private notes.
        const isThere = !record.gone && record.kind !== 'note' && maySee(company, enrolled.member, record);
        if (isThere !== (row !== undefined))
          throw new Violation('diverged in version 2', `${record.kind} ${record.id}`);
        if (row === undefined) continue;
        const content = contentOf(row);
        const right =
          same(content.fields, record.fields) &&
          same(setsOf(content), setsOf(record)) &&
          same(content.fact, record.fact) &&
          same(content.decided, record.decided);
        if (!right)
          throw new Violation(
            'diverged in version 2',
            `${JSON.stringify(row)} and ${JSON.stringify(record)}`,
          );
      }
    },
  };
  return client;
}
