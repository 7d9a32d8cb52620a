import { trimMarks } from '../../../shared/text/trim-marks.ts';
import { beforeRights } from './page-phrases.ts';

const sign = /©|\(c\)|copyright/i;
const sprinkled =
  /^(?:©|\(c\)|copyright|by|,|:|-|–|—|\/|\.|present|until|the contents|of|(?:19|20)\d\d|\d\d(?!\d))(?:\s|(?=\P{L})|$)|^\s|^(?:©|\(c\))/iu;
const ends =
  /\s[–—-]\s|(?<!(?<!\p{L})(?:Inc|Ltd|Co|Corp|St|Dr|Mr|\p{Lu}))\.\s|[|•·]|\s(?:is a|and its|designed|powered|website|web site|site by|design by)(?!\p{L})/iu;
const yearsBehind = / ?,? ?(?:19|20)\d\d(?: ?[-–] ?(?:(?:19|20)\d\d|\d\d))?$/;

/** The name in a copyright line: `© 1998–2013 Bluefinch Ltd. All rights reserved.` None, or one. */
export function copyrightNames(text: string): string[] {
  const found = sign.exec(text);
  if (found === null) return [];
  const line = text.replace(/\s+/g, ' ');
  const at = line.search(sign);
  const owner = named(withoutSprinkled(line.slice(at, at + 300))) || named(line.slice(0, at));
  return owner.length > 1 ? [owner] : [];
}

/** Without the signs and years before the name. */
function withoutSprinkled(text: string): string {
  let rest = text;
  for (let step = 0; step < 12; step += 1) {
    const found = sprinkled.exec(rest);
    if (found === null) break;
    rest = rest.slice(found[0].length);
  }
  return rest;
}

function named(text: string): string {
  const before = beforeRights(text);
  const end = before.search(ends);
  const name = trimMarks(end < 0 ? before : before.slice(0, end), ',.–—-|', ',–—-|');
  const bare = trimMarks(trimMarks(name, ',', '.,').replace(yearsBehind, ''), ',', ',');
  return /(?<!\p{L})(?:Inc|Ltd|Co|Corp|L\.L\.C|S\.A|\p{Lu})$/u.test(bare) && name.startsWith(`${bare}.`)
    ? `${bare}.`
    : bare;
}
