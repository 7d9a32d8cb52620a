import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { randomId } from '../../../../shared/domain/ids.ts';
import { derivationFrom } from '../../../../shared/identity/derived-ids.ts';
import type { WriteOperation } from '../../../../shared/protocol/operation.ts';
import { cursorSchema } from '../../../../shared/protocol/pull.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { makeStamp } from '../../../../shared/sync/stamp.ts';
import { credentialOf, joined } from '../../../worker/made-up-workspace.ts';
import type { SubjectServer } from '../subjects/subject.ts';
import { type Answered, send, textOf } from './send-request.ts';

/** A device without a store, for filling a workspace and for looking at it from outside. It speaks version 2, which stays served. */
export type ProtocolDevice = {
  id: string;
  token: string;
  /** The id that captures derive from an address (already normalised). */
  personId(email: string): Promise<string>;
  /** One push. Rejects where it is refused, or any operation is. */
  push(operations: readonly WriteOperation[]): Promise<void>;
  /** Every row from a place on, page by page; where the last page ends. */
  pull(since: number, look?: (rows: readonly PulledRow[]) => void): Promise<number>;
};

const row = v.looseObject({ kind: v.string(), id: v.string(), gone: v.boolean() });
export type PulledRow = v.InferOutput<typeof row>;
const page = v.object({
  kind: v.literal('page'),
  rows: v.array(row),
  cursor: cursorSchema,
  more: v.boolean(),
});
const pushed = v.object({ outcomes: v.array(v.object({ outcome: v.object({ kind: v.string() }) })) });

const proto = 2;

export async function protocolDevice(server: SubjectServer): Promise<ProtocolDevice> {
  const { link } = await server.client('');
  const plain = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
  const { token, device, cursor, key } = await joined(plain, credentialOf(link));
  const { personId } = await derivationFrom(key);
  let from: string | null = null;
  return {
    id: device,
    token,
    personId,
    push: async (operations) => {
      const body = gzipSync(JSON.stringify({ proto, epoch: cursor.epoch, from, operations }), { level: 1 });
      const answer = await served(() => send(`${server.url}/v1/push`, { method: 'POST', token, body }));
      if (answer.status !== 200) throw new Error(`push: ${answer.status} ${textOf(answer.body)}`);
      const refused = v
        .parse(pushed, JSON.parse(textOf(answer.body)))
        .outcomes.filter(({ outcome }) => outcome.kind === 'rejected');
      if (refused.length > 0) throw new Error(`${refused.length} operations were rejected`);
      from = operations.at(-1)?.id ?? from;
    },
    pull: async (since, look = () => {}) => {
      for (let seq = since; ; ) {
        const { epoch, view } = cursor;
        const path = `/v1/pull?proto=${proto}&epoch=${epoch}&view=${view}&since=${seq}&limit=1000`;
        const answer = await served(() => send(`${server.url}${path}`, { method: 'GET', token }));
        if (answer.status !== 200) throw new Error(`pull: ${answer.status} ${textOf(answer.body)}`);
        const parsed = v.parse(page, JSON.parse(textOf(answer.body)));
        look(parsed.rows);
        seq = parsed.cursor.seq;
        if (!parsed.more) return seq;
      }
    },
  };
}

/** Comes again when it is told to. */
async function served(ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
    await sleep((answer.retryAfter ?? 1) * 1000);
  }
}

/** One operation, written at `at` (milliseconds since the epoch) as the `counter`-th of that moment. */
export function operation(device: string, changes: Change[], at: number, counter = 0): WriteOperation {
  return { type: 'write', id: randomId(), stamp: makeStamp(Math.floor(at), counter, device), changes };
}
