import { setTimeout as sleep } from 'node:timers/promises';
import type { Device } from './device.ts';
import type { DevicePool } from './read-device.ts';

export type Settled = {
  /** Rounds of sync after the last fault: both devices in each. */
  rounds: number;
  pools: DevicePool[];
  /** Why not, after all patience. */
  unsettled: string[];
};

/** Rounds that are waited for: two are enough, and more are a fault, but which one should then show. */
const patience = 12;

/** Asks both devices to sync until nothing of theirs waits and both stand at the same number. */
export async function settle(devices: readonly Device[], signal: AbortSignal): Promise<Settled> {
  for (let rounds = 1; ; rounds += 1) {
    signal.throwIfAborted();
    const answers = await Promise.all(
      devices.map(async (device) => (await device.up()).panel.ask('syncNow', null)),
    );
    const pools = await unpacked(devices);
    const refused = answers.flatMap((answer, i) => {
      const ok = answer.kind === 'answered' && (answer.value as { ok?: boolean } | null)?.ok === true;
      return ok ? [] : [`device ${devices[i]?.name}: sync answered ${JSON.stringify(answer)}`];
    });
    const newest = Math.max(...pools.map(({ cursor }) => cursor));
    const behind = pools.flatMap(({ unsettled, cursor, packed, notice }, i) => {
      if (unsettled === 0 && cursor === newest && packed === 0) return [];
      const stand = { unsettled, cursor, newest, packed, notice };
      return [`device ${devices[i]?.name} after ${rounds} rounds: ${JSON.stringify(stand)}`];
    });
    const open = [...refused, ...behind];
    if (open.length === 0 || rounds === patience) return { rounds, pools, unsettled: open };
    await sleep(Math.min(200 * rounds, 2000));
  }
}

/** What came in bulk is unpacked in idle moments: waited for, as far as it gets on. */
async function unpacked(devices: readonly Device[]): Promise<DevicePool[]> {
  for (let tries = 0; ; tries += 1) {
    const pools = await Promise.all(devices.map((device) => device.pool()));
    if (tries === 40 || pools.every(({ packed }) => packed === 0)) return pools;
    await sleep(250);
  }
}
