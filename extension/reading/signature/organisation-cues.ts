import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { hasLegalForm, hasOrganisationWord } from '../../../shared/text/signature-words.ts';
import { namesDepartment } from './role-words.ts';
import { hasTradeWord } from './trade-words.ts';

/** Providers' names are no company's, whoever writes from there. */
const providers = new Set(
  'gmail googlemail outlook hotmail live yahoo ymail icloud aol gmx web mail protonmail proton freenet orange wanadoo free libero seznam yandex rambler mailru freemail comcast verizon msn'.split(
    ' ',
  ),
);

/** Labels of the domains that a signature and its sender use, without endings: `tidewater-tools`. */
export function domainLabels(
  from: SeenMailbox | null,
  emails: readonly string[],
  urls: readonly string[],
): string[] {
  const hosts = [from?.email ?? '', ...emails].map((email) => email.split('@')[1] ?? '');
  for (const url of urls) hosts.push(url.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? '');
  const labels = hosts.map(labelOf).filter((label) => label.length > 3 && !providers.has(label));
  return [...new Set(labels)];
}

function labelOf(host: string): string {
  const parts = host.toLowerCase().split('.');
  const short = (parts.at(-2) ?? '').length <= 3 && parts.length > 2;
  const label = parts.at(short ? -3 : -2) ?? '';
  // An encoded domain (RFC 3492) keeps its ASCII letters in their order, before its last hyphen.
  return squeezed(label.replace(/^xn--(.{1,60})-[^-]*$/, '$1'));
}

/** `Tidewater Tools` under an address at tidewater-tools.example. */
export function isDomainName(text: string, labels: readonly string[]): boolean {
  // `powered by tidewater`: what begins a sentence in the middle is no name.
  if (text.length >= 60 || /^\p{Ll}+\s/u.test(text)) return false;
  const lower = text.toLowerCase();
  const spelt = lower.replace(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0]}e`);
  const forms = [folded(text), folded(spelt), lower].map(squeezed);
  return labels.some((label) => forms.some((form) => form.includes(label)));
}

/**
 * How much speaks for an organisation. `both`: a legal form and the domain's name. `sure`: one of them. `likely`: a word that
 * organisations bear.
 */
export type OrganisationCue = 'both' | 'sure' | 'likely' | 'none';

export function organisationCue(text: string, labels: readonly string[]): OrganisationCue {
  const legal = hasLegalForm(text);
  const own = isDomainName(text, labels);
  if (legal || own) return legal && own ? 'both' : 'sure';
  if (namesDepartment(text)) return 'none';
  return hasOrganisationWord(text) || isTrade(text) ? 'likely' : 'none';
}

/** A heading with such a word, and with another: `Kiln Interiors`. */
function isTrade(text: string): boolean {
  return hasTradeWord(text) && /^[\p{Lu}\p{Lo}\d]/u.test(text) && (/\s/.test(text) || /^\p{Lo}/u.test(text));
}

/** `Bluefinch Ltd, Security` and `Purchasing - Bluefinch Ltd` without the department, but `Bluefinch, Inc.` whole. */
export function withoutDepartment(text: string): string {
  const legal = text.split(/\s[-–—|]\s|(?<=[\p{L}.])\s(?=\p{L}+部$)/u).filter(hasLegalForm);
  const piece = legal.length === 1 ? (legal[0] ?? text) : text;
  const comma = piece.lastIndexOf(', ');
  const whole = comma < 0 || hasLegalForm(piece.slice(comma)) || !hasLegalForm(piece.slice(0, comma));
  return whole ? piece : piece.slice(0, comma);
}

/** `MBM Consultants` are a firm, a consultant is not. */
export function isPlural(text: string): boolean {
  return /[a-z](?:ant|er|ect|or|ey)s$/.test(text) && hasOrganisationWord(text);
}

function squeezed(text: string): string {
  return text.replace(/[^a-z\d]/g, '');
}
