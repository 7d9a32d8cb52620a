import { idFromBytes } from '../../../shared/domain/ids.ts';
import { seededRandom } from '../main/seeded-random.ts';

/** One contact with ten fields, about 400 bytes of JSON: what every engine is given, as a plain object. */
export type BenchRecord = {
  id: string;
  name: string;
  email: string;
  privateEmail: string;
  phone: string;
  mobile: string;
  fax: string;
  website: string;
  profile: string;
  card: string;
  note: string;
};

const given = ['Ines', 'Piet', 'Maren', 'Tomas', 'Lucia', 'Anders', 'Noor', 'Emil', 'Greta', 'Ivo'];
const family = ['Duarte', 'Visser', 'Falk', 'Horak', 'Marini', 'Lund', 'Bakker', 'Sommer', 'Reyes', 'Kral'];
const words = 'asked for the spring list and prefers calls before noon about certificates and pallets'.split(
  ' ',
);

/** `count` contacts from number `first` on; the same for the same seed, and no two share an address. */
export function benchRecords(count: number, seed = 1, first = 0): BenchRecord[] {
  return Array.from({ length: count }, (_, at) => benchRecord(first + at, seed));
}

export function benchRecord(n: number, seed: number): BenchRecord {
  const random = seededRandom(seed * 1_000_003 + n);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (from: readonly string[]) => from[below(from.length)] ?? '';
  const digits = (count: number) => String(below(10 ** count)).padStart(count, '0');
  const id = idFromBytes(Uint8Array.from({ length: 16 }, () => below(256)));
  const [first, last] = [pick(given), pick(family)];
  const host = `company-${seed}-${n}.example`;
  const handle = `${first}.${last}`.toLowerCase();
  return {
    id,
    name: `${first} ${last} ${n}`,
    email: `${handle}@${host}`,
    privateEmail: `${handle}.${seed}.${n}@freemail.example`,
    phone: `+44 20 7946 ${digits(4)} ${n % 10}`,
    mobile: `+44 7700 90${digits(4)} ${n % 10}`,
    fax: `+44 20 7946 ${digits(4)} 0${n % 10}`,
    website: `https://www.${host}`,
    profile: `https://people.example/in/${handle}-${n}`,
    card: `https://cards.example/${id.slice(0, 8)}`,
    note: Array.from({ length: 10 }, () => pick(words)).join(' '),
  };
}
