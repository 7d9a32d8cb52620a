import { type CompanyWords, companyWords } from './company-words.ts';
import { type FreemailPolicy, isFreemailDomain } from './freemail.ts';
import { registrableDomain } from './registrable-domain.ts';
import { editCost, spellingKey } from './script/sounds.ts';

/**
 * True where a domain could be that company's own by its name: its words run together, the first ones, their first letters.
 * A freemail provider's domain is nobody's tie. The domain may be a host.
 */
export function companyMatchesDomain(
  name: string,
  domain: string,
  freemail: FreemailPolicy = { also: [], not: [] },
): boolean {
  const registrable = registrableDomain(domain);
  if (registrable === null || isFreemailDomain(domain, registrable, freemail)) return false;
  const label = unicodeLabel(registrable.slice(0, registrable.indexOf('.')));
  return label !== '' && matchesLabel(companyWords(name), label);
}

function matchesLabel(company: CompanyWords, label: string): boolean {
  const heavy = company.words.filter(({ weight }) => weight > 0.1);
  const bare = label.replace(/[^\p{L}\p{N}]/gu, '');
  const forms = company.forms.map(({ short }) => short.replace(/ /g, ''));
  const endings = ['', ...forms, 'group', 'online', 'hq'];
  for (const list of [company.words, heavy]) {
    for (let count = list.length; count > 0; count -= 1) {
      const first = list.slice(0, count);
      if (!first.some(({ weight, place }) => weight >= 1 && !place)) continue;
      const spellings = [first.map(({ raw }) => raw).join(''), first.map(({ text }) => text).join('')];
      if (spellings.some((joined) => endings.some((ending) => isSpelled(joined + ending, bare)))) return true;
    }
  }
  const letters = heavy.map(({ raw }) => raw[0]).join('');
  return letters.length >= 3 && (letters === bare || forms.some((form) => letters + form === bare));
}

/** Umlauts are written in two ways in domains; one slip is allowed in long ones. */
function isSpelled(one: string, other: string): boolean {
  const [left, right] = [spellingKey(one), spellingKey(other)];
  if (left.length < 3) return false;
  return left === right || (left.length >= 9 && editCost(left, right, 1) <= 0.6);
}

/** Punycode stays as it is: names of that kind are compared by their other facts. */
function unicodeLabel(label: string): string {
  return label.startsWith('xn--') ? '' : label.toLowerCase();
}
