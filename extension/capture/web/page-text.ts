import type { LineKind, LineZone, PageLine, PageText } from '../../../shared/capture/page-text.ts';
import { localNameOf, nodeTypeOf, textDataOf } from '../unclobbered.ts';
import { boundedLines } from './bounded-lines.ts';
import { attribute, walker } from './dom.ts';
import { type TagTraits, tagTraits, zonesOf } from './page-text-kinds.ts';
import { addText, emptyLine, tellingPieces } from './text-line.ts';

/** Collects a page's text piece by piece, so that no piece takes long. */
export interface TextCollecting {
  /** Goes on until `enough` says so, asked every 100 nodes; true as long as some are left, of the first 30,000. */
  more(enough: () => boolean): boolean;
  /** What has been collected so far. */
  text(): PageText;
  /** Whether the page has more nodes than are looked at. */
  cut(): boolean;
}

type Table = { number: number; row: number; column: number };
type Open = { node: Node; kind: LineKind; zones: readonly LineZone[]; table: Table | null };
type Inline = { node: Node; bold: boolean; link: boolean; plain: boolean };

const short = 200;
const mostDepth = 1000;
const mostNodes = 30_000;
const outside: Pick<Open, 'kind' | 'zones' | 'table'> = { kind: 'text', zones: [], table: null };
/** What a page's head says in `<meta>`. */
const headKinds = new Map<string, LineKind>([
  ['og:site_name', 'site-name'],
  ['application-name', 'site-name'],
  ['copyright', 'site-name'],
  ['og:title', 'heading'],
  ['author', 'author'],
]);

/**
 * Begins to collect the short lines of a page's visible text, without asking for layout or style: what only a style hides is
 * taken for visible. Long prose is left out but for what stands around a number, an address or what may be a name.
 */
export function collectPageText(doc: Document): TextCollecting {
  const walk = walker(doc, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const lines: PageLine[] = [];
  const hosts: string[] = [];
  const known = new Map<string, readonly LineZone[]>();
  const open: Open[] = [];
  const inline: Inline[] = [];
  let lang = '';
  let line = emptyLine();
  let bold = 0;
  let links = 0;
  let seam = false;
  let afterLink = false;
  let low = 0;
  let tables = 0;
  let seen = 0;
  let ended = false;

  return {
    more(enough) {
      while (!ended) {
        step();
        seen += 1;
        if (seen >= mostNodes) ended = true;
        if (seen % 100 === 0 && enough()) break;
      }
      if (ended) flush();
      return !ended;
    },
    text: () => ({ lang, hosts, lines: boundedLines(lines) }),
    cut: () => seen >= mostNodes,
  };

  function step(): void {
    if (enter(walk.currentNode) && walk.firstChild() !== null) return;
    for (;;) {
      leave(walk.currentNode);
      if (walk.nextSibling() !== null) return;
      if (walk.parentNode() === null) {
        ended = true;
        return;
      }
    }
  }

  /** Whether what is below is to be looked at. */
  function enter(node: Node): boolean {
    const type = nodeTypeOf(node);
    if (type === 3) takeText(textDataOf(node));
    return type === 1 ? enterElement(node as Element) : type === 9;
  }

  function enterElement(node: Element): boolean {
    const name = localNameOf(node);
    const traits = tagTraits(name);
    if (traits.silent || (traits.block && attribute(node, 'hidden') !== null)) return false;
    if (traits.block) openBlock(node, name, traits);
    else if (name === 'br') flush();
    else if (name === 'img') takePicture(node);
    else if (name === 'meta' || name === 'link') takeHead(node, name);
    else if (name !== 'head') openInline(node, name);
    return true;
  }

  function openBlock(node: Element, name: string, traits: TagTraits): void {
    flush();
    const above = open.at(-1) ?? outside;
    let { table } = above;
    if (name === 'table') table = { number: tables++, row: -1, column: -1 };
    else if (table !== null && name === 'tr') {
      table.row += 1;
      table.column = -1;
    } else if (table !== null && (name === 'td' || name === 'th')) table.column += 1;
    if (name === 'html') lang = (attribute(node, 'lang') ?? attribute(node, 'xml:lang') ?? '').slice(0, 35);
    const kind = traits.kind ?? (traits.transparent ? above.kind : 'text');
    open.push({
      node,
      kind,
      zones: traits.whole ? above.zones : zonesWithin(above.zones, node, name),
      table,
    });
  }

  function zonesWithin(above: readonly LineZone[], node: Element, name: string): readonly LineZone[] {
    const key = `${name} ${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`.slice(0, 200);
    let own = known.get(key);
    if (own === undefined) {
      own = zonesOf(name, key.slice(name.length));
      if (known.size < 2000) known.set(key, own);
    }
    if (own.length === 0) return above;
    const added = own.filter((zone) => !above.includes(zone));
    return added.length === 0 ? above : [...above, ...added];
  }

  function openInline(node: Element, name: string): void {
    seam = true;
    const isBold = name === 'b' || name === 'strong';
    const href = name === 'a' ? attribute(node, 'href') : null;
    if (!isBold && href === null) return;
    if (href !== null) {
      if (afterLink) flush();
      takeTarget(href);
    }
    const plain = href !== null && !/^(?:mailto|tel):/i.test(href);
    inline.push({ node, bold: isBold, link: href !== null, plain });
    if (isBold) bold += 1;
    if (plain) links += 1;
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
      if (open.length < low) low = open.length;
    } else if (nodeTypeOf(node) === 1) seam = true;
  }

  function takeText(data: string): void {
    if (!/\S/.test(data)) {
      if (line.text !== '' && !line.text.endsWith(' ')) line.text += ' ';
      return;
    }
    addText(line, data, seam, bold > 0, links > 0);
    seam = false;
    afterLink = false;
  }

  function takeTarget(href: string): void {
    const [, scheme, rest] = /^\s*(mailto|tel):\s*([^?;]{3,320})/i.exec(href) ?? [];
    if (scheme === undefined || rest === undefined) return;
    const mail = /^mailto$/i.test(scheme);
    const list = mail ? line.emails : line.phones;
    const target = decoded(rest).trim();
    if (list.length < 5 && target.length <= (mail ? 320 : 60)) list.push(target);
  }

  function takePicture(node: Element): void {
    const alt = (attribute(node, 'alt') ?? '').replace(/\s+/g, ' ').trim();
    if (alt.length < 3 || alt.length > 120 || !/[A-Za-z\u00aa-\uffff]/.test(alt)) return;
    const names = ['class', 'id', 'src'].map((name) => attribute(node, name)?.slice(0, 200) ?? '');
    const isLogo = /logo/i.test(`${names.join(' ')} ${alt}`) || open.at(-1)?.zones.includes('logo');
    push({ text: alt, kind: isLogo ? 'logo' : 'alt' });
  }

  function takeHead(node: Element, name: string): void {
    if (name === 'link') {
      if (/^canonical$/i.test(attribute(node, 'rel') ?? '')) takeHost(attribute(node, 'href'));
      return;
    }
    const property = (attribute(node, 'property') ?? attribute(node, 'name') ?? '').toLowerCase();
    const kind = headKinds.get(property);
    if (kind === undefined && property !== 'og:url') return;
    const content = (attribute(node, 'content') ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
    if (kind === undefined) takeHost(content);
    else if (content !== '') push({ text: content, kind });
  }

  function takeHost(address: string | null): void {
    const host = /^https?:\/\/([^/:?#]{3,253})/i.exec(address ?? '')?.[1]?.toLowerCase();
    if (host !== undefined && hosts.length < 5 && !hosts.includes(host)) hosts.push(host);
  }

  function flush(): void {
    if (line.text === '' && line.emails.length + line.phones.length === 0) return;
    const { bold: isBold, linked, emails, phones } = line;
    const text = line.text.trimEnd();
    line = emptyLine();
    afterLink = false;
    const { kind, table, zones } = open.at(-1) ?? outside;
    if (linked >= text.length && zones.includes('nav') && !/\d{3}/.test(text)) return;
    if (text.length > short) {
      for (const piece of tellingPieces(text)) push({ text: piece, kind: 'prose' });
      return;
    }
    push({
      text,
      kind,
      ...(isBold > 0 && { bold: Math.min(isBold, text.length) }),
      ...(linked > 0 && { linked: Math.min(linked, text.length) }),
      ...(table !== null && table.row >= 0 && { cell: [table.number, table.row, Math.max(0, table.column)] }),
      ...(emails.length > 0 && { emails }),
      ...(phones.length > 0 && { phones }),
    });
  }

  function push(made: Omit<PageLine, 'depth' | 'shared' | 'zones'>): void {
    const { zones } = open.at(-1) ?? outside;
    const depth = Math.min(mostDepth, open.length);
    const shared = Math.min(low, depth);
    lines.push({ ...made, depth, shared, ...(zones.length > 0 && { zones: [...zones] }) });
    low = open.length;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
