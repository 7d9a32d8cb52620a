import { openPageReader } from '../../lab/page/open-page-reader.ts';

export type HugePage = {
  name: string;
  /** It was read, and said to be read in part because it is too large. */
  saidSo: boolean;
  /** Main-thread milliseconds of the content script. */
  ms: number;
  /** Of the longest task. */
  longestTask: number;
  what: string;
};

const megabyte = 1_000_000;
/** With no script of ours in it, Chromium was seen to spend 87 s on parsing and laying out 50 MB of cards. */
const patienceMs = 300_000;
const card = '<div><h3>Ada Reed</h3><p>Sales at Reed Ltd, +44 20 7946 0018, ada@reed.example</p></div>\n';

/** Pages that no site should have, each of which must end in bounded time. */
const pages: Record<string, () => string> = {
  '50 MB of cards': () => card.repeat(Math.ceil((50 * megabyte) / card.length)),
  // Chromium's own tab dies of 100,000 levels, with no script of ours in it, and of 20,000 that it has to lay out; its parser
  // stops at 512. This is what it can hold.
  'a tree 50,000 deep': () =>
    `<p>Ada Reed, ada@reed.example</p><div id="top" style="display:none"></div><script>
     let inner = document.createElement('p');
     inner.textContent = 'bottom@reed.example';
     for (let i = 0; i < 50000; i += 1) {
       const outer = document.createElement('div');
       outer.append(inner);
       inner = outer;
     }
     document.getElementById('top').append(inner);</script>`,
  '100,000 mailto: links': () =>
    Array.from({ length: 100_000 }, (_, i) => `<a href="mailto:p${i}@reed.example">Person ${i}</a>`).join(
      '\n',
    ),
  '10 MB of JSON-LD': () => {
    const people = Array.from(
      { length: 100_000 },
      (_, i) => `{"@type":"Person","name":"Person ${i}","email":"p${i}@reed.example","jobTitle":"Sales"}`,
    );
    return `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[${people.join(',')}]}</script>`;
  },
};

export async function measureHugePages(signal: AbortSignal): Promise<HugePage[]> {
  const reader = await openPageReader(signal, patienceMs);
  const measured: HugePage[] = [];
  try {
    for (const [name, html] of Object.entries(pages)) {
      signal.throwIfAborted();
      const page = html();
      const read = await reader.read({
        url: 'http://page.example/',
        html: `<!doctype html><title>Reed</title>${page}`,
      });
      if (read.kind === 'failed') {
        measured.push({ name, saidSo: false, ms: Number.NaN, longestTask: Number.NaN, what: read.why });
        continue;
      }
      const health = read.kind === 'nothing' ? 'nothing' : read.reading.health;
      const problems = read.kind === 'nothing' ? [] : read.reading.problems;
      const saidSo = health === 'partly' && problems.includes('too-large');
      const what = `${(page.length / megabyte).toFixed(1)} MB: ${health} ${problems.join(', ')}`;
      measured.push({ name, saidSo, ...read.times, what });
    }
  } finally {
    await reader.close();
  }
  return measured;
}
