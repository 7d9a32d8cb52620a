import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { meResponse } from '../../../shared/protocol/join.ts';
import { migrations } from '../../../worker/src/workspace/migrations/migrate.ts';
import { deviceClient, outcomesOf } from '../device-client.ts';
import { person, write } from '../made-up-operations.ts';
import { foundWorkspace } from '../made-up-workspace.ts';
import { query, send } from './send.ts';

const stored = import.meta.glob<string>('./stored/schema-*.sql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The tables as this version lays them out. */
async function formOf(workspace: string): Promise<string[]> {
  const made = await query(
    workspace,
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB '_cf_*'",
  );
  return made.map(({ sql }) => String(sql).replace(/\s+/g, ' ')).toSorted();
}

/** Makes a workspace out of a stored database and wakes it up, as a newly deployed version would. */
async function restore(sql: string): Promise<{ token: string; workspace: string }> {
  const [first = '', ...statements] = sql.trim().split('\n');
  const token = first.replace('-- ', '');
  const workspace = token.split('.')[0] ?? '';
  const stub = env.WORKSPACE.get(env.WORKSPACE.idFromName(workspace));
  await runInDurableObject(stub, (_instance, state) => {
    for (const statement of statements) state.storage.sql.exec(statement);
  });
  await evictDurableObject(stub);
  return { token, workspace };
}

test('the migrations are numbered without a gap, and each has a stored database', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  const expected = migrations.map(({ version }) => `./stored/schema-${version}.sql`);
  expect(Object.keys(stored).toSorted()).toEqual(expected.toSorted());
});

test.each(Object.keys(stored))('%s opens with what is in it, and goes on', async (path) => {
  const { token, workspace } = await restore(stored[path] ?? '');
  const rowsBefore = await query(workspace, 'SELECT id, seq, gone FROM rec ORDER BY seq');
  const me = await send('/v1/me', { headers: { authorization: `Bearer ${token}` } });
  const asked = v.parse(meResponse, await me.json());
  const amira = deviceClient(send, { ...asked, token, key: '', cursor: { epoch: 1, view: 1, seq: 0 } });
  const rows = await amira.rows();
  expect(rows.size).toBe(rowsBefore.length);
  const kinds = Object.groupBy(rows.values(), ({ kind }) => kind);
  expect(kinds.touch?.map(({ gone }) => gone).toSorted()).toEqual([false, false, true]);
  expect(kinds.account).toMatchObject([{ decided: { steward: null, stewardWhy: 'departure' } }]);
  expect(kinds.policy).toHaveLength(1);

  const holders = await query(workspace, "SELECT email FROM person_email WHERE email = 'ines@gull.example'");
  expect(holders.length).toBe(kinds.person?.length);

  const last = await query(workspace, 'SELECT last FROM device WHERE id = ?', amira.device);
  const from = String(last[0]?.last);
  const answer = await amira.pushRaw(from, [write(person(randomId()))]);
  expect(answer.status).toBe(200);
  expect(outcomesOf(await answer.json())).toEqual(['applied']);
  expect(await query(workspace, 'SELECT schema FROM meta')).toEqual([{ schema: migrations.length }]);

  const { id: fresh } = await foundWorkspace(send);
  expect(await formOf(workspace)).toEqual(await formOf(fresh));
});
