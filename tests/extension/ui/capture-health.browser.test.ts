import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { YieldsResponse } from '../../../shared/protocol/yields.ts';
import { dayOf, noCounts, startOfDay } from '../../../shared/yield/yield-counts.ts';
import { accessibilityProblems, sticksOut } from './stage/accessible.ts';
import { expectNoBarrier } from './stage/expect-no-barrier.ts';
import type { Shown } from './stage/open-interface.ts';
import { deviceRows, together } from './stage/sample-pool.ts';
import { sampleYields } from './stage/sample-yields.ts';
import { setStage } from './stage/set-stage.ts';

/** A Tuesday, so that no chart ends on a weekend whenever the test runs. */
const now = Date.UTC(2026, 10, 24, 15);
const today = dayOf(now);

/** Whether the canvas shows anything but its background, within the whole of it. */
function inked(page: Page): Promise<number> {
  return page
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
        0,
        0,
        canvas.width,
        canvas.height,
      );
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4) {
        if ((data[i + 3] ?? 0) > 250)
          colours.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
      }
      return colours.size;
    });
}

describe('capture health', () => {
  const stage = setStage();
  const open = async (rows: YieldsResponse['rows'] = sampleYields(today)): Promise<Shown> => {
    const shown = await stage.dashboard({ rows: deviceRows('vera') });
    await shown.answer('readYields', { ok: true, value: { rows, now } });
    await shown.page.getByRole('link', { name: 'Capture health' }).waitFor();
    await shown.page.keyboard.press('9');
    await shown.page.getByRole('heading', { level: 1, name: 'Capture health' }).waitFor();
    return shown;
  };
  const card = (name: string) => stage.shown().page.getByRole('region', { name });

  test('says in a sentence that a reader broke, since when, and what was usual', async () => {
    await open();
    const words = await card('Roundcube').innerText();
    expect(words).toMatch(/\d+ of \d+ mails understood since Sunday,? 22 Nov; usually 9[678]%/);
    expect(words).toContain('Version 2 of this reader came at that time.');
    expect(words).toContain('Fell');
  });

  test('says that the others are as usual, are being learned, or no longer see mails', async () => {
    await open();
    expect(await card('Gmail').innerText()).toMatch(
      /1\d\d of 1\d\d mails understood today so far, as usual\./,
    );
    expect(await card('SOGo').innerText()).toContain('12 of 12 mails understood so far.');
    expect(await card('Outlook').innerText()).toMatch(
      /Opened 30 times since Friday,? 20 Nov, with a mail on view in 0 of them/,
    );
    expect(await card('Outlook').innerText()).toContain('No mails seen');
  });

  test('draws what the table says, and the table says it in words', async () => {
    const { page } = await open();
    await expect.poll(() => inked(page)).toBeGreaterThan(5);
    const roundcube = card('Roundcube');
    await roundcube.getByText('The same as a table').click();
    const newest = roundcube.locator('tbody tr').first();
    expect(await newest.innerText()).toMatch(/Tuesday,? 24 Nov/);
    expect(await newest.innerText()).toContain('Below the limit.');
    expect(await roundcube.locator('tbody tr').count()).toBe(90);
    expect(await roundcube.getByText('Version 2 came.').count()).toBe(1);
    expect(await roundcube.getByRole('img').getAttribute('aria-label')).toContain('usually');
  });

  test('reads out the day under the pointer', async () => {
    await open();
    const chart = card('Gmail').locator('.u-over');
    await chart.hover({ position: { x: 200, y: 60 } });
    await expect
      .poll(() => card('Gmail').locator('.yield-aim').innerText())
      .toMatch(/ of .* understood \(\d+%\)\. Usually 9\d%, limits/);
  });

  test('has no barrier that axe finds, in light and dark, and nothing sticks out', async () => {
    const { page } = await open();
    await expect.poll(() => inked(page)).toBeGreaterThan(5);
    await card('Gmail').getByText('The same as a table').click();
    await expectNoBarrier(page);
  });

  test('runs from right to left where the language does', async () => {
    const { page } = await open();
    const axisSide = async () => {
      const [axis, plot] = await Promise.all(
        ['.u-axis', '.u-over'].map((part) => page.locator(part).last().boundingBox()),
      );
      return (axis?.x ?? 0) < (plot?.x ?? 0) ? 'left' : 'right';
    };
    await expect.poll(axisSide).toBe('left');
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await page.getByRole('link', { name: 'Sync' }).click();
    await page.getByRole('link', { name: 'Capture health' }).click();
    await expect.poll(axisSide).toBe('right');
    expect(await sticksOut(page)).toEqual([]);
  });

  test('takes the colours of a theme that changes while it is shown', async () => {
    const { page } = await open();
    await expect.poll(() => inked(page)).toBeGreaterThan(5);
    const brightness = () =>
      page
        .locator('canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const { width, height } = canvas;
          const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
            0,
            0,
            width,
            height,
          );
          let sum = 0;
          let count = 0;
          for (let i = 0; i < data.length; i += 4) {
            if ((data[i + 3] ?? 0) < 250) continue;
            sum += data[i] ?? 0;
            count += 1;
          }
          return sum / count;
        });
    const light = await brightness();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(brightness).not.toBeCloseTo(light, 0);
  });

  test('says what would bring something where nothing was counted', async () => {
    const { page } = await open([]);
    await page.getByText('No mail was counted yet').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('shows days of one mail without breaking', async () => {
    const row = { ...noCounts, reader: 'gmail' as const, version: 1, seen: 1, read: 1, opened: 1, used: 1 };
    const { page } = await open([{ ...row, day: today }]);
    await page.getByText('1 of 1 mail understood so far.').waitFor();
    await page.locator('canvas').waitFor();
    expect(await page.locator('canvas').count()).toBe(1);
  });

  test('says what went wrong where the worker does not answer, and asks again', async () => {
    const { page, answer, calls } = await open([]);
    await answer('readYields', { ok: false, notice: { kind: 'unreachable' } });
    await page.reload();
    await answer('readYields', { ok: false, notice: { kind: 'unreachable' } });
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('link', { name: 'Capture health' }).click();
    await page.getByText('The workspace cannot be reached.').waitFor();
    await answer('readYields', { ok: true, value: { rows: sampleYields(today), now } });
    await page.getByRole('button', { name: 'Try again' }).click();
    await card('Roundcube').waitFor();
    expect((await calls()).at(-1)).toEqual({ call: 'readYields', input: { days: 120 } });
  });

  test('is for admins: a rep is not led there, and asks for nothing', async () => {
    const { page, calls } = await stage.dashboard({ rows: deviceRows('amira'), hash: '#/capture' });
    await page.getByText('Only admins see this').waitFor();
    expect(await page.getByRole('link', { name: 'Capture health' }).count()).toBe(0);
    expect((await calls()).map(({ call }) => call)).not.toContain('readYields');
  });

  test('a rep sees in the settings what this device counted', async () => {
    const day = dayOf(Date.now());
    const row = { ...noCounts, day, reader: 'sogo', version: 1, seen: 12, read: 11, sent: 0 };
    const old = { ...row, day: day - 14, seen: 500, read: 500 };
    const rows = together(deviceRows('amira'), { yields: [row, old] });
    const { page } = await stage.dashboard({ rows, hash: '#/settings' });
    await page.getByText('SOGo: 11 of 12 mails understood in the last 14 days.').waitFor();
    expect(startOfDay(day)).toBeLessThanOrEqual(Date.now());
  });
});
