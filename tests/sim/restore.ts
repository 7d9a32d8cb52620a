import type { Company } from './model/company-state.ts';
import type { World } from './world.ts';

/** What stood in the books when the server's database was kept. */
export type Backup = {
  company: Company;
  committed: World['books']['committed'];
  taken: World['books']['taken'];
  /** What must not have changed since: whoever was put out or enrolled meanwhile would have to be so again, by hand. */
  standing: string;
};

function standing({ books, devicesOf, founded }: World): string {
  const enrolled = founded.members.map((member) => devicesOf(member).length);
  return JSON.stringify([[...books.revoked], books.quarantined.size, enrolled]);
}

function copy({ company, committed, taken }: World['books']): Omit<Backup, 'standing'> {
  return {
    company: {
      ...company,
      records: new Map(company.records),
      members: new Map(company.members),
      apart: new Set(company.apart),
      withheld: new Set(company.withheld),
    },
    committed: new Map(committed),
    taken: new Map(
      [...taken].map(([id, queue]) => [
        id,
        { ...queue, orders: new Map(queue.orders), answers: new Map(queue.answers) },
      ]),
    ),
  };
}

export function backUp(world: World): void {
  world.store.backUp();
  world.backup = { ...copy(world.books), standing: standing(world) };
}

/**
 * The server is set back to its backup, under another epoch, as whoever restores it has to say. What was taken since is gone with it, and
 * nobody can be blamed; what devices had not had acknowledged is not.
 */
export async function restore(world: World): Promise<void> {
  const { backup, books, store, network } = world;
  if (backup === null || backup.standing !== standing(world)) return;
  // An answer that is on its way, or being written down, acknowledges what will be gone.
  const waiting = network.underWay() > 0 ? new Set<string>() : await waitingIds(world);
  for (const id of books.committed.keys())
    if (!backup.committed.has(id) && !waiting.has(id)) books.excused.add(id);
  const { company, committed, taken } = copy({ ...books, ...backup });
  Object.assign(books.company, company);
  books.committed = committed;
  books.taken = taken;
  store.restore();
  store.killIn = null;
  world.epoch += 1;
  store.write('UPDATE meta SET epoch = ?', world.epoch);
  world.serverDied();
}

async function waitingIds({ devices }: World): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const { storage } of devices) {
    const rows = await storage.rows('outbox');
    for (const { id, state } of rows) if (state === 'waiting') ids.add(id as string);
  }
  return ids;
}
