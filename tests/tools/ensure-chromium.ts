import { ensurePackages } from '../webmail/debian-packages.ts';
import { CHROMIUM_PACKAGES, type FoundChromium, findChromium } from './find-chromium.ts';

/** Finds Chromium, or installs Debian's where it may. */
export async function ensureChromium(
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<FoundChromium> {
  const found = findChromium();
  if (found.kind === 'found') return found;
  const ensured = await ensurePackages(CHROMIUM_PACKAGES, { signal, log });
  return ensured.kind === 'unavailable' ? { kind: 'missing', why: ensured.why } : findChromium();
}
