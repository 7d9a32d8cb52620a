import { existsSync } from 'node:fs';

const ships = (file: string) => existsSync(new URL(`../../${file}`, import.meta.url));

/** What the engine under test can do yet: runs ask no more of it. */
export const canReEnrol = ships('extension/sync/re-enrol.ts');
