import type { YieldsResponse } from '../../../../shared/protocol/yields.ts';
import type { CountedReader } from '../../../../shared/yield/yield-counts.ts';
import { seededRandom } from '../../../bench/main/seeded-random.ts';

type Row = YieldsResponse['rows'][number];

/** The day is a UTC day (days since 1970-01-01); its weekday says how many mails there are. */
function dayOfReader(reader: CountedReader, day: number, share: number, mails: number): Row {
  const random = seededRandom(day * 4 + reader.length);
  const isWeekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6;
  const seen = isWeekend ? Math.floor(random() * 4) : Math.round(mails * (0.7 + 0.6 * random()));
  let read = 0;
  for (let i = 0; i < seen; i += 1) if (random() < share) read += 1;
  const opened = isWeekend ? 1 : 6;
  const used = seen === 0 ? 0 : opened;
  return { day, reader, version: 1, seen, read, partly: 0, refused: seen - read, opened, used };
}

function days(count: number, last: number, of: (day: number) => Row): Row[] {
  return Array.from({ length: count }, (_, i) => of(last - count + 1 + i));
}

/**
 * 90 days up to `today`: Roundcube, which broke four days ago with a new version; Gmail as ever; Outlook, which is opened as ever and
 * shows no mails any more; SOGo, which is new here.
 */
export function sampleYields(today: number): Row[] {
  const brokeAt = today - 3;
  return [
    ...days(90, today, (day) => {
      const row = dayOfReader('roundcube', day, day < brokeAt ? 0.97 : 0.12, 40);
      return day < brokeAt ? row : { ...row, version: 2 };
    }),
    ...days(60, today, (day) => dayOfReader('gmail', day, 0.98, 150)),
    ...days(60, today, (day) => {
      const row = dayOfReader('outlook', day, 0.96, 30);
      return day < today - 4 ? row : { ...row, seen: 0, read: 0, refused: 0, opened: 6, used: 0 };
    }),
    ...days(3, today, (day) => ({ ...dayOfReader('sogo', day, 1, 8), seen: 4, read: 4, refused: 0 })),
  ];
}
