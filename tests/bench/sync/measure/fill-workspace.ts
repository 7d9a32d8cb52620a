import { operation, type ProtocolDevice } from '../machine/protocol-device.ts';
import { type BenchRecord, benchRecords } from '../records.ts';
import { changeOf } from '../subjects/change-of.ts';

/** Records of one operation, and operations of one push. */
const together = 50;
const operationsPerPush = 12;

/**
 * Puts contacts `first` to `first + count` into the pool, as an import does, written at `at` (milliseconds since the epoch; now where
 * it is left out). `between` is called after every push. `idOf`: the ids that a capture would derive, where it matters that somebody can
 * be known by them.
 */
export async function fillWorkspace(
  device: ProtocolDevice,
  {
    count,
    first = 0,
    seed = 1,
    at = Date.now(),
  }: { count: number; first?: number; seed?: number; at?: number },
  between: (done: number) => Promise<void> = async () => {},
  idOf: (record: BenchRecord) => Promise<string> | string = ({ id }) => id,
): Promise<void> {
  const perPush = together * operationsPerPush;
  for (let done = 0; done < count; done += perPush) {
    const made = benchRecords(Math.min(perPush, count - done), seed, first + done);
    const records = await Promise.all(made.map(async (record) => ({ ...record, id: await idOf(record) })));
    const operations = [];
    for (let from = 0; from < records.length; from += together) {
      const changes = records.slice(from, from + together).map(changeOf);
      operations.push(operation(device.id, changes, at, operations.length));
    }
    await device.push(operations);
    await between(done + records.length);
  }
}
