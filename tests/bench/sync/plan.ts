import type { Planned } from '../harness/figure.ts';

const figure = (name: string, unit: string, aim: string): Planned => ({ name, unit, aim });

/** Records in the pool, from the smallest to the largest. */
export const sizes = [1000, 10_000, 100_000] as const;
export type Size = (typeof sizes)[number];

/** Engines beside Holdfast. As they are set up here, all of them keep what they are sent on the server's disk. */
export const peerNames = ['replicache', 'rxdb', 'pouchdb', 'tinybase', 'yjs', 'triplit'] as const;
export type PeerName = (typeof peerNames)[number];

const numbers = new Intl.NumberFormat('en');

/** 1000 → `1,000`: the same on every machine, whatever its language. */
export function inWords(count: number): string {
  return numbers.format(count);
}

/** What is measured at each size. Everything else of a run goes into the tables beside. */
export function sizeFigures(size: Size) {
  const at = `${inWords(size)} records`;
  return {
    total: figure(
      `${at}: push + pull, Holdfast`,
      'ms',
      `<= ${{ 1000: 1000, 10000: 1500, 100000: 15000 }[size]}`,
    ),
    // a request more than the floor makes weighs much where there is little to carry
    floor: figure(`${at}: push + pull, times the floor`, '×', size === 1000 ? '<= 2' : '<= 1.3'),
    fastest: figure(`${at}: push + pull, times the fastest peer`, '×', '< 1'),
    peers: Object.fromEntries(
      peerNames.map((name) => [name, figure(`${at}: push + pull, ${name} in times Holdfast`, '×', '> 1')]),
    ) as Record<PeerName, Planned>,
    up: figure(`${at}: bytes up, times the peer with the fewest`, '×', '< 1'),
    down: figure(`${at}: bytes down, times the peer with the fewest`, '×', '< 1'),
    changeP50: figure(`${at}: one change A to B, socket to socket, p50`, 'ms', '<= 5'),
    changeP95: figure(`${at}: one change A to B, socket to socket, p95`, 'ms', '<= 20'),
    pixel: figure(`${at}: one change A to B, from the write to the pixel, p50`, 'ms', '<= 50'),
  };
}

/** Every figure but those of the sizes. Where the issue names no bound, the bound is ours and modest. */
export const figures = {
  payloadUp: figure('one change: payload up', 'bytes', '<= 150'),
  payloadDown: figure('one change: payload down', 'bytes', '<= 200'),
  flat: figure('one change at 100,000 records, times that at 1,000', '×', '<= 1.5'),
  billedImport: figure('billed rows per imported record with its evidence', 'rows', '<= 4'),
  billedChange: figure('billed rows per change of one field', 'rows', '<= 6'),
  heap: figure("the object's heap at 100,000 records", 'MB', '< 64'),
  firstLookups: figure(
    '100,000 records into a fresh device: until the first lookups are right',
    'ms',
    '<= 1000',
  ),
  tab: figure("100,000 records into a fresh device: the tab's process at its highest", 'MB', '<= 400'),
  onDevice: figure('100,000 records: stored on the device, times their JSON', '×', '<= 3'),
  onServer: figure('100,000 records: stored on the server, times their JSON', '×', '<= 2'),
  log: figure('log after each of 20,000 records changed five times: entries per live record', '', '<= 3'),
  offlineRight: figure('30 days offline: 5,000 unsent against 50,000 changes, share merged right', '', '= 1'),
  offlineTime: figure('30 days offline: until both sides have all', 's', '<= 60'),
  offlineMemory: figure("30 days offline: the tab's process at its highest", 'MB', '<= 600'),
};

/** In the order in which they are printed. */
export const plan: readonly Planned[] = [
  ...sizes.flatMap((size) => {
    const { peers, ...own } = sizeFigures(size);
    return [...Object.values(own), ...Object.values(peers)];
  }),
  ...Object.values(figures),
];
