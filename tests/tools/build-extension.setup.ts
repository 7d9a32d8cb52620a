import { buildExtension, type Variant } from './build-extension.ts';

/** Before tests that open a browser: what they load is made from the present sources. */
export default async function buildBeforeTests(): Promise<void> {
  const variants: Variant[] = ['chrome', 'chrome-local'];
  for (const variant of variants) {
    const built = await buildExtension(variant);
    if (built.kind === 'failed') throw new Error(built.why);
  }
}
