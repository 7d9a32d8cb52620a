import { randomId } from '../../../shared/domain/ids.ts';
import type { InterfaceClient } from '../../rpc/interface-client.ts';
import { tellOutcome } from './said.ts';
import { say } from './say.ts';

/** A new private note about a record; taking it back removes it. */
export async function writeNote(calls: InterfaceClient, about: string, text: string): Promise<boolean> {
  const id = randomId();
  const send = (set: Record<string, string>) =>
    calls.edit({ changes: [{ on: 'note', id, rank: 'person', set }] });
  const undo = async () => {
    tellOutcome(await send({ text: '' }), say('edit.undone'));
  };
  return tellOutcome(await send({ about, text }), say('edit.saved'), undo);
}
