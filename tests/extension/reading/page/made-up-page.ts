import { interpretPage } from '../../../../extension/reading/page/interpret-page.ts';
import type { PageLine, PageText } from '../../../../shared/capture/page-text.ts';
import type { SeenCompany, SeenPerson } from '../../../../shared/capture/seen.ts';

export type MadeUpLine = string | (Partial<PageLine> & { text: string });

/** The lines of a made-up page: text in one block, unless a line says where it stands. */
export function pageOf(lines: readonly MadeUpLine[], lang = '', hosts: string[] = []): PageText {
  return {
    lang,
    hosts,
    lines: lines.map((line, at) => {
      const given = typeof line === 'string' ? { text: line } : line;
      const depth = given.depth ?? 3;
      return { kind: 'text', shared: at === 0 ? 0 : depth, ...given, depth };
    }),
  };
}

export type Described = { people?: SeenPerson[]; companies?: SeenCompany[]; host?: string; lang?: string };

export function interpreted(lines: readonly MadeUpLine[], described: Described = {}) {
  const { people = [], companies = [], host = 'page.example', lang = '' } = described;
  return interpretPage({ people, companies, text: pageOf(lines, lang), host });
}

/** A card of its own: a block two deep below what the cards share. */
export function card(...lines: readonly MadeUpLine[]): MadeUpLine[] {
  return lines.map((line, at) => {
    const given = typeof line === 'string' ? { text: line } : line;
    return { depth: 6, shared: at === 0 ? 4 : 5, ...given };
  });
}
