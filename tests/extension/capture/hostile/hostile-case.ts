/** A page that was written to harm its reader, and what must still be true. */
export type HostileCase = {
  /** What it tries, unique among all cases. */
  name: string;
  /** Markup of the body; a harmless card follows it, which must be read unless `control` says otherwise. */
  html?: string;
  /** Goes before everything else in the head. */
  head?: string;
  /** Runs in the page before its body is parsed; may call `trip(…)` where the reader's work reaches the page's code. */
  script?: string;
  /** The whole document, as it is served, instead of the parts above. */
  document?: string | Uint8Array;
  /** `Content-Type`, where it is not HTML. */
  type?: string;
  url?: string;
  /** Same-origin answers by path, for webmails that ask their site. */
  answers?: Readonly<Record<string, string>>;
  /** Requests that the readers may make: headers of the mail on view, from the page's own origin. */
  asks?: RegExp;
  /** Names of people or companies that must be among what is read. */
  finds?: readonly string[];
  /** Texts that must be nowhere in what is read. */
  without?: readonly string[];
  health?: 'ok' | 'partly' | 'unknown-page' | 'unhealthy';
  /** `lost`: the page keeps even the harmless card from being read, as it may. `none`: it has no such card, or is not read at all. */
  control?: 'read' | 'lost' | 'none';
};

/** The page that every case of markup is set into. */
export const CONTROL = 'Constance Control';

export function documentOf({
  document,
  head = '',
  script = '',
  html = '',
}: HostileCase): string | Uint8Array {
  if (document !== undefined) return document;
  return `<!doctype html><html><head><meta charset="utf-8"><title>A page</title><script>
window.trips = [];
window.trip = (what) => { window.trips.push(String(what)); };
${script}
</script>${head}</head><body>${html}
<p class="h-card"><a class="p-name u-url" href="https://control.example/">${CONTROL}</a></p></body></html>`;
}
