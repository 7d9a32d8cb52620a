import * as v from 'valibot';
import { parseHeaderMailboxes } from '../../../extension/capture/addresses/parse-header-mailboxes.ts';
import { type LabTask, rowByRow } from '../task.ts';

/** `{id, header}` → `{id, addresses: [{name, email}]}`: groups flattened, a missing name omitted. */
export const task: LabTask = {
  options: {},
  open: async () =>
    rowByRow(v.object({ header: v.string() }), ({ header }) => ({
      addresses: parseHeaderMailboxes(header).map(({ name, address }) =>
        name === null ? { email: address } : { name, email: address },
      ),
    })),
};
