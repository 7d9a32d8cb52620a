import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, sticksOut } from './stage/accessible.ts';
import type { Shown } from './stage/open-interface.ts';
import { type SampleState, sampleMailState } from './stage/sample-page.ts';
import { deviceRows, sampleRows, together } from './stage/sample-pool.ts';
import { setStage } from './stage/set-stage.ts';

const rows = together(deviceRows('amira'), sampleRows(Date.now()));
const nobody = { people: [], companies: [], touches: [], heldBack: { never: 0, bulk: 0, internal: 0 } };
const unread: SampleState = {
  ...{ ...sampleMailState, ...nobody },
  ...{ health: 'unhealthy', problems: ['shape-changed'] },
};
const file = '<!-- The shape of a page -->\n<p class="subject">Xxxxx &lt;xxxxx@xxxxx.xxx&gt;</p>\n';

describe('a page that is not understood', () => {
  const stage = setStage();
  const open = async (state: SampleState): Promise<Shown> => {
    const shown = await stage.panel({ rows, state });
    await shown.answer('shapePage', { ok: true, value: { text: file, frames: 2, cut: false } });
    return shown;
  };

  test('is said once for the page, and then for the whole webmail, wherever in it one is', async () => {
    const { page } = await open(unread);
    await page.getByRole('heading', { name: 'Nothing is recorded here' }).waitFor();
    await page.close();
    const list = await open({ ...unread, health: 'unknown-page', problems: [], stopped: true });
    await list.page.getByRole('heading', { name: 'Holdfast no longer understands this webmail' }).waitFor();
    expect(await list.page.locator('main').innerText()).not.toContain('Nothing here');
  });

  test('shows the file with its shape before it is saved, and sends it nowhere', async () => {
    const { page, calls } = await open({ ...unread, stopped: true });
    await page.getByRole('button', { name: 'Send the shape of this page' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Content of the file').inputValue()).toBe(file);
    expect(await dialog.innerText()).toContain('1 kB, 2 frames');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sticksOut(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save file' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^roundcube-\d{4}-\d\d-\d\d\.html$/);
    expect(await readFile(await download.path(), 'utf8')).toBe(file);
    await dialog.waitFor({ state: 'hidden' });
    expect((await calls()).map(({ call }) => call)).toEqual(['shapePage']);
  });

  test('is not shaped where the browser no longer lets us near it, and that is said', async () => {
    const { page, answer } = await open({ ...unread, stopped: true });
    await answer('shapePage', { ok: false, notice: { kind: 'forbidden' } });
    await page.getByRole('button', { name: 'Send the shape of this page' }).click();
    await page.getByText('does not let Holdfast near this page').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('is offered for mending as soon as it is read by other marks than usual', async () => {
    const { page } = await open({ ...sampleMailState, health: 'partly', problems: ['shape-drifted'] });
    await page.getByText('The page has changed in places').waitFor();
    await page.getByRole('button', { name: 'Send the shape of this page' }).waitFor();
  });
});
