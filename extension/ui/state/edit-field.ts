import type { RegisterChange } from '../../../shared/sync/change.ts';
import type { InterfaceClient } from '../../rpc/interface-client.ts';
import { tellOutcome } from './said.ts';
import { say } from './say.ts';

export type FieldWrite = {
  record: RegisterChange['on'];
  id: string;
  field: string;
  before: string;
  after: string;
};

/** A person's word on one field, with a way back that writes the former value as that person's word. */
export async function editField(calls: InterfaceClient, write: FieldWrite): Promise<boolean> {
  const send = (value: string) =>
    calls.edit({
      changes: [{ on: write.record, id: write.id, rank: 'person', set: { [write.field]: value } }],
    });
  const undo = async () => {
    tellOutcome(await send(write.before), say('edit.undone'));
  };
  return tellOutcome(await send(write.after), say('edit.saved'), undo);
}
