import { cases as addresses } from './cases/addresses.ts';
import { cases as clobbering } from './cases/clobbering.ts';
import { cases as overrides } from './cases/overrides.ts';
import { cases as prototypeKeys } from './cases/prototype-keys.ts';
import { cases as scripts } from './cases/scripts.ts';
import { cases as signatures } from './cases/signatures.ts';
import { cases as structure } from './cases/structure.ts';
import { cases as text } from './cases/text.ts';
import { cases as webmails } from './cases/webmails.ts';
import type { HostileCase } from './hostile-case.ts';

/** Every hostile page, by theme. */
export const themes: Readonly<Record<string, readonly HostileCase[]>> = {
  clobbering,
  prototypeKeys,
  overrides,
  addresses,
  text,
  structure,
  scripts,
  webmails,
  signatures,
};
