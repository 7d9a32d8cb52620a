import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';

/** Cuts a reading's facts to the lengths that the contract allows; what is too long for an address or number is dropped. */
export function boundedPerson(person: SeenPerson): SeenPerson {
  return bounded(person, { name: 300, title: 300, organisation: 300, address: 500 });
}

export function boundedCompany(company: SeenCompany): SeenCompany {
  return bounded(company, { name: 300, address: 500 });
}

const lists = {
  emails: [20, 320],
  phones: [20, 60],
  faxes: [10, 60],
  urls: [20, 1000],
  domains: [20, 253],
} as const;

function bounded<T extends object>(facts: T, texts: Record<string, number>): T {
  const entries = Object.entries(facts).map(([key, value]) => {
    if (typeof value === 'string') return [key, value.slice(0, texts[key] ?? 0)];
    if (!Array.isArray(value) || !(key in lists)) return [key, value];
    const [most, longest] = lists[key as keyof typeof lists];
    return [key, value.filter((one) => one.length <= longest).slice(0, most)];
  });
  return Object.fromEntries(entries) as T;
}
