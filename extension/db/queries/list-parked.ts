import type { Operation } from '../../../shared/protocol/operation.ts';
import type { Database } from '../database.ts';
import type { ParkedView } from '../views.ts';

/** Operations that the server would not take, oldest first. */
export async function listParked(db: Database): Promise<ParkedView[]> {
  const rows = await db.parked.toArray();
  return rows
    .sort((a, b) => a.at - b.at)
    .map((row) => ({ operation: row.id, what: describe(row.operation), reason: row.reason, at: row.at }));
}

/** The name or address that the operation is about, for the person to recognise it by; a command's own name otherwise. */
function describe(operation: Operation): string {
  if (operation.type === 'command') return operation.command.name;
  const registers = operation.changes.filter((change) => change.on !== 'touch' && change.on !== 'sighting');
  const named = registers.map((c) => c.set?.name ?? c.set?.text ?? c.add?.emails?.[0] ?? c.add?.domains?.[0]);
  const touched = operation.changes.find((change) => change.on === 'touch');
  return named.find((name) => name !== undefined) ?? touched?.fact.subject ?? operation.id;
}
