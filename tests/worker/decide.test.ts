import { expect, test } from 'vitest';
import { idFromBytes } from '../../shared/domain/ids.ts';
import { decide, openEngine, runUpkeep } from '../../worker/src/workspace/decide.ts';
import { done } from '../../worker/src/workspace/decision.ts';
import { memoryLimits } from '../../worker/src/workspace/limits.ts';
import { raiseFloor } from '../../worker/src/workspace/tables/meta.ts';
import type { Transaction } from '../../worker/src/workspace/transaction.ts';
import { beginning, found } from '../sim/server/founding.ts';
import { openSqliteStore } from '../sim/server/sqlite-store.ts';

function engineOver(store = openSqliteStore()) {
  found(store);
  const random = (bytes: number) => new Uint8Array(bytes);
  return openEngine({ store, random, clock: () => beginning, limits: memoryLimits() });
}

const putPerson = (n: number) => (tx: Transaction) => {
  const id = idFromBytes(new Uint8Array(16).fill(n));
  tx.pool.put(id, { kind: 'person', gone: false, state: { fields: {}, sets: {} } });
  tx.pool.seal();
  return done(tx.pool.head());
};

test('what a transaction leaves is what the next begins with, as if it had been read again', () => {
  const engine = engineOver();
  for (const n of [1, 2, 3]) {
    decide(engine, putPerson(n));
    const fresh = openEngine({ ...engine });
    const seen = [engine, fresh].map((one) => decide(one, (tx) => done([tx.pool.head(), tx.meta])).answer);
    expect(seen[0]).toEqual(seen[1]);
  }
});

test('of a transaction that failed nothing is remembered', () => {
  const engine = engineOver();
  const head = () => decide(engine, (tx) => done(tx.pool.head())).answer;
  const before = head();
  const failing = () =>
    decide(engine, (tx) => {
      putPerson(1)(tx);
      throw new Error('broken');
    });
  expect(failing).toThrow('broken');
  expect(head()).toEqual(before);
});

test('a deletion that upkeep forgets is forgotten by the next operation too', () => {
  const engine = engineOver();
  const floor = () => decide(engine, (tx) => done(tx.meta.floor)).answer;
  expect(floor()).toMatchObject({ body: 0 });
  engine.store.transaction(() => raiseFloor(engine.store, 7));
  runUpkeep(engine);
  expect(floor()).toMatchObject({ body: 7 });
});

test('a log that is still long after a pass that shortened it is gone through again, and not after one that did not', () => {
  const engine = engineOver();
  for (let times = 0; times < 5; times += 1) decide(engine, putPerson(1));
  // As where so much was written behind the pass that the bound is exceeded again.
  engine.store.write('UPDATE log SET entries = entries + 100000 WHERE seq = (SELECT max(seq) FROM log)');
  const restarted = openEngine({ ...engine });
  const pass = () => {
    for (;;) {
      const ms = runUpkeep(restarted);
      if (restarted.upkeep.compacted === null) return ms;
    }
  };
  expect(pass()).toBe(50);
  expect(pass()).toBe(null);
});
