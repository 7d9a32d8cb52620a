import type { Tables } from '../../../../extension/db/database.ts';
import { defaultPolicy } from '../../../../shared/domain/policy.ts';
import { sampleAccount, sampleId, sampleMember, samplePerson, sampleTie, sampleTouch } from './pool-rows.ts';

/** Rows by table, as they lie in IndexedDB. */
export type PoolRows = { [T in keyof Tables]?: unknown[] };

export const members = { vera: sampleId('vera'), jonas: sampleId('jonas'), amira: sampleId('amira') };
const minute = 60_000;
const day = 24 * 60 * minute;

/** The device's own rows for `who`, in the given state of sync. */
export function deviceRows(who: keyof typeof members, meta: Record<string, unknown> = {}): PoolRows {
  const member = members[who];
  const joined = {
    workspace: { id: sampleId('workspace'), name: 'Tidewater Tools', slug: 'tidewater' },
    device: sampleId('device'),
    member,
    role: who === 'vera' ? 'admin' : 'rep',
  };
  const rows = { joined, sync: { since: null, contact: 0, notice: null }, ...meta };
  return {
    meta: Object.entries(rows).map(([key, value]) => ({ key, value })),
    members: [
      sampleMember(members.vera, { name: 'Vera Novak', role: 'admin', status: 'active' }),
      sampleMember(members.jonas, { name: 'Jonas Weber', role: 'rep', status: 'departed' }),
      sampleMember(members.amira, { name: 'Amira Haddad', role: 'rep', status: 'active' }),
    ],
    policy: [
      {
        id: sampleId('policy'),
        base: null,
        view: { fact: { ...defaultPolicy, ownDomains: ['tidewater.test'] } },
        pending: 0,
        generation: 0,
      },
    ],
  };
}

const companies: [
  id: string,
  name: string | undefined,
  domain: string,
  steward: string | null | undefined,
][] = [
  ['harbour', 'Harbourline Logistics Ltd', 'harbourline.example', members.amira],
  ['ruhr', 'Oberflächenveredelungstechnikgesellschaft Ruhrtal mbH', 'ruhrtal-oberflaechen.example', null],
  ['nakheel', 'شركة النخيل للتوريدات الصناعية', 'nakheel-supplies.example', members.amira],
  ['miyasaka', '宮坂精機株式会社', 'miyasaka-seiki.example', members.vera],
  ['kestrel', 'Kestrel Robotics, Inc.', 'kestrel-robotics.example', null],
  ['liffey', undefined, 'liffeyprint.example', undefined],
];
const contacts: [id: string, name: string, email: string, company: string, title?: string][] = [
  ['fiona', 'Fiona Ashcroft', 'fiona.ashcroft@harbourline.example', 'harbour', 'Head of Purchasing'],
  ['tom', 'Tom Okafor', 'tom.okafor@harbourline.example', 'harbour'],
  [
    'svenja',
    'Dr.-Ing. Svenja-Katharina Freifrau von Obermühlbach-Großenwieden',
    'svenja-katharina.von-obermuehlbach-grossenwieden@ruhrtal-oberflaechen.example',
    'ruhr',
    'Oberflächenbeschichtungsqualitätssicherungsbeauftragte',
  ],
  ['layla', 'ليلى المنصوري', 'layla@nakheel-supplies.example', 'nakheel', 'مديرة المشتريات'],
  ['yuki', '宮坂 由紀', 'y.miyasaka@miyasaka-seiki.example', 'miyasaka', '営業部長'],
  ['dana', 'Dana Ferreira', 'dana.ferreira@kestrel-robotics.example', 'kestrel'],
];

/** Six companies in four scripts, their people, and contacts over three weeks before `now`. */
export function sampleRows(now: number): PoolRows {
  const at = (id: string) => sampleId(id);
  return {
    accounts: companies.map(([id, name, domain, steward]) =>
      sampleAccount({
        id: at(id),
        domain,
        since: now - 40 * day,
        pending: steward === undefined,
        ...(name === undefined ? {} : { name }),
        ...(steward === undefined ? {} : { steward }),
      }),
    ),
    people: contacts.map(([id, name, email]) => samplePerson(at(id), name, [email])),
    affiliations: contacts.map(([id, , , company, title]) => sampleTie(at(id), at(company), title)),
    touches: contacts.flatMap(([id, , , company], n) => {
      const shared = { people: [{ person: at(id), role: 'from' as const }], accounts: [at(company)] };
      return [
        sampleTouch({
          ...shared,
          id: at(`m${n}a`),
          at: now - (n * n * day + 12 * minute),
          direction: 'in',
          subject: n === 3 ? 'عرض أسعار للمعدات الصناعية' : `Offer ${100 + n}: delivery dates and terms`,
          witness: members.amira,
          pending: n === 0,
        }),
        sampleTouch({
          ...shared,
          id: at(`m${n}b`),
          link: at(`m${n}a`),
          at: now - (n * n * day + 12 * minute),
          direction: 'in',
          subject: `Offer ${100 + n}: delivery dates and terms`,
          witness: members.jonas,
        }),
        sampleTouch({
          people: [{ person: at(id), role: 'to' }],
          accounts: [at(company)],
          id: at(`m${n}c`),
          at: now - (n * n * day + day),
          direction: 'out',
          subject: n === 1 ? null : 'Re: Your question of last week',
          witness: members.jonas,
        }),
      ];
    }),
    suggestions: suggestionRows(now),
    mailboxes: [
      { address: 'amira@freemail.example', answer: 'no' },
      { address: 'sales@partner-agency.example', answer: 'asked' },
    ],
  };
}

function suggestionRows(now: number): unknown[] {
  const seen: [string, string, string, string][] = [
    ['ola', 'Ola Nordmann', 'ola.nordmann@freemail.example', 'freemail'],
    ['copied', 'Ines Figueiredo', 'ines@usinaverde.example', 'copied'],
    ['page', 'فاطمة الزهراء', 'fatima@nakheel-supplies.example', 'on-page'],
  ];
  return seen.map(([id, name, email, why], n) => ({
    id: sampleId(id),
    kind: 'person',
    state: 'open',
    why,
    key: email,
    person: { name, emails: [email], sure: 0.9 },
    company: null,
    domain: why === 'freemail' ? null : email.slice(email.indexOf('@') + 1),
    reader: { id: 'roundcube', version: 1 },
    source: { origin: 'http://127.0.0.1', title: null, path: null },
    touch: null,
    at: now - n * minute,
  }));
}

/** As many accounts as a working pool has, so that lists show how they carry. */
export function manyAccounts(count: number, now: number): PoolRows {
  const ids = Array.from({ length: count }, (_, n) => n);
  return {
    accounts: ids.map((n) =>
      sampleAccount({
        id: sampleId(`x${n}x`),
        name: `${['Alder', 'Birch', 'Cedar', 'Elm', 'Fir'][n % 5]} Works ${String(n).padStart(4, '0')}`,
        domain: `works-${n}.example`,
        steward: n % 10 === 0 ? null : members.amira,
        since: now,
      }),
    ),
    touches: ids.map((n) =>
      sampleTouch({
        id: sampleId(`z${n}z`),
        at: now - n * 3_600_000,
        direction: 'in',
        subject: `Order ${n}`,
        people: [],
        accounts: [sampleId(`x${n}x`)],
        witness: members.amira,
      }),
    ),
  };
}

/** Several sets of rows as one. */
export function together(...parts: PoolRows[]): PoolRows {
  const all: Record<string, unknown[]> = {};
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) all[table] = [...(all[table] ?? []), ...rows];
  }
  return all as PoolRows;
}
