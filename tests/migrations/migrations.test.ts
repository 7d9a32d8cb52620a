import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../extension/db/migrations.ts';
import { listAccounts } from '../../extension/db/queries/list-accounts.ts';
import { listMailboxes } from '../../extension/db/queries/list-mailboxes.ts';
import { listMembersLocal } from '../../extension/db/queries/list-members-local.ts';
import { listParked } from '../../extension/db/queries/list-parked.ts';
import { listPeople } from '../../extension/db/queries/list-people.ts';
import { listSuggestions } from '../../extension/db/queries/list-suggestions.ts';
import { syncView } from '../../extension/db/queries/sync-view.ts';
import { freshDatabase } from '../extension/fresh-database.ts';
import { factoryWith, missingVersions, readStored } from './stored-database.ts';

const versions = migrations.map((migration) => migration.version);
const all = { limit: 50, offset: 0 };

describe('the list of migrations', () => {
  it('is numbered without gaps from the first version', () => {
    expect(versions).toEqual(versions.map((_, i) => i + 1));
  });

  it('has a stored database of every version', () => {
    expect(missingVersions(versions)).toEqual([]);
  });

  it('is found to lack one where it lacks one', () => {
    const empty = mkdtempSync(join(tmpdir(), 'holdfast-migrations-'));
    expect(missingVersions(versions, empty)).toEqual(versions);
    rmSync(empty, { recursive: true });
    expect(missingVersions([...versions, versions.length + 1])).toEqual([versions.length + 1]);
  });
});

describe.each(versions)('a database that version %i left', (version) => {
  it('opens with every row that it had', async () => {
    const stored = readStored(version);
    expect(stored.version).toBe(version);
    const db = freshDatabase(await factoryWith(stored));
    for (const [name, rows] of Object.entries(stored.tables)) {
      expect([name, await db.table(name).count()]).toEqual([name, rows.length]);
    }
    db.close();
  });

  it('is readable by every query', async () => {
    const db = freshDatabase(await factoryWith(readStored(version)));
    expect((await listAccounts(db, all)).rows.map((row) => row.name)).toEqual([
      'Harbour Tools',
      'north.example',
    ]);
    expect((await listPeople(db, all)).rows).toMatchObject([
      { name: 'Anna North' },
      { name: 'Ines Duarte', phones: ['+351 1'] },
    ]);
    expect((await listMembersLocal(db)).map((member) => member.name)).toContain('Jonas Weber');
    expect(await listSuggestions(db)).toMatchObject([{ name: 'Pia Lind', why: 'freemail' }]);
    expect(await listParked(db)).toMatchObject([{ what: 'withdraw-touch', reason: 'not-allowed' }]);
    expect(await listMailboxes(db)).toEqual([{ address: 'jonas@freemail.example', answer: 'yes' }]);
    expect(await syncView(db)).toMatchObject({ workspace: 'Tidewater Tools', waiting: 3, parked: 1 });
    db.close();
  });
});
