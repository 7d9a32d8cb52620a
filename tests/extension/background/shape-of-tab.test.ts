import { describe, expect, it } from 'vitest';
import { type ShapeParts, shapeOfTab } from '../../../extension/background/shape-of-tab.ts';
import type { PageState } from '../../../extension/db/views.ts';

const state = {
  ...{ reader: 'roundcube', health: 'unhealthy', problems: ['shape-changed'], rungs: ['subject:class'] },
  ...{ mailbox: 'jonas.weber@tidewater.test', title: 'An offer', origin: 'https://mail.tidewater.test' },
} as unknown as PageState;
const frame = (n: number, html = `<p>${n}</p>`) => ({
  frame: n,
  result: { url: `//x/${n}`, html, cut: false },
});

const parts = (changes: Partial<ShapeParts>): ShapeParts => ({
  shapes: async () => [frame(0)],
  state: async () => state,
  version: '0.1.0',
  ...changes,
});

describe('the shape of a tab', () => {
  it('is one file with all frames, the outer one first, and what the reader said in codes alone', async () => {
    const result = await shapeOfTab(7, parts({ shapes: async () => [frame(4), frame(0)] }));
    expect(result).toEqual({ ok: true, value: { text: expect.any(String), frames: 2, cut: false } });
    const text = result.ok ? result.value.text : '';
    expect(text).toMatch(/^<!-- [^>]* roundcube, unhealthy, shape-changed, subject:class -->\n/);
    expect(text.indexOf('<p>0</p>')).toBeLessThan(text.indexOf('<p>4</p>'));
    expect(text).not.toMatch(/jonas|offer|tidewater/i);
  });

  it('says so where a frame gave nothing, or only part of itself', async () => {
    const cut = { frame: 0, result: { ...frame(0).result, cut: true } };
    for (const shapes of [[frame(0), { frame: 2, result: null }], [cut]])
      expect(await shapeOfTab(7, parts({ shapes: async () => shapes }))).toMatchObject({
        value: { cut: true },
      });
  });

  it('lets no frame’s address end a comment of the file', async () => {
    const odd = { frame: 0, result: { url: '//x/--><script>', html: '', cut: false } };
    const result = await shapeOfTab(7, parts({ shapes: async () => [odd] }));
    expect(result.ok && result.value.text).toContain('<!-- frame 0: //x/script -->');
  });

  it('cannot be had where the browser does not let us', async () => {
    const shapes = () => Promise.reject(new Error('Cannot access contents of the page'));
    expect(await shapeOfTab(7, parts({ shapes }))).toMatchObject({
      ok: false,
      notice: { kind: 'forbidden' },
    });
  });
});
