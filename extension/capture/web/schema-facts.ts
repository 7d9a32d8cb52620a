import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';
import { webAddress } from './dom.ts';
import { isAddressProperty, type SchemaNode, type SchemaValue } from './schema-node.ts';
import { isCompanyType, isPersonType } from './schema-types.ts';

/** Of what a page calls the same thing, only profiles help to reach somebody; the rest points to encyclopaedias. */
const profile = /^https?:\/\/(?:[\w-]+\.)?(?:linkedin|xing|github)\.\w+\//i;

/** People and companies among schema.org (also FOAF) nodes; references are followed one step, `sure` is the reader's. */
export function schemaFacts(
  nodes: readonly SchemaNode[],
  base: URL,
): { people: SeenPerson[]; companies: SeenCompany[] } {
  const byId = new Map<string, SchemaNode>();
  const whole: SchemaNode[] = [];
  for (const node of nodes) {
    const first = node.id === null ? undefined : byId.get(node.id);
    if (first === undefined) {
      if (node.id !== null) byId.set(node.id, node);
      whole.push(node);
    } else {
      first.types.push(...node.types);
      for (const [name, values] of node.values)
        first.values.set(name, [...(first.values.get(name) ?? []), ...values].slice(0, 100));
    }
  }
  const read = new NodeReader(byId, base);
  const employers = new Map<SchemaNode, string>();
  for (const node of whole) {
    const name = isCompany(node) ? read.text(node, 'name', 'legalName') : undefined;
    if (name === undefined) continue;
    for (const person of read.nodes(
      node,
      'employee',
      'employees',
      'founder',
      'founders',
      'member',
      'members',
    ))
      employers.set(person, name);
  }
  const people: SeenPerson[] = [];
  const companies: SeenCompany[] = [];
  for (const node of whole) {
    if (node.types.some(isPersonType)) people.push(read.person(node, employers.get(node)));
    else if (isCompany(node)) companies.push(read.company(node));
  }
  return { people: people.filter(saysSomething), companies: companies.filter(saysSomething) };
}

function isCompany(node: SchemaNode): boolean {
  return node.types.some(isCompanyType);
}

function saysSomething(fact: SeenPerson | SeenCompany): boolean {
  return Boolean(fact.name ?? fact.emails ?? fact.phones ?? fact.urls);
}

class NodeReader {
  readonly #byId: ReadonlyMap<string, SchemaNode>;
  readonly #base: URL;

  constructor(byId: ReadonlyMap<string, SchemaNode>, base: URL) {
    this.#byId = byId;
    this.#base = base;
  }

  nodes(node: SchemaNode, ...names: string[]): SchemaNode[] {
    return this.#values(node, names).flatMap((value) =>
      typeof value === 'object' && 'values' in value ? [value] : [],
    );
  }

  texts(node: SchemaNode, ...names: string[]): string[] {
    const texts = this.#values(node, names).flatMap((value) =>
      typeof value === 'string'
        ? [value]
        : 'ref' in value && isAddressProperty(names[0] ?? '')
          ? [value.ref]
          : [],
    );
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }

  text(node: SchemaNode, ...names: string[]): string | undefined {
    for (const name of names) {
      const [text] = this.texts(node, name);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  person(node: SchemaNode, employer: string | undefined): SeenPerson {
    const contact = this.#contact(node);
    const title = this.text(node, 'jobTitle', 'title', 'role');
    const works = this.nodes(node, 'worksFor', 'affiliation', 'memberOf', 'workplaceHomepage').map((org) =>
      this.text(org, 'name', 'legalName'),
    );
    // an author or somebody long dead is named in parts as well, and nothing says how to reach them
    const isReached = Boolean(contact.emails ?? contact.phones ?? contact.urls ?? title ?? employer);
    const parts = isReached ? this.#nameOfParts(node) : undefined;
    return compact({
      name: this.text(node, 'name', 'fn', 'legalName') ?? parts,
      ...contact,
      faxes: this.#phones(node, 'faxNumber'),
      title,
      organisation: works.find(Boolean) ?? this.text(node, 'worksFor', 'affiliation') ?? employer,
      sure: 0.9,
    });
  }

  #nameOfParts(node: SchemaNode): string | undefined {
    const parts = ['givenName', 'additionalName', 'familyName'].map((part) => this.text(node, part));
    return parts.filter(Boolean).join(' ') || undefined;
  }

  company(node: SchemaNode): SeenCompany {
    const contact = this.#contact(node);
    const home = this.texts(node, 'url')
      .map((url) => URL.parse(url, this.#base.href))
      .find(
        (url) =>
          url !== null &&
          /^https?:$/.test(url.protocol) &&
          (url.pathname === '/' || url.host === this.#base.host),
      );
    return compact({
      name: this.text(node, 'name', 'legalName', 'alternateName'),
      domains: home ? [bareHost(home)] : undefined,
      ...contact,
      sure: 0.8,
    });
  }

  #contact(node: SchemaNode) {
    const points = [node, ...(this.#isOwn(node) ? this.nodes(node, 'contactPoint', 'contactPoints') : [])];
    const emails = points
      .flatMap((point) => this.texts(point, 'email', 'mbox'))
      .map((text) => mailAddress(text))
      .filter((text) => text !== null);
    const links = [
      ...this.texts(node, 'url', 'homepage'),
      ...this.texts(node, 'sameAs').filter((link) => profile.test(link)),
    ];
    const urls = links.map((url) => webAddress(url, this.#base)).filter((url) => url !== null);
    const place = this.nodes(node, 'address').concat(
      this.nodes(node, 'location').flatMap((location) => this.nodes(location, 'address')),
    );
    return {
      emails: list(emails),
      phones: list(points.flatMap((point) => this.#phones(point, 'telephone', 'phone', 'tel') ?? [])),
      urls: list(urls),
      address:
        this.text(node, 'address') ??
        place.map((address) => this.#address(address)).find((text) => text !== ''),
    };
  }

  /** Whether the page lies at the node's own site: elsewhere its switchboards are nobody's whom the page is about. */
  #isOwn(node: SchemaNode): boolean {
    const here = bareHost(this.#base);
    return this.texts(node, 'url').some((text) => {
      const url = URL.parse(text, this.#base.href);
      const host = url === null ? '' : bareHost(url);
      return host !== '' && (here === host || here.endsWith(`.${host}`) || host.endsWith(`.${here}`));
    });
  }

  #phones(node: SchemaNode, ...names: string[]): string[] | undefined {
    return list(
      this.texts(node, ...names)
        .map((text) => phoneNumber(text).slice(0, 60))
        .filter((text) => text.replace(/\D/g, '').length >= 3),
    );
  }

  #address(node: SchemaNode): string {
    const parts = [
      'postOfficeBoxNumber',
      'streetAddress',
      'postalCode',
      'addressLocality',
      'addressRegion',
    ].flatMap((name) => this.texts(node, name));
    const country =
      this.text(node, 'addressCountry') ??
      this.nodes(node, 'addressCountry').map((one) => this.text(one, 'name'))[0];
    return [...parts, country].filter(Boolean).join(', ');
  }

  #values(node: SchemaNode, names: readonly string[]): SchemaValue[] {
    return names
      .flatMap((name) => node.values.get(name) ?? [])
      .map((value) =>
        typeof value === 'object' && 'ref' in value ? (this.#byId.get(value.ref) ?? value) : value,
      );
  }
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

/** The number in `tel:+44-20;ext=1` or in a bare text. */
export function phoneNumber(text: string): string {
  const [, linked] = /^(?:tel|fax):([^;?]*)/i.exec(text) ?? [];
  return (linked ?? text).trim();
}

/** The address in `mailto:ann@x.example?subject=…` or in a bare text; null where there is none. */
export function mailAddress(text: string): string | null {
  const bare = text
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .trim();
  let decoded = bare;
  try {
    decoded = decodeURIComponent(bare);
  } catch {
    // A stray per cent sign is the page's own; the text is taken as it stands.
  }
  return /^[^\s@<>"(),:;]+@[^\s@<>"(),:;/]+\.[^\s@<>"(),:;/.]+$/.test(decoded) && decoded.length <= 254
    ? decoded
    : null;
}

function list(values: readonly string[]): string[] | undefined {
  return values.length === 0 ? undefined : [...new Set(values)];
}

type Compact<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that are undefined. */
export function compact<T extends object>(fields: T): Compact<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Compact<T>;
}
