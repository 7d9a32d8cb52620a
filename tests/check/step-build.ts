import { buildExtension, type Variant } from '../tools/build-extension.ts';
import { failed, passed, type StepResult } from './step.ts';

/** Builds the extension for Chromium, for Chromium with local hosts granted, and for Firefox. */
export async function checkBuilds(): Promise<StepResult> {
  const variants: Variant[] = ['chrome', 'chrome-local', 'firefox'];
  const made: string[] = [];
  for (const variant of variants) {
    const built = await buildExtension(variant);
    if (built.kind === 'failed') return failed(`${variant} cannot be built`, built.why.split('\n'));
    made.push(built.cached ? `${variant} (unchanged)` : variant);
  }
  return passed(made.join(', '));
}
