import * as v from 'valibot';
import { compareCompanyNames } from '../../../shared/identity/compare-company-names.ts';
import { comparePersonNames } from '../../../shared/identity/compare-person-names.ts';
import { type LabTask, rowByRow } from '../task.ts';

const row = v.object({ kind: v.picklist(['person', 'account']), a: v.string(), b: v.string() });

/** `{id, kind, a, b}`, two names → `{id, score}` in 0…1; from 0.5 on the product takes them for one. */
export const task: LabTask = {
  options: {},
  open: async () =>
    rowByRow(row, ({ kind, a, b }) => ({
      score: kind === 'person' ? comparePersonNames(a, b) : compareCompanyNames(a, b),
    })),
};
