import { toLatin } from './script/to-latin.ts';

/** A postal address as far as two spellings of it can be compared. Empty parts are not known. */
export type StreetAddress = {
  /** The house number, the first of a range. */
  number: string;
  /** Words of the street's name, without its kind (street, avenue …) and the point of the compass. */
  street: readonly string[];
  compass: string;
  given: string;
};

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const kinds =
  set(`st street str strasse ave av aven avenue avenida avda rd road dr drive blvd boulevard bd boul ln lane pl place plaza platz pkwy parkway ct court
  hwy highway sq square ter terrace way weg gasse rue via viale corso calle c carrer rua ulica ul ulitsa prospekt pr allee ring damm ufer chaussee chemin quai
  piazza largo travessa cours straat laan gracht plein gatan vagen vej gade gate veien cir circle trail route rte impasse passage vicolo strada sokak cad caddesi`);
const compass = new Map(
  [
    ['n', 'n north nord norte'],
    ['s', 's south sud sur'],
    ['e', 'e east est ost este'],
    ['w', 'w west ouest oeste'],
  ].flatMap(([short = '', words = '']) => words.split(' ').map((word) => [word, short] as const)),
);
const unitWords = set(
  'apt apartment suite ste unit rm room floor fl etage bldg building no nr num stock top',
);

/** Reads the line that has the house number; what follows a comma or a line break counts where no street stood before. */
export function readStreetAddress(text: string): StreetAddress | null {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => wordsOf(line))
    .filter((words) => words.length > 0);
  const numbered = lines.find(
    (words) => words.some((word) => /^\d/.test(word)) && words.some((word) => /\p{L}/u.test(word)),
  );
  const words = numbered ?? lines[0];
  if (words === undefined) return null;
  const at = words.findIndex((word) => /^\d/.test(word) && !/^\d+(?:st|nd|rd|th)$/.test(word));
  const unit = words.findIndex((word, i) => i > 0 && unitWords.has(word));
  const kept = words.slice(0, unit < 0 ? words.length : unit).filter((_, i) => i !== at);
  const names = kept.map(bareStreet).filter((word) => word !== '' && !kinds.has(word) && !compass.has(word));
  return {
    number: at < 0 ? '' : (/^\d+/.exec(words[at] ?? '')?.[0] ?? ''),
    // A street may be called by a kind or a point of the compass alone (West Street)
    street: names.length > 0 ? names : kept,
    compass: kept.map((word) => compass.get(word) ?? '').find((point) => point !== '') ?? '',
    given: text.replace(/\s+/g, ' ').trim(),
  };
}

function wordsOf(line: string): string[] {
  return toLatin(line)
    .replace(/(\d)\s*[-–]\s*\d+/g, '$1')
    .replace(/['’.]/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Hauptstrasse, Hauptstr → haupt; 51st → 51 */
function bareStreet(word: string): string {
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (ordinal !== null) return ordinal[1] ?? word;
  return word.replace(/(?<=\p{L}{3})(?:strasse|str|straat|gatan|vagen|gasse|weg|platz|allee)$/u, '');
}
