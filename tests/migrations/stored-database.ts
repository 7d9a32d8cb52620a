import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { databaseName } from '../../extension/db/database.ts';
import { migrate } from '../../extension/db/migrations.ts';
import { PROJECT } from '../tools/project.ts';

/** Every row of a device's database as a released version stored it. */
export type StoredDatabase = { version: number; tables: Record<string, unknown[]> };

export const storedFolder = join(PROJECT, 'tests/migrations');

const fileName = (version: number) => `version-${version}.json`;

/** The versions of which no stored database lies in the folder. */
export function missingVersions(versions: readonly number[], folder = storedFolder): number[] {
  const files = new Set(readdirSync(folder));
  return versions.filter((version) => !files.has(fileName(version)));
}

export function storedPath(version: number): string {
  return join(storedFolder, fileName(version));
}

export function readStored(version: number): StoredDatabase {
  return JSON.parse(readFileSync(storedPath(version), 'utf8'), (_, value) =>
    asArray(value),
  ) as StoredDatabase;
}

const arrays = { Uint8Array, Uint16Array, Uint32Array };

/** JSON of rows; typed arrays as `{ array, numbers }`. */
export function textOf(stored: StoredDatabase): string {
  const named = (_: string, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    return { array: value.constructor.name, numbers: [...(value as Uint32Array)].join(' ') };
  };
  return `${JSON.stringify(stored, named, 1)}\n`;
}

function asArray(value: unknown): unknown {
  const { array, numbers } = (value ?? {}) as { array?: keyof typeof arrays; numbers?: string };
  if (array === undefined || numbers === undefined) return value;
  const read = numbers.split(' ').filter((digits) => digits !== '');
  return arrays[array].from(read.map(Number));
}

/** An IndexedDB in which a device of that version left its database. */
export async function factoryWith({ version, tables }: StoredDatabase): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const db = new Dexie(databaseName, { indexedDB: factory, IDBKeyRange });
  migrate(db, version);
  await db.open();
  for (const [name, rows] of Object.entries(tables)) await db.table(name).bulkAdd(rows);
  db.close();
  return factory;
}
