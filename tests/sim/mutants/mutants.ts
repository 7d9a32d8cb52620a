import { clientMutants } from './client-mutants.ts';
import type { Mutant } from './mutant.ts';
import { serverMutants } from './server-mutants.ts';

export const mutants: readonly Mutant[] = [...serverMutants, ...clientMutants];
