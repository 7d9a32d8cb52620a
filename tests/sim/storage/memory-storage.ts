import type { Dice } from '../random.ts';
import type { Scheduler } from '../scheduler.ts';
import type { DeviceStorage } from './device-storage.ts';
import { clearDisk, copyDisk, createDisk, type Disk, rowsOn } from './disk.ts';
import { Gate, openMemoryDatabase } from './memory-database.ts';

/** Storage of the first tier: tables in memory, with transactions that die with their process. */
export function memoryStorage(scheduler: Scheduler, dice: Dice): DeviceStorage {
  let disk: Disk = createDisk();
  let gate: Gate | null = null;
  return {
    open: (life) => {
      const own = new Gate(scheduler, life, dice.fork(), disk);
      gate = own;
      return { db: openMemoryDatabase(own), busy: () => own.busy };
    },
    crashed: () => {
      gate?.crash();
      gate = null;
    },
    rows: async (table) => rowsOn(disk, table),
    tables: () => [...disk.layouts.keys()],
    setRoom: (writes) => {
      disk.fault.room = writes;
    },
    failIn: (writes) => {
      disk.fault.failIn = writes;
    },
    clear: async () => clearDisk(disk),
    image: async () => copyDisk(disk),
    setImage: async (image) => {
      disk = copyDisk(image as Disk);
    },
  };
}
