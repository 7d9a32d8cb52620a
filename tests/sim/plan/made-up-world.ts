import { idFromBytes } from '../../../shared/domain/ids.ts';
import { derivedPersonBy } from '../../../worker/src/workspace/rules/derived-person.ts';

/** Few enough that devices meet on the same records, as ids that are derived from addresses and domains make them do. */
const idOf = (kind: number, n: number) => idFromBytes(new Uint8Array(16).fill(kind * 16 + n));

export const domains = ['harbour.example', 'quay.example', 'mole.example', 'pier.example', 'dock.example'];
export const emailOf = (person: number) => `p${person}@${domains[person % domains.length]}`;

/** What the founding of every run comes to. */
export const workspaceKey = 'ZuRVAdbQ1W_apg_HhxInDmIN_5q2yMvZJsV9Zm6Qw7U';
const derivedPerson = derivedPersonBy(workspaceKey);

export const accounts = Array.from({ length: 5 }, (_, n) => idOf(1, n));
/** Half of them under the id that their address gives, whom the server finds by it. */
export const persons = Array.from({ length: 6 }, (_, n) =>
  n % 2 === 0 ? derivedPerson(emailOf(n)) : idOf(2, n),
);
/** Whose each is shows who writes it first; so that others try to write it too. */
export const notes = Array.from({ length: 4 }, (_, n) => idOf(9, n));
export const affiliationOf = (person: number, account: number) => idOf(3 + account, person);

export const names = ['Ines Duarte', 'Harbour', 'Quay & Sons', 'Otto Berg', 'Mole', 'Lena Fischer'];
export const phones = ['+49 40 1234', '+351 21 555', '+44 20 7946'];
export const strongKeys = Array.from({ length: 4 }, (_, n) => String(n).padEnd(43, 'k'));
