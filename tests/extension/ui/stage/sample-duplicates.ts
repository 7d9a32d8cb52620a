import { sampleAccount, sampleId, samplePerson, sampleTie } from './pool-rows.ts';
import { members, type PoolRows } from './sample-pool.ts';

/** Beside the sample pool: a second record of four of its people and of one company, in three scripts. */
export function sampleDuplicates(): PoolRows {
  const at = (id: string) => sampleId(id);
  return {
    accounts: [
      sampleAccount({
        id: at('harbour2'),
        name: 'Harbourline Logistics Ltd',
        domain: 'harbourline-group.example',
        steward: members.vera,
      }),
    ],
    people: [
      samplePerson(at('fiona2'), 'Fiona Ashcroft', ['fiona@harbourline-group.example']),
      samplePerson(at('svenja2'), 'Dr.-Ing. Svenja-Katharina Freifrau von Obermühlbach-Großenwieden', [
        's.obermuehlbach@ruhrtal-oberflaechen.example',
      ]),
      samplePerson(at('layla2'), 'ليلى المنصوري', ['l.almansoori@nakheel-supplies.example']),
    ],
    affiliations: [
      sampleTie(at('fiona2'), at('harbour2'), 'Chief Procurement Officer'),
      sampleTie(at('svenja2'), at('ruhr')),
      sampleTie(at('layla2'), at('nakheel'), 'مديرة المشتريات'),
    ],
  };
}
