import { buildExtension, type Variant } from './build-extension.ts';

const variants: Variant[] = ['chrome', 'chrome-local', 'firefox'];
let failed = false;
for (const variant of variants) {
  const built = await buildExtension(variant);
  if (built.kind === 'failed') {
    failed = true;
    console.error(built.why);
  } else {
    console.log(`${variant}: ${built.path}${built.cached ? ' (unchanged)' : ''}`);
  }
}
process.exitCode = failed ? 1 : 0;
