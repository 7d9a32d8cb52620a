import type { PreparedAccount } from './prepared-account.ts';
import type { PreparedPerson } from './prepared-person.ts';
import { romanKey } from './script/sounds.ts';

/** Keys of which two records of one person nearly always have one in common. The strongest come first. */
export function personKeys(person: PreparedPerson): string[] {
  const words = person.names.flatMap(({ words }) =>
    words.words.filter(({ weight, text }) => weight >= 1 && text.length > 1).map(({ text }) => text),
  );
  const keys = [
    ...person.emails.map(({ key }) => `e ${key}`),
    ...person.phones.map(({ key }) => `p ${key}`),
    ...person.names.map(
      ({ words }) =>
        `n ${words.words
          .map(({ text }) => text)
          .sort()
          .join(' ')}`,
    ),
  ];
  for (const { key } of person.emails) {
    const local = key.slice(0, key.lastIndexOf('@')).replace(/[^\p{L}\p{N}]/gu, '');
    if (local.length >= 3) keys.push(`l ${local}`);
    keys.push(`d ${key.slice(key.lastIndexOf('@') + 1)}`);
  }
  if (person.dob !== null) keys.push(`b ${person.dob}`);
  if (person.dob !== null && person.city !== null)
    keys.push(`t ${person.city.key.slice(0, 3)} ${person.dob.slice(3, 4)}`);
  for (const word of words) {
    const sound = romanKey(word);
    if (person.city !== null) keys.push(`c ${sound.slice(0, 4)} ${person.city.key.slice(0, 3)}`);
    if (person.dob !== null) keys.push(`y ${sound.slice(0, 3)} ${person.dob.slice(3, 4)}`);
    for (const { key } of person.domains) keys.push(`o ${sound.slice(0, 3)} ${key}`);
  }
  for (const word of words) keys.push(`w ${romanKey(word)}`);
  return keys;
}

/** Keys of which two records of one organisation nearly always have one in common. The strongest come first. */
export function accountKeys(account: PreparedAccount): string[] {
  const keys = [
    ...account.domains.map(({ key }) => `d ${key}`),
    ...account.emails.map(({ key }) => `e ${key}`),
    ...account.phones.map(({ key }) => `p ${key}`),
  ];
  const { address } = account;
  if (address !== null && address.number !== '')
    for (const word of address.street) keys.push(`a ${address.number} ${word}`);
  for (const { words } of account.names) {
    const heavy = words.words.filter(({ weight }) => weight > 0.1).map(({ text }) => text);
    keys.push(
      `n ${[...heavy].sort().join(' ')}`,
      `j ${heavy.join('').slice(0, 8)}`,
      `i ${heavy.map((word) => word[0]).join('')}`,
    );
    for (const { text, weight } of words.words) {
      if (weight < 1 || text.length < 2) continue;
      const sound = romanKey(text);
      if (account.zip !== null) keys.push(`z ${sound.slice(0, 4)} ${account.zip.key}`);
      if (address !== null) keys.push(`s ${sound.slice(0, 4)} ${address.street[0] ?? ''}`);
      keys.push(`w ${sound}`, `m ${text}`);
    }
  }
  for (const { key } of account.domains) keys.push(`m ${key.slice(0, key.indexOf('.'))}`);
  return keys;
}
