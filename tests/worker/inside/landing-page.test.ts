import { expect, test } from 'vitest';
import { send } from './send.ts';

test('who opens an invitation link in a browser is told where to paste it, by a page that may load nothing', async () => {
  const answer = await send('/');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
  const page = await answer.text();
  expect(page).toContain('paste it into the Holdfast extension');
  expect(page).not.toMatch(/<script|<link|<img|style/);
});

test('the worker says that it is well, and what it speaks', async () => {
  expect(await (await send('/v1/health')).json()).toMatchObject({ ok: true, proto: 3 });
});
