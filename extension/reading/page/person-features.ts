import type { PageLine } from '../../../shared/capture/page-text.ts';
import { particles } from '../../../shared/identity/name-words.ts';
import {
  hasAddressWord,
  hasLegalForm,
  hasOrganisationWord,
  hasTitleWord,
} from '../../../shared/text/signature-words.ts';
import { strengthOfGivenName } from '../names/is-given-name.ts';
import { isListedSurname } from '../names/surname-list.ts';
import { isCommon, type NameSpan, type Word } from './name-spans.ts';
import { isBrand } from './page-words.ts';
import { isResponsible, namesWithLabel } from './responsible-labels.ts';

/** What is known of a whole page before its names are looked at one by one. */
export type PageFacts = {
  lines: readonly PageLine[];
  words: readonly (readonly Word[])[];
  /** How often each word stands on the page with a small letter; and with a capital. */
  small: ReadonlyMap<string, number>;
  capital: ReadonlyMap<string, number>;
  /** Folded names of organisations that the page is about. */
  organisations: readonly string[];
  /** How often each span stands on the page. */
  spans: ReadonlyMap<string, number>;
  /** How many spans stand alone in lines of one kind and depth. */
  alike: ReadonlyMap<string, number>;
  /** Local parts of e-mail addresses on each line. */
  mails: ReadonlyMap<number, readonly string[]>;
};

const speaking =
  /^\W{0,4}(?:is|was|has|had|will|who|said|says|joined|grew|began|brings|leads|serves|holds|received|graduated|earned|works|worked|started|founded|can|ist|hat|war|est|a|es|hat)\s/iu;
const introducing =
  /(?:^|[\s(])(?:by|with|from|thanks? (?:to|you)|contact|ask for|call|meet|dear|and|&|von|par|por|attn:?|attention:?|name:?|contact person:?|ansprechpartner(?:in)?:?|kontakt:?|inhaber(?:in)?:?|geschäftsführer(?:in)?:?|vertreten durch:?|responsable:?|titular:?|owner:?|manager:?|director:?|president:?|principal:?|author:?|posted by|written by)\s*$/iu;
const quoteDash = /(?:^|["”’.!?]\s*|\s)[-–—~]\s*$/u;

/** Features of one span on line `at`, by name; those that are absent are 0. */
export function personFeatures(span: NameSpan, at: number, facts: PageFacts): Map<string, number> {
  const line = facts.lines[at] as PageLine;
  const { words, start, end, text } = span;
  const features = new Map<string, number>();
  const set = (feature: string, value: number | boolean) => {
    if (value) features.set(feature, Number(value));
  };
  const [first] = words as [Word];
  const last = words.at(-1) as Word;
  const given =
    first.key.length < 3 || /[^.]{2}\.$/.test(first.text)
      ? Math.min(0.5, strengthOfGivenName(first.key))
      : strengthOfGivenName(first.key.split(' ')[0] ?? '');
  const surname = isListedSurname(last.key) && words.length > 1;
  set('bias', 1);
  set('given-sure', given === 1);
  set('given-maybe', given === 0.5);
  set('given-none', given === 0 && !first.initial);
  set('first-initial', first.initial);
  set('surname', surname);
  set('given-and-surname', given > 0 && surname);
  set('last-given', strengthOfGivenName(last.key) === 1 && !surname && words.length > 1);
  set(
    'middle-initial',
    words.slice(1, -1).some(({ initial }) => initial),
  );
  set('last-initial', last.initial && words.length > 1);
  set(
    'particle',
    words.slice(1).some(({ key }) => particles.has(key)),
  );
  set('honorific', span.honorific);
  set('honorific-single', span.honorific && words.length === 1);
  set(
    'double-initial',
    /^\p{Lu}\.\s?\p{Lu}\.$/u.test(first.text) || (first.initial && (words[1]?.initial ?? false)),
  );
  set('suffix', span.suffix);
  set(
    'two-people',
    words.length === 4 && !words[1]?.initial && strengthOfGivenName(words[2]?.key ?? '') === 1,
  );
  set(`length-${words.length}`, 1);
  const upper = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  set('upper', upper);
  set('common-first', isCommon(first) && !(given > 0 && surname));
  const lastIsCommon = isCommon(last) && words.length > 1;
  set('common-last', lastIsCommon && !surname);
  set('common-surname', lastIsCommon && surname);
  set(
    'common-inside',
    words.slice(1, -1).some((word) => isCommon(word) && !word.initial),
  );
  set(
    'odd-shape',
    words.some(
      (word) =>
        /\d|^\p{Lu}{2,}\p{Ll}|\p{Ll}\p{Lu}/u.test(word.text) &&
        !/^(?:Mc|Mac|De|Di|La|Le|Du|Van|O['’])\p{Lu}/u.test(word.text),
    ),
  );
  set(
    'small-elsewhere',
    words.filter(({ key, capital }) => capital && (facts.small.get(key) ?? 0) > 0 && key.length > 2).length /
      words.length,
  );
  set('mixed-case', !upper && words.some(({ text: word }) => /^\p{Lu}{2,3}$/u.test(word)));
  set('first-alone', (facts.capital.get(first.key) ?? 0) > (facts.spans.get(text) ?? 0));
  set('often', Math.min(1, (facts.capital.get(last.key) ?? 0) / 6));
  set('organisation-word', hasOrganisationWord(text));
  set('title-word', hasTitleWord(text));
  set(
    'address-word',
    hasAddressWord(text) ||
      /(?<!\p{L})(?:street|st|ave|avenue|road|rd|lane|drive|square|park|court|hill|county|city|beach|island|valley|lake|river|bay|hills|glen|heights|falls|springs|grove|creek|plaza|theat(?:er|re)|tower|loma|kong|marino|monica|cruz|barbara)(?!\p{L})/iu.test(
        text,
      ),
  );
  const key = words.map((word) => word.key).join(' ');
  set(
    'place-last',
    words.length > 2 &&
      /^(?:hall|park|house|building|point|ridge|stadium|field|school|street|plaza)$/.test(last.key),
  );
  set(
    'place-first',
    /^(?:san|santa|santo|los|las|saint|st|ste|fort|port|mount|mt|new|north|south|east|west|lake|el|la|le)$/.test(
      first.key,
    ),
  );
  set('brand', isBrand(words.map((word) => word.key).join(' ')));
  set(
    'genitive',
    words.some((word) => /['’]s$/i.test(word.text)),
  );
  set(
    'organisation',
    facts.organisations.some((name) => name === key),
  );
  set(
    'within-organisation',
    facts.organisations.some((name) => name !== key && ` ${name} `.includes(` ${key} `)),
  );
  const before = line.text.slice(Math.max(0, start - 40), start);
  const after = line.text.slice(end, end + 60);
  set('alone', /^\W{0,3}$/u.test(before) && /^\W{0,3}$/u.test(after) && !before.includes('$'));
  set('starts', start <= 3);
  set('ends', /^\W{0,3}$/u.test(after));
  set('comma-behind', /^\s?,/.test(after));
  set('comma-title', /^\s{0,2}[,(|•·:–—-]\s{0,2}/.test(after) && isTitled(after));
  const titled = hasTitleWord(before.slice(-30)) && /[:,–—-]?\s$/.test(before);
  const introduced = introducing.test(before);
  set('title-before', titled);
  set('colon-before', /:\s{0,2}$/.test(before));
  set('dash-before', quoteDash.test(before));
  set('introduced', introduced);
  set('speaking', speaking.test(after));
  set('possessive', /^['’]s\s/.test(after));
  set('comma-organisation', /^\s?,/.test(after) && hasOrganisationWord(after.slice(0, 40)));
  set('legal-behind', hasLegalForm(after.slice(0, 16)) && /^[\s,]/.test(after));
  set(
    'run-on',
    /^ \p{Lu}/u.test(after) && hasOrganisationWord(/^(?: \p{Lu}[\p{L}&'’-]*){1,4}/u.exec(after)?.[0] ?? ''),
  );
  set('labelled', isResponsible(before) || namesWithLabel(line.text.slice(0, start)));
  set('capital-behind', /^ \p{Lu}/u.test(after));
  set(
    'capital-before',
    /(?:^|\s)\p{Lu}[\p{L}.]* $/u.test(before) && !titled && !introduced && !span.honorific,
  );
  set('word-behind', /^ \p{Ll}/u.test(after));
  set('word-before', /\p{Ll} $/u.test(before));
  set('the-before', /(?:^|\s)(?:the|a|an|in|at|of|our|your)\s$/iu.test(before));
  set('list', /^(?:,| and| &)/.test(after) && /(?:,|and|&) $/.test(before));
  set(`kind-${/^h\d$/.test(line.kind) ? 'h' : line.kind}`, 1);
  for (const zone of line.zones ?? [])
    if (zone !== 'nav' || (line.linked ?? 0) >= end) set(`zone-${zone}`, 1);
  set('linked', (line.linked ?? 0) >= end);
  set('bold', (line.bold ?? 0) >= end && !/^h\d$/.test(line.kind));
  set('cell', line.cell !== undefined);
  const alone = features.has('alone');
  set('alike', alone ? Math.min(1, ((facts.alike.get(`${line.kind} ${line.depth}`) ?? 1) - 1) / 4) : 0);
  near(facts, at, alone, set);
  set(
    'card',
    alone &&
      features.has('title-below') &&
      ((features.get('alike') ?? 0) >= 0.5 || features.has('zone-team') || features.has('zone-person')),
  );
  set('card-unlisted', features.has('card') && given === 0 && !surname);
  set('labelled-above', alone && isResponsible(facts.lines[at - 1]?.text ?? ''));
  set(
    'quote-sign',
    (alone || features.has('starts')) &&
      (features.has('quote-above') || features.has('dash-before')) &&
      words.length > 1,
  );
  const mine = mailsNear(facts, at);
  set(
    'mail-fits',
    mine.some((mail) => mailFits(mail, words)),
  );
  set('mail-near', mine.length > 0);
  return features;
}

type Set = (feature: string, value: number | boolean) => void;

/** What stands in the lines around, within the same block or the next one. */
function near({ lines }: PageFacts, at: number, alone: boolean, set: Set): void {
  const next = lines[at + 1];
  const before = lines[at - 1];
  set('title-below', next !== undefined && isTitleLine(next.text) && isClose(next));
  set('title-above', before !== undefined && isTitleLine(before.text) && isClose(lines[at] as PageLine));
  set('title-two-below', lines[at + 2] !== undefined && isTitleLine(lines[at + 2]?.text ?? ''));
  set(
    'phone-near',
    [next, lines[at + 2]].some((line) => line !== undefined && /\d{3}[^\d]?\d{4}/.test(line.text)),
  );
  set(
    'organisation-below',
    alone && next !== undefined && next.text.length < 60 && hasOrganisationWord(next.text),
  );
  set('quote-above', before !== undefined && /["”’.!…]$/.test(before.text) && before.text.length > 60);
  set('prose-below', next?.kind === 'prose' || (next?.text.length ?? 0) > 100);
}

function isClose({ depth, shared }: PageLine): boolean {
  return depth - shared <= 3;
}

/** Offices that the shared list of title words does not know. */
const moreTitles =
  /(?<!\p{L})(?:projectleider|vd|projektledare|försäljning|ekonomi|daglig leder|salgssjef|myyntipäällikkö|toimitusjohtaja|asiakaspalvelu|diretor\p{L}*|sócio\p{L}*|socio|administrador\p{L}*|amministratore|titolare|gérant\p{L}*|jednatel\p{L}*|prezes|müdür\p{L}*|zaakvoerder|bestuurder|eigenaar|hygienist|receptionist|dentist|paralegal|realtor|councilmember|councillor|alderman|commissioner|estimator|foreman|stylist|florist|nurse|rdh|volunteer|caretaker|host|proprietor)(?!\p{L})/iu;

export function isTitled(text: string): boolean {
  return hasTitleWord(text) || moreTitles.test(text);
}

export function isTitleLine(text: string): boolean {
  return text.length <= 90 && isTitled(text) && !/[!?]$/.test(text) && text.split(/\s+/).length <= 10;
}

function mailsNear({ mails }: PageFacts, at: number): string[] {
  return [0, 1, 2, 3, 4, 5].flatMap((step) => mails.get(at + step) ?? []);
}

/** Whether an address' local part is made of this name: ann.moor, amoor, moor, ann, am. */
export function mailFits(local: string, words: readonly { key: string }[]): boolean {
  const parts = words.map(({ key }) => key.replaceAll(' ', '')).filter((part) => part !== '');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  const bare = local.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (bare.length < 2) return false;
  if (
    (last.length >= 3 && bare.includes(last)) ||
    (first.length >= 3 && (bare === first || bare.startsWith(first)))
  )
    return true;
  return bare === parts.map((part) => part[0]).join('');
}
