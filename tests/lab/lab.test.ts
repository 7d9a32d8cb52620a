import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const lab = (input: string, ...args: string[]) => {
  const script = join(import.meta.dirname, 'lab.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { answers: lines.map((line): unknown => JSON.parse(line)), stderr, status };
};

it('answers each row in order, with its id', () => {
  const { answers, status } = lab(
    '{"id":7,"header":"\\"Doe, John\\" <john@reed.example>"}\n{"id":"b","header":"undisclosed-recipients:;"}\n',
    'address',
  );
  expect(answers).toEqual([
    { id: 7, addresses: [{ name: 'Doe, John', email: 'john@reed.example' }] },
    { id: 'b', addresses: [] },
  ]);
  expect(status).toBe(0);
});

it('goes on after rows that it cannot handle, and exits with 1', () => {
  const { answers, status } = lab('no json\n{"id":2}\n{"id":3,"header":"a@reed.example"}\n', 'address');
  expect(answers).toEqual([
    { id: null, error: expect.any(String) },
    { id: 2, error: expect.stringContaining('header') },
    { id: 3, addresses: [{ email: 'a@reed.example' }] },
  ]);
  expect(status).toBe(1);
});

it('has nothing on standard output where the task is unknown, or an option is', () => {
  for (const args of [['nonsense'], ['../lab'], ['address', '--server', 'roundcube'], []]) {
    const { answers, stderr, status } = lab('', ...args);
    expect({ answers, status }).toEqual({ answers: [], status: 2 });
    expect(stderr).not.toBe('');
  }
});
