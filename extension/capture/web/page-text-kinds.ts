import type { LineKind, LineZone } from '../../../shared/capture/page-text.ts';

/** What a block makes of the lines directly in it. */
const kinds: Readonly<Record<string, LineKind>> = {
  title: 'title',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  li: 'li',
  td: 'cell',
  th: 'head-cell',
  dt: 'term',
  dd: 'definition',
  address: 'address',
  figcaption: 'caption',
  caption: 'caption',
  label: 'label',
  legend: 'label',
};
const blocks =
  /^(?:address|article|aside|blockquote|body|button|caption|center|d[dlt]|details|dialog|div|fieldset|fig(?:ure|caption)|foot(?:er)?|form|h[1-6r]|header|html|label|legend|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|itle|r))$/;
const silent =
  /^(?:applet|audio|canvas|embed|frameset|iframe|input|map|math|noembed|noframes|noscript|object|option|script|select|style|svg|template|textarea|video)$/;
/** Within these a line is still what the block around them says. */
const transparent = /^(?:div|p|center|pre|summary|details)$/;

export type TagTraits = {
  block: boolean;
  silent: boolean;
  transparent: boolean;
  /** It stands for the whole page, so that its classes tell nothing of a line. */
  whole: boolean;
  kind: LineKind | undefined;
};

const traits = new Map<string, TagTraits>();

export function tagTraits(name: string): TagTraits {
  let found = traits.get(name);
  if (found === undefined) {
    found = {
      block: blocks.test(name),
      silent: silent.test(name),
      transparent: transparent.test(name),
      whole: /^(?:html|body|title)$/.test(name),
      kind: Object.hasOwn(kinds, name) ? kinds[name] : undefined,
    };
    // A page can make up any number of tags.
    if (traits.size < 500) traits.set(name, found);
  }
  return found;
}

const zoneWords: readonly (readonly [LineZone, RegExp])[] = [
  ['team', /team|staff|employee|mitarbeiter|member|people|leadership|directors|equipe|ansprechp/i],
  ['person', /vcard|h-card|person|profile|(?:^|[\s_-])bio(?:$|[\s_-])|author/i],
  ['quote', /testimonial|quote|review|feedback/i],
  ['post', /(?:^|[\s_-])(?:post|comment|blog|news|tweet|event)/i],
  ['logo', /logo|brand|site-?(?:title|name)/i],
  ['contact', /contact|kontakt|address|(?:^|[\s_-])adr(?:$|[\s_-])|impressum|imprint/i],
  ['copyright', /copyright|colophon|legal/i],
  ['footer', /foot|bottom/i],
  ['header', /header|masthead|banner/i],
  ['nav', /(?:^|[\s_-])nav|menu|breadcrumb/i],
  ['aside', /sidebar|aside/i],
];
/** One look for most classes, which tell nothing. */
const any = new RegExp(zoneWords.map(([, words]) => words.source).join('|'), 'i');
const zoneTags: Readonly<Record<string, LineZone>> = {
  header: 'header',
  footer: 'footer',
  nav: 'nav',
  aside: 'aside',
  blockquote: 'quote',
  address: 'contact',
};

/** Zones by the name of a block's tag and by its classes and id, given as one text of at most 200 characters. */
export function zonesOf(tagName: string, classes: string): readonly LineZone[] {
  const byTag = Object.hasOwn(zoneTags, tagName) ? zoneTags[tagName] : undefined;
  const found = any.test(classes)
    ? zoneWords.filter(([, words]) => words.test(classes)).map(([zone]) => zone)
    : [];
  return byTag === undefined || found.includes(byTag) ? found : [byTag, ...found];
}
