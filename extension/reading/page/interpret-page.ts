import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';
import type { PageText } from '../../../shared/capture/page-text.ts';
import { pageCountry } from './page-country.ts';
import { pagePhones } from './page-phones.ts';

export type PageSource = { people: SeenPerson[]; companies: SeenCompany[]; text: PageText | null; host: string };

export function interpretPage({ people, companies, text, host }: PageSource): { people: SeenPerson[]; companies: SeenCompany[] } {
  const phones = pagePhones(text?.lines ?? [], text ? pageCountry(text, host) : null);
  return { people, companies: [...companies, { phones: phones.filter(p=>p.kind==='voice').map(p=>p.text), sure: 0.5 }] };
}
