import { expect, it } from 'vitest';
import type { Database } from '../../../extension/db/database.ts';
import { type History, rowCache, withWrite } from '../../../extension/db/row-cache.ts';

type Row = { n: number; text: string };

/** A table as the database has it, and what was read of it. */
function table(rows: Row[]) {
  const read: (readonly number[] | null)[] = [];
  const load = async (numbers: readonly number[] | null) => {
    read.push(numbers);
    return rows.filter(({ n }) => numbers === null || numbers.includes(n));
  };
  return { read, load };
}

const row = (n: number, text = 'first'): Row => ({ n, text });

it('reads again only the rows that others have changed since', async () => {
  const db = {} as Database;
  const cache = rowCache<Row>();
  const before = table([row(1), row(2), row(3)]);
  expect(await cache.rows(db, { mark: 'a.1' }, before.load)).toHaveLength(3);
  const history: History = withWrite(withWrite([], 'a.1', [2, 3]), 'b.1', [4]);
  const after = table([row(1, 'not read'), row(2, 'second'), row(4)]);
  const rows = await cache.rows(db, { mark: 'b.2', history }, after.load);
  expect(after.read).toEqual([[2, 3, 4]]);
  expect(rows).toEqual([row(1), row(2, 'second'), row(4)]);
  expect(await cache.rows(db, { mark: 'b.2', history }, after.load)).toBe(rows);
});

it('reads all rows where it holds no state that the history goes back to', async () => {
  const db = {} as Database;
  const cache = rowCache<Row>();
  const { read, load } = table([row(1)]);
  await cache.rows(db, { mark: 'a.1' }, load);
  let history: History = [];
  for (let write = 1; write <= 40; write += 1) history = withWrite(history, `a.${write}`, [write]);
  await cache.rows(db, { mark: 'a.41', history }, load);
  expect(read).toEqual([null, null]);
});

it('remembers few changes, however many rows each write brings', () => {
  let history: History = [];
  const many = Array.from({ length: 150 }, (_, n) => n);
  for (let write = 1; write <= 10; write += 1) history = withWrite(history, `a.${write}`, many);
  expect(history.map(([before]) => before)).toEqual(['a.10']);
  expect(withWrite(history, 'a.11', [...many, ...many])).toEqual([]);
});
