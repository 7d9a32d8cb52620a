import * as v from 'valibot';
import { idSchema } from './ids.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** A person ↔ account tie. `person` and `account` also make its id, so they never change in practice. */
export const affiliationFields = {
  person: idSchema,
  account: idSchema,
  title: text(200),
  from: text(10),
  until: text(10),
};

export const affiliationSets = {};
