import { fillClass, fillId, type IsPersonal } from './fill-names.ts';
import { fillText } from './fill-text.ts';
import { fillUrl } from './fill-url.ts';

const list = (words: string) => new Set(words.split(' '));

/** Written by page makers, and what they look things up by. */
const classLike = list(
  'class itemprop property typeof data-testid data-test-id data-automationid jsname jsaction ng-bind ng-model ui-view part slot',
);
const classLikePrefix = /^(?:ng|ui|md)-/;
/** A fixed choice of words, or a number. */
const choices = list(
  'role type dir lang rel method scope media charset tabindex colspan rowspan span width height hidden disabled checked selected readonly open contenteditable draggable aria-hidden aria-expanded aria-selected aria-checked aria-level aria-haspopup aria-live aria-pressed aria-current aria-modal aria-invalid aria-disabled aria-readonly',
);
const idLike = list(
  'id for form headers list aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant aria-flowto aria-details',
);
const urls = list(
  'href src action formaction cite poster data background longdesc srcset imagesrcset ping manifest itemtype itemid resource about vocab xlink:href',
);
const emptied = /^on|^srcdoc$|^nonce$|^integrity$/;
const seen = /(?:^|;)\s*((?:display|visibility)\s*:\s*[a-z-]{1,30})\s*(?=;|$)/gi;

/** What a page may say in an attribute, so that words in it count as words of the page. */
export function saysText(name: string): boolean {
  return (
    !classLike.has(name) &&
    !classLikePrefix.test(name) &&
    !choices.has(name) &&
    !emptied.test(name) &&
    name !== 'style'
  );
}

/** An attribute of a shape: its name and value with nothing personal in them. Null: it is left out. */
export function shapeAttribute(
  name: string,
  value: string,
  isPersonal: IsPersonal,
): { name: string; value: string } | null {
  if (!/^[a-z_][\w:.-]{0,80}$/i.test(name)) return null;
  return {
    name: fillClass(name, isPersonal),
    value: shapeValue(name.toLowerCase(), value.slice(0, 5000), isPersonal),
  };
}

function shapeValue(name: string, value: string, isPersonal: IsPersonal): string {
  if (emptied.test(name)) return '';
  if (name === 'style') return [...value.matchAll(seen)].map(([, one]) => one).join('; ');
  if (classLike.has(name) || classLikePrefix.test(name)) return fillClass(value, isPersonal);
  if (choices.has(name) || idLike.has(name)) return fillId(value);
  return urls.has(name) ? fillUrl(value) : fillText(value);
}
