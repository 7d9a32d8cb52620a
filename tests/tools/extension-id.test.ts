import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { extensionId } from './extension-id.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-id-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('works the id out from the key as Chromium does', () => {
  // SHA-256 of the three bytes "abc" begins ba7816bf 8f01cfea 414140de 5dae2223 (FIPS 180-2, B.1); 0 is a, f is p
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ key: btoa('abc') }));
  expect(extensionId(folder)).toBe('lkhibglpipabmpokebebeanofnkocccd');
});

it('is another for every folder where there is no key', () => {
  writeFileSync(join(folder, 'manifest.json'), '{}');
  expect(extensionId(folder)).toMatch(/^[a-p]{32}$/);
});
