import { describe, expect, it, vi } from 'vitest';
import { readTextFrom } from '../../../../extension/capture/runtime/read-text.ts';

function reader(answer: () => Promise<Response>) {
  const fetch = vi.fn((_input: string | URL | Request, _init?: RequestInit) => answer());
  const page = () => new URL('https://mail.example/app/?_task=mail');
  return { fetch, read: readTextFrom(fetch, page, new AbortController().signal) };
}

describe("text of the page's own origin", () => {
  it('is asked for beside the page, with its cookies, and never by way of a redirect', async () => {
    const { fetch, read } = reader(async () => new Response('headers'));
    expect(await read('?_action=headers')).toBe('headers');
    expect(fetch.mock.calls[0]?.[0]).toBe('https://mail.example/app/?_action=headers');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin', redirect: 'error' });
  });

  it.each(['https://evil.example/', '//evil.example/', 'http://mail.example/app/', 'https://[', 'data:,x'])(
    'is never asked for elsewhere: %s',
    async (path) => {
      const { fetch, read } = reader(async () => new Response('x'));
      expect(await read(path)).toBeNull();
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it.each<[string, () => Promise<Response>]>([
    ['an error', async () => new Response('x', { status: 403 })],
    ['no network', () => Promise.reject(new TypeError('failed'))],
    ['too much, as announced', async () => new Response('x', { headers: { 'content-length': '2000001' } })],
    ['too much, unannounced', async () => new Response('x'.repeat(2_000_001))],
  ])('is null for %s', async (_, answer) => {
    expect(await reader(answer).read('x')).toBeNull();
  });
});
