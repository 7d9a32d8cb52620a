import { expect, test } from 'vitest';
import { type Gather, gatherTurns } from '../../worker/src/workspace/gather.ts';

const most = 100;

/** Turns that come when the test says so, and what ran by then. */
function turns(): { gather: Gather; ran: string[]; note(name: string): () => string; next(): boolean } {
  const due: (() => void)[] = [];
  const ran: string[] = [];
  return {
    gather: gatherTurns((turn) => due.push(turn), most),
    ran,
    note: (name) => () => {
      ran.push(name);
      return name;
    },
    next: () => {
      const turn = due.shift();
      turn?.();
      return turn !== undefined;
    },
  };
}

test('who comes alone is answered at once', () => {
  const { gather, note, next } = turns();
  expect(gather.run(1, note('a'))).toBe('a');
  expect(next()).toBe(true);
  expect(next()).toBe(false);
  expect(gather.run(1, note('b'))).toBe('b');
});

test('who comes in the same turn waits for the next, and all of them share it, in their order', async () => {
  const { gather, ran, note, next } = turns();
  void gather.run(1, note('a'));
  const rest = Promise.all(['b', 'c', 'd'].map((name) => gather.run(1, note(name))));
  expect(ran).toEqual(['a']);
  next();
  expect(ran).toEqual(['a', 'b', 'c', 'd']);
  expect(await rest).toEqual(['b', 'c', 'd']);
});

test('who comes while a later turn runs is not overtaken and not forgotten', () => {
  const { gather, ran, note, next } = turns();
  void gather.run(1, note('a'));
  void gather.run(1, () => void gather.run(1, note('c')));
  void gather.run(1, note('b'));
  next();
  expect(ran).toEqual(['a', 'b']);
  next();
  expect(ran).toEqual(['a', 'b', 'c']);
  next();
  expect(next()).toBe(false);
});

test('a turn takes no more than its weight, but always one', () => {
  const { gather, ran, note, next } = turns();
  void gather.run(1, note('a'));
  for (const [name, weight] of [
    ['b', 60],
    ['c', 40],
    ['d', 1],
    ['e', 500],
    ['f', 1],
  ] as const) {
    void gather.run(weight, note(name));
  }
  const after = () => {
    next();
    return ran.join('');
  };
  expect([after(), after(), after(), after()]).toEqual(['abc', 'abcd', 'abcde', 'abcdef']);
});

test('what one throws is its own, and the others of its turn run', async () => {
  const { gather, ran, note, next } = turns();
  void gather.run(1, note('a'));
  const failed = Promise.resolve(
    gather.run(1, () => {
      throw new Error('broken');
    }),
  );
  failed.catch(() => {});
  void gather.run(1, note('b'));
  next();
  await expect(failed).rejects.toThrow('broken');
  expect(ran).toEqual(['a', 'b']);
});
