import type { Operation } from '../../../shared/protocol/operation.ts';
import type { SimDevice } from '../device.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';

/** An answer may take half a minute, and the middle of that is taken for the moment at which the server said its time. */
const sureWithin = 20_000;

const msOf = (stamp: string) => Number.parseInt(stamp.slice(0, 12), 16);

/**
 * Stamps of one device go upwards, whatever its clock does; and once it has heard the server's time, they tell true time. `before`:
 * what the device knew when it began to write.
 */
export function checkStamps(
  world: World,
  device: SimDevice,
  before: { last: string | undefined; offset: number; now: number },
  written: readonly Operation[],
): void {
  let last = before.last;
  for (const { id, stamp } of written) {
    const ahead = last !== undefined && msOf(last) > before.now + before.offset + 60_000;
    if (last !== undefined && !ahead && stamp <= last)
      throw new Violation('stamps go back', `${stamp} of ${id} after ${last}`);
    const heard = device.soundSince > device.clockSetAt;
    const off = msOf(stamp) - world.scheduler.now();
    const runsOn = [last, device.copiedStamp].some((one) => one !== undefined && msOf(stamp) === msOf(one));
    if (heard && !runsOn && Math.abs(off) > sureWithin)
      throw new Violation('stamp not of true time', `${stamp} is ${off} ms off`);
    last = stamp;
  }
}
