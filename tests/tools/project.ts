import { fileURLToPath } from 'node:url';

/** The project's top folder, without a slash at the end. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
