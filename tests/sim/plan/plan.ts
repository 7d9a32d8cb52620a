import { type NetworkFaults, noFaults } from '../network.ts';
import { dice, seedOf } from '../random.ts';
import {
  closeSteps,
  copySteps,
  deviceSteps,
  faultSteps,
  oldSteps,
  type StepKind,
  serverSteps,
  writeSteps,
} from './step-kinds.ts';

/** One thing that happens at a time. `n` seeds its own choices, so that taking another away changes nothing in it. */
export type Step = { at: number; kind: StepKind; device: number; n: number };

/** A run in full: what follows from it is settled. */
export type Plan = {
  seed: number;
  tier: 'engine' | 'dexie';
  /** Which of the company's devices take part, by index. */
  devices: number[];
  faults: NetworkFaults;
  /** Devices whose clocks are wrong, and by how much (ms). */
  skews: number[];
  /** Which hold a live connection. */
  live: boolean[];
  /** Whose database an older release left, with work unsent. */
  old: boolean[];
  /** A device that speaks the last version, by index; null: there is none. */
  oldClient: number | null;
  /** The most rows that the server puts into a page. */
  pageRows: number;
  /**
   * All happens to a few records, and most of it is decided by the server: what takes three commands about the same two is met in one run
   * of some thousands, not of millions (swarm testing: Groce and others, 2012).
   */
  isNarrow: boolean;
  steps: Step[];
};

/** All devices that the company has beside the admin's console. */
const allDevices = 7;

/** Milliseconds over which the steps are spread: most lie close together, so that they meet. */
const span = 40_000;

export function planOf(seed: number, tier: Plan['tier']): Plan {
  const d = dice(seedOf(seed, 1));
  // Small runs, and very many: most of what two devices can do to each other needs no third.
  const count = d.pick([2, 2, 2, 2, 2, 3, 3, 3, 4]);
  const rest = Array.from({ length: allDevices }, (_, i) => i);
  const devices = Array.from({ length: count }, () => rest.splice(d.int(rest.length), 1)[0] as number).sort(
    (a, b) => a - b,
  );
  const rough = d.chance(0.75);
  const level = () => (rough && d.chance(0.6) ? d.next() * 0.25 : 0);
  const faults = rough ? { lost: level(), cut: level(), doubled: level(), late: level() / 2 } : noFaults;
  const skewOf = () =>
    d.chance(0.6) ? 0 : Math.round((d.next() - 0.5) * (d.chance(0.3) ? 40 * 86_400_000 : 300_000));
  const harm = d.chance(0.85) ? 0.05 + d.next() * 0.25 : 0;
  const oldClient = d.chance(0.2) ? d.pick(rest) : null;
  const isNarrow = d.chance(0.3);
  const copies = d.chance(isNarrow ? 0.5 : 0.25) ? 0.05 + d.next() * 0.2 : 0;
  const orders = d.chance(0.5) ? d.next() * 0.15 : 0;
  const length = 6 + d.int(13);
  const steps = Array.from({ length }, (_, i): Step => {
    const kinds =
      oldClient !== null && d.chance(0.25)
        ? oldSteps
        : d.chance(copies)
          ? copySteps
          : d.chance(harm)
            ? faultSteps
            : d.chance(orders)
              ? serverSteps
              : d.chance(0.35)
                ? deviceSteps
                : isNarrow
                  ? closeSteps
                  : writeSteps;
    return {
      at: (i + d.next()) * (span / length),
      kind: d.pick(kinds),
      device: d.int(count),
      n: d.int(0x7fff_ffff),
    };
  });
  // What is decided is decided of something.
  for (const at of isNarrow ? [0, 1] : []) steps[at] = { ...(steps[at] as Step), kind: 'capture' };
  // Twice, so that a backup of a server that was restored is met too.
  const restores = oldClient === null && d.chance(0.12) ? 1 + d.int(2) : 0;
  for (let i = 0; i < restores; i += 1) {
    const from = d.int(length - 1);
    const until = from + 1 + d.int(length - 1 - from);
    for (const [at, kind] of [
      [from, 'backup'],
      [until, 'restore'],
    ] as const) {
      const step = steps[at];
      if (step !== undefined) steps[at] = { ...step, kind };
    }
  }
  const pageRows = d.chance(0.5) ? 1_000 : 1 + d.int(12);
  return {
    seed,
    tier,
    devices,
    faults,
    skews: devices.map(skewOf),
    live: devices.map(() => d.chance(0.4)),
    old: devices.map(() => tier === 'dexie' && d.chance(0.3)),
    oldClient,
    pageRows,
    isNarrow,
    steps,
  };
}
