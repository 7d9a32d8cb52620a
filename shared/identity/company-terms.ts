/** Words of company names and what they weigh. Our own compilation; all folded: lower case, no accents, no full stops. */

const list = (text: string): string[] => text.trim().split(/\s+/);

/** Abbreviations and spellings, each line the word that is compared and then those that stand for it. */
const sameWords = `
  international intl internat internationale internazionale internacional internationaler mezhdunarodnyy
  company co cie compania compagnie companhia
  manufacturing mfg manuf
  manufacturer mfr
  association assn assoc assoziation asociacion associazione associacao asoc
  university univ universitat universite universidad universita universidade uniwersytet
  department dept dep
  government govt gov
  center centre centro ctr cntr zentrum centrum tsentr
  labor labour
  defense defence
  theater theatre
  technology tech technologie tecnologia technologies tecnologias tecnologie technologien
  engineering engrg eng
  services service svc svcs servicios servizi servicos dienste dienstleistungen
  solutions solution losungen soluciones soluzioni
  systems system sys systeme sistemas sistemi
  industries industry ind industrie industria industrias
  enterprises enterprise entreprises
  products product prod
  laboratories laboratory labs lab
  associates assocs
  partners partner partnership
  consulting consultants consultancy consult
  management mgmt mgt
  development dev
  national natl nationale nacional nazionale
  american amer
  brothers bros gebr gebruder freres hermanos hnos fratelli flli irmaos bracia
  sons sohne fils hijos figli filhos son
  institute inst institut instituto istituto
  hospital hosp
  school sch
  saint st sankt sainte santa san
  mount mt
  fort ft
  north nord norte
  bank banque banco banca
  insurance versicherung versicherungen assurance assurances seguros assicurazioni ins
  foundation stiftung fondation fundacion fondazione fundacao
  transport transports transporte transporti trasporti trans transportation
  logistics logistik logistique logistica
  electric elec
  electronics elektronik electronique elettronica
  communications comm comms communication
  telecommunications telecom telekom
  pharmaceuticals pharma pharmaceutical
  chemicals chemical chem chemie
  machinery maschinenbau machine machines
  trading trade handel handels commerce
  usa america
  organization organisation organizzazione organizacion
  learning lrng
  children childrens childs child
  community cmty
  education educational educ
  development developmental
  elementary elem
  academy acad
  church ch
  and und et`;

/** Whole phrases, replaced before the words. */
export const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bunited states(?: of america)?\b|\bu s a?\b|\bus\b/g, 'usa'],
  [/\bunited kingdom\b|\bgreat britain\b|\bu k\b/g, 'uk'],
  [/\bunited arab emirates\b|\bu a e\b/g, 'uae'],
  [/\bco[ -]op(?=eration|erative|\b)/g, 'coop'],
  [/\brail ?way\b/g, 'railway'],
  [/%/g, ' percent '],
];

const canonical = new Map(
  sameWords
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...others] = list(line);
      return others.map((other) => [other, word] as const);
    }),
);

/** The word under which spellings and abbreviations of one word meet. */
export function canonicalWord(word: string): string {
  const known = canonical.get(word) ?? canonical.get(word.replace(/([aou])e/g, '$1'));
  if (known !== undefined) return known;
  return word.replace(/is(?=(?:ation|ing|ed)s?$)/, 'iz').replace(/(?<=\w{3})our$/, 'or');
}

const joining = new Set(
  list(`the of and for in at by on to a an de del della dei delle di da do das dos du des la le les el los las l d der die das den dem und fur im am
  et y e i und zu zur zum van von het een og och i na w z dla og for mv ms ss mt the das www com`),
);

const generic = new Set(
  list(`international world europe european services solutions systems industries enterprises
  products laboratories associates partners consulting management development national trading
  technology engineering manufacturing center association institute foundation trust fund capital investment investments ventures finance financial
  bank insurance logistics transport communications telecommunications pharmaceuticals chemicals machinery electronics media digital software data network networks
  energy power oil gas petroleum mining steel construction building real estate properties property hotel hotels restaurant food foods shop store stores market
  university college school academy hospital clinic health medical care church city town county state federal public government ministry department agency authority
  office bureau council committee commission organization union society club team studio studios design creative agency marketing sales export import
  general united first new old great best star royal central service community children child family youth learning day early education program head start`),
);

const branch = new Set(
  list(`branch filiale niederlassung zweigniederlassung zweigstelle geschaftsstelle succursale sucursal agence agencia agenzia filial oddzial pobocka fiok
  standort werk plant division subsidiary representative predstavitelstvo filialen sede`),
);

const loose = new Set(
  list(
    'group holding holdings gruppe groupe grupo gruppo company corporation limited incorporated global worldwide',
  ),
);

/** Weight of a word: 1 for what names an organisation, less for what many are called, 0.1 for what only joins. */
export function weightOfWord(word: string): number {
  if (joining.has(word)) return 0.1;
  if (loose.has(word)) return 0.35;
  return generic.has(word) ? 0.55 : 1;
}

/** True for words such as "branch" or "Filiale": what follows them says where, not who. */
export function isBranchWord(word: string): boolean {
  return branch.has(word);
}

const units = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = list('- - twenty thirty forty fifty sixty seventy eighty ninety');
const ordinals = list(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
);
const roman = /^(?=[ivx])(?:x{0,3})(?:ix|iv|v?i{0,3})$/;

/** The number that a word writes (44, 2nd, forty, first; `later` also XIV), else null. */
export function numberOf(word: string, later: boolean): number | null {
  const digits = /^(\d{1,9})(?:st|nd|rd|th)?$/.exec(word);
  if (digits !== null) return Number(digits[1]);
  const unit = units.indexOf(word);
  if (unit >= 0) return unit;
  const ten = tens.indexOf(word);
  if (ten > 1) return ten * 10;
  const ordinal = ordinals.indexOf(word);
  if (ordinal > 0) return ordinal;
  return later && roman.test(word) ? romanValue(word) : null;
}

function romanValue(word: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  return [...word].reduce((sum, char, i) => {
    const value = values[char] ?? 0;
    return sum + (value < (values[word[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
