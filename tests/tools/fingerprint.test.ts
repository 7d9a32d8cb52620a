import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

const root = mkdtempSync(join(tmpdir(), 'holdfast-print-'));
afterAll(() => rmSync(root, { recursive: true }));

it('changes with every byte, name and file, and with nothing that a build leaves behind', () => {
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const seen: string[] = [];
  const print = () => {
    const now = fingerprint(root, ['src', 'lock.json'], ['chrome']);
    seen.push(now);
    return now;
  };
  put('lock.json', '{}');
  put('src/a.ts', 'one');
  const first = print();
  put('src/.output/x.js', 'built');
  put('src/.wxt/types.d.ts', 'made');
  expect(print()).toBe(first);
  put('src/a.ts', 'two');
  print();
  put('src/b.ts', '');
  print();
  put('lock.json', '{"a":1}');
  print();
  expect(new Set(seen).size).toBe(4);
  expect(fingerprint(root, ['src', 'lock.json'], ['firefox'])).not.toBe(seen.at(-1));
});
