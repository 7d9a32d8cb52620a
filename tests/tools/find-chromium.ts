import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type FoundChromium = { kind: 'found'; path: string } | { kind: 'missing'; why: string };

/** Debian's packages, for whoever may install them; without a font every text is empty boxes. */
export const CHROMIUM_PACKAGES = ['chromium', 'fonts-liberation'];

// Google's own Chrome is left out on purpose: since version 137 it ignores --load-extension.
const NAMES = ['chromium', 'chromium-browser'];

/**
 * Looks for a Chromium that can load an extension from a folder: `HOLDFAST_CHROMIUM` if it is set, else on the PATH.
 *
 * @param env the environment to look into
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): FoundChromium {
  const named = env.HOLDFAST_CHROMIUM;
  if (named !== undefined && named !== '') {
    return isProgram(named)
      ? { kind: 'found', path: named }
      : { kind: 'missing', why: `HOLDFAST_CHROMIUM names ${named}, which is no program` };
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'].filter((folder) => folder !== '');
  for (const name of NAMES) {
    const path = folders.map((folder) => join(folder, name)).find(isProgram);
    if (path !== undefined) return { kind: 'found', path };
  }
  return {
    kind: 'missing',
    why: `no Chromium on this machine: install Debian's package "chromium" or name one in HOLDFAST_CHROMIUM`,
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
