import * as v from 'valibot';
import type { PageState } from '../db/views.ts';
import type { Result } from '../rpc/notice.ts';
import type { PageShape } from '../rpc/page-shape.ts';

const frameShape = v.object({ url: v.string(), html: v.string(), cut: v.boolean() });

export type ShapeParts = {
  /** Runs the script that shapes a document in every frame of a tab. Rejects where the browser does not let it. */
  shapes(tab: number): Promise<{ frame: number; result: unknown }[]>;
  state(tab: number): Promise<PageState | null>;
  /** Of the extension. */
  version: string;
};

const mostFrames = 30;

/**
 * The shape of what a tab shows, to be looked at and saved by the person: nothing of it is kept or sent. What the readers said
 * of the page stands above it, in codes.
 */
export async function shapeOfTab(
  tab: number,
  { shapes, state, version }: ShapeParts,
): Promise<Result<PageShape>> {
  let results: Awaited<ReturnType<ShapeParts['shapes']>>;
  try {
    results = await shapes(tab);
  } catch (error) {
    return { ok: false, notice: { kind: 'forbidden', detail: String(error) } };
  }
  const frames = results
    .toSorted((a, b) => a.frame - b.frame)
    .flatMap(({ result }) => {
      const parsed = v.safeParse(frameShape, result);
      return parsed.success ? [parsed.output] : [];
    });
  const given = frames.slice(0, mostFrames);
  const sections = given.map(({ url, html }, i) => `<!-- frame ${i}: ${commented(url)} -->\n${html}`);
  const text = `${heading(version, await state(tab))}\n${sections.join('\n')}`;
  const cut = results.length > given.length || given.some((one) => one.cut);
  return { ok: true, value: { text, frames: given.length, cut } };
}

function heading(version: string, state: PageState | null): string {
  const { reader, health, problems = [], rungs = [], stopped = false } = state ?? {};
  const said = [reader, health, stopped ? 'stopped' : '', ...problems, ...rungs].filter(Boolean).join(', ');
  return `<!-- The shape of a page, made by Holdfast ${version}: every text, name, address and number is replaced. ${commented(said)} -->`;
}

/** Nothing can end a comment but what ends it here. */
function commented(text: string): string {
  return text.replace(/-{2,}|[<>]/g, '');
}
