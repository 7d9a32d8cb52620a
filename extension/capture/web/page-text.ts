import {
  type LineKind,
  type LineZone,
  mostLines,
  mostText,
  type PageLine,
  type PageText,
} from '../../../shared/capture/page-text.ts';
import { attribute, walker } from './dom.ts';
import { tagTraits, zonesOf } from './page-text-kinds.ts';
import { addText, emptyLine, tellingPieces } from './text-line.ts';

/** Collects a page's text piece by piece, so that no piece takes long. */
export interface TextCollecting {
  /** Looks at up to `nodes` nodes more; true as long as some are left. */
  more(nodes: number): boolean;
  /** What has been collected so far. */
  text(): PageText;
}

type Open = { node: Node; kind: LineKind; zones: readonly LineZone[]; table: Table | null };
type Table = { number: number; row: number; column: number };

const short = 200;
const mostDepth = 1000;
const mostKept = 20_000;
const localName = getter<string>(Element.prototype, 'localName');

/**
 * Begins to collect the short lines of a page's visible text, without asking for layout or style: what only a style sheet hides
 * is taken for visible. Long prose is left out but for what stands around a number, an address or a copyright sign.
 */
export function collectPageText(doc: Document): TextCollecting {
  const walk = walker(doc, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const lines: PageLine[] = [];
  const hosts: string[] = [];
  const zoneCache = new Map<string, readonly LineZone[]>();
  let lang = '';
  const open: Open[] = [];
  const inline: { node: Node; bold: boolean; link: boolean; plain: boolean }[] = [];
  let line = emptyLine();
  let bold = 0;
  let links = 0;
  let seam = false;
  let afterLink = false;
  let low = 0;
  let tables = 0;
  let ended = false;

  return {
    more(nodes) {
      for (let i = 0; i < nodes && !ended; i += 1) step();
      if (ended) flush();
      return !ended;
    },
    text: () => ({ lang, hosts, lines: bounded(lines) }),
  };

  function step(): void {
    const inside = enter(walk.currentNode) && walk.firstChild() !== null;
    if (inside) return;
    for (;;) {
      leave(walk.currentNode);
      if (walk.nextSibling() !== null) return;
      if (walk.parentNode() === null || lines.length >= mostKept) {
        ended = true;
        return;
      }
    }
  }

  /** Whether what is below is to be looked at. */
  function enter(node: Node): boolean {
    if (node instanceof Text) {
      takeText(node.data);
      return false;
    }
    if (!(node instanceof Element)) return true;
    const name = localName(node);
    const traits = tagTraits(name);
    if (traits.silent || attribute(node, 'hidden') !== null) return false;
    if (traits.block) openBlock(node, name);
    else if (name === 'br') flush();
    else if (name === 'img') takePicture(node);
    else if (name === 'title') return (openBlock(node, name), true);
    else if (name === 'meta' || name === 'link') takeHead(node, name);
    else if (name !== 'head') openInline(node, name);
    return true;
  }

  function openBlock(node: Element, name: string): void {
    flush();
    const above = open.at(-1);
    const traits = tagTraits(name);
    let table = above?.table ?? null;
    if (name === 'table') table = { number: tables++, row: -1, column: -1 };
    else if (table !== null && name === 'tr') {
      table.row += 1;
      table.column = -1;
    } else if (table !== null && (name === 'td' || name === 'th')) table.column += 1;
    if (name === 'html') lang = (attribute(node, 'lang') ?? attribute(node, 'xml:lang') ?? '').slice(0, 35);
    const kind =
      name === 'title'
        ? 'title'
        : (traits.kind ?? (traits.transparent && above !== undefined ? above.kind : 'text'));
    open.push({ node, kind, zones: /^(?:html|body|title)$/.test(name) ? [] : zonesWithin(above?.zones ?? [], node, name), table });
  }

  function zonesWithin(above: readonly LineZone[], node: Element, name: string): readonly LineZone[] {
    const classes = `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`.slice(0, 200).trim();
    const key = `${name} ${classes}`;
    let own = zoneCache.get(key);
    if (own === undefined) {
      own = zonesOf(name, classes);
      if (zoneCache.size < 2000) zoneCache.set(key, own);
    }
    const added = own.filter((zone) => !above.includes(zone));
    return added.length === 0 ? above : [...above, ...added];
  }

  function openInline(node: Element, name: string): void {
    const isBold = name === 'b' || name === 'strong';
    const href = name === 'a' ? attribute(node, 'href') : null;
    if (href !== null) {
      if (afterLink) flush();
      takeTarget(href);
    }
    const plain = href !== null && !/^(?:mailto|tel):/i.test(href);
    inline.push({ node, bold: isBold, link: href !== null, plain });
    if (isBold) bold += 1;
    if (plain) links += 1;
    seam = true;
  }

  function leave(node: Node): void {
    if (inline.at(-1)?.node === node) {
      const ending = inline.pop();
      if (ending?.bold) bold -= 1;
      if (ending?.plain) links -= 1;
      if (ending?.link) afterLink = true;
      seam = true;
    } else if (open.at(-1)?.node === node) {
      flush();
      open.pop();
      low = Math.min(low, open.length);
    }
  }

  function takeText(data: string): void {
    const before = line.text.length;
    addText(line, data, seam, bold > 0, links > 0);
    if (line.text.length === before) return;
    if (line.text.trim().length === 0) return;
    if (/\S/.test(data)) {
      seam = false;
      afterLink = false;
    }
  }

  function takeTarget(href: string): void {
    const [, scheme, rest] = /^\s*(mailto|tel):\s*([^?;]{3,320})/i.exec(href) ?? [];
    if (scheme === undefined || rest === undefined) return;
    const mail = scheme.toLowerCase() === 'mailto';
    const list = mail ? line.emails : line.phones;
    const target = decoded(rest).trim();
    if (list.length < 5 && target.length <= (mail ? 320 : 60)) list.push(target);
  }

  function takePicture(node: Element): void {
    const alt = (attribute(node, 'alt') ?? '').replace(/\s+/g, ' ').trim();
    if (alt.length < 3 || alt.length > 120 || !/\p{L}/u.test(alt)) return;
    const about = `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''} ${attribute(node, 'src')?.slice(0, 200) ?? ''} ${alt}`;
    const zones = open.at(-1)?.zones ?? [];
    push({ text: alt, kind: /logo/i.test(about) || zones.includes('logo') ? 'logo' : 'alt' });
  }

  function takeHead(node: Element, name: string): void {
    if (name === 'link') {
      if (/^canonical$/i.test(attribute(node, 'rel') ?? '')) takeHost(attribute(node, 'href'));
      return;
    }
    const property = (attribute(node, 'property') ?? attribute(node, 'name') ?? '').toLowerCase();
    const kind = headKinds.get(property);
    const content = (attribute(node, 'content') ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
    if (property === 'og:url') takeHost(content);
    else if (kind !== undefined && content !== '') push({ text: content, kind });
  }

  function takeHost(address: string | null): void {
    const host = /^https?:\/\/([^/:?#]{3,253})/i.exec(address ?? '')?.[1]?.toLowerCase();
    if (host !== undefined && hosts.length < 5 && !hosts.includes(host)) hosts.push(host);
  }

  function flush(): void {
    const text = line.text.trim();
    const done = line;
    if (text === '' && done.emails.length + done.phones.length === 0) {
      line = emptyLine();
      return;
    }
    line = emptyLine();
    afterLink = false;
    const { kind, table, zones } = open.at(-1) ?? { kind: 'text' as const, table: null, zones: [] };
    const linked = done.linked >= text.length;
    if (linked && zones.includes('nav') && !/\d{3}/.test(text)) return;
    if (text.length > short) {
      for (const piece of tellingPieces(text)) push({ text: piece, kind: 'prose' });
      return;
    }
    push({
      text,
      kind,
      ...(done.bold > 0 && { bold: Math.min(done.bold, text.length) }),
      ...(done.linked > 0 && { linked: Math.min(done.linked, text.length) }),
      ...(table !== null && table.row >= 0 && { cell: [table.number, table.row, Math.max(0, table.column)] }),
      ...(done.emails.length > 0 && { emails: done.emails }),
      ...(done.phones.length > 0 && { phones: done.phones }),
    });
  }

  function push(made: Omit<PageLine, 'depth' | 'shared' | 'zones'>): void {
    const zones = open.at(-1)?.zones ?? [];
    const depth = Math.min(mostDepth, open.length);
    lines.push({
      ...made,
      depth,
      shared: Math.min(low, depth),
      ...(zones.length > 0 && { zones: [...zones] }),
    });
    low = depth;
  }
}

const headKinds = new Map<string, LineKind>([
  ['og:site_name', 'site-name'],
  ['application-name', 'site-name'],
  ['copyright', 'site-name'],
  ['og:title', 'heading'],
  ['author', 'author'],
]);

/** The beginning and the end of a page that is too long: its footer says whose it is. */
function bounded(lines: readonly PageLine[]): PageLine[] {
  const tail = within(lines.toReversed(), mostLines / 3, mostText / 3).toReversed();
  const rest = lines.slice(0, lines.length - tail.length);
  const head = within(rest, mostLines - tail.length, mostText - size(tail));
  return [...head, ...tail];
}

function within(lines: readonly PageLine[], most: number, characters: number): PageLine[] {
  let left = characters;
  return lines.slice(0, most).filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
}

function size(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A page can shadow a form's own properties; the getter of the prototype cannot be. */
function getter<T>(prototype: object, name: string): (node: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node) as T;
}
