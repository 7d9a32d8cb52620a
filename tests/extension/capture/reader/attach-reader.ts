import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { interpretReading } from '../../../../extension/reading/interpret-reading.ts';
import type { InterpretedReading } from '../../../../shared/capture/interpreted-reading.ts';
import { pageReading } from '../../../../shared/capture/page-reading.ts';
import type { PagePolicy } from '../../../../shared/policy/page-policy.ts';

/** As the background has it, after it has interpreted what the page handed over. */
export type SeenReading = { reading: InterpretedReading; url: string; receivedAt: number };

export type Reader = {
  readings: readonly SeenReading[];
  /** The next reading after those already taken; rejects after `patienceMs`. */
  next(patienceMs?: number): Promise<SeenReading>;
};

const world = 'holdfast';
let bundled: Promise<string> | undefined;

/** The shipped readers as one script, built once a test file. */
export function readerScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, 'page-script.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

/**
 * Puts the readers into an isolated world of every document that `page` opens from now on, frames included. With
 * `holdsNothingBack` readings are given whole, before the page's share of the policy.
 */
export async function attachReader(
  page: Page,
  policy: PagePolicy,
  { holdsNothingBack = false }: { holdsNothingBack?: boolean } = {},
): Promise<Reader> {
  const session = await page.context().newCDPSession(page);
  const readings: SeenReading[] = [];
  const waiting: ((seen: SeenReading) => void)[] = [];
  let taken = 0;
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    const message: unknown = name === 'holdfastReading' ? JSON.parse(payload) : null;
    const said = v.safeParse(v.object({ capture: pageReading, url: v.string() }), message);
    if (!said.success) return;
    const seen = {
      reading: interpretReading(said.output.capture),
      url: said.output.url,
      receivedAt: Date.now(),
    };
    readings.push(seen);
    const next = waiting.shift();
    if (next === undefined) return;
    taken += 1;
    next(seen);
  });
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Runtime.addBinding', { name: 'holdfastReading', executionContextName: world });
  const settings = `globalThis.holdfastPolicy = ${JSON.stringify(policy)};
globalThis.holdfastHoldsNothingBack = ${holdsNothingBack};`;
  const source = `${settings}\n${await readerScript()}`;
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: world });
  return {
    readings,
    next(patienceMs = 20_000) {
      const ready = readings[taken];
      if (ready !== undefined) {
        taken += 1;
        return Promise.resolve(ready);
      }
      return new Promise((resolve, reject) => {
        const take = (seen: SeenReading) => {
          clearTimeout(timer);
          resolve(seen);
        };
        const timer = setTimeout(() => {
          // or it would swallow the next one, for which somebody else will wait
          waiting.splice(waiting.indexOf(take), 1);
          reject(new Error(`no reading within ${patienceMs} ms`));
        }, patienceMs);
        waiting.push(take);
      });
    },
  };
}
