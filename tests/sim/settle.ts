import { syncNow } from './device.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

/** After faults have ended, so many rounds of sync at each device have to be enough for everything. */
const rounds = 2;

/** How a device's rounds have to end, by what the company decided about it. */
export type Standing = 'served' | 'suspended' | 'revoked';

export function standingOf(
  { books }: World,
  { device, member }: { device: string; member: string },
): Standing {
  if (books.revoked.has(device)) return 'revoked';
  return books.company.members.get(member)?.status === 'active' ? 'served' : 'suspended';
}

const wanted = { served: null, suspended: 'forbidden', revoked: 'device-revoked' } as const;

export async function settle(world: World): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    const old = world.oldClient;
    if (old !== null && !(await old.sync()) && standingOf(world, old.enrolled) === 'served') {
      throw new Violation('not settled', `round ${round} of the device of version 2`);
    }
    for (const device of world.devices) {
      const standing = standingOf(world, device.identity);
      if (device.process !== null) world.scheduler.actAs(device.process.life);
      const answer = await syncNow(device);
      const kind = answer === null || answer.ok ? null : answer.notice.kind;
      const left = standing === 'revoked' && kind === 'not-joined';
      if (kind === wanted[standing] || left) continue;
      throw new Violation(
        'not settled',
        `round ${round} of device ${device.index} (${standing}) ended with ${JSON.stringify(answer)}`,
      );
    }
  }
}
