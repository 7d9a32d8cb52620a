import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageText, pageText } from '../../../../shared/capture/page-text.ts';
import { mostLines, mostText } from '../../../../shared/capture/page-text-limits.ts';
import { openReader, type ReaderInChromium } from './reader-in-chromium.ts';

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('extension/capture/web/page-text.ts');
});
afterAll(() => chromium?.close());

const whole = `(() => {
  const collecting = reader.collectPageText(document);
  collecting.more(() => false);
  return collecting.text();
})()`;

async function linesOf(html: string): Promise<PageText['lines']> {
  return (await textOf(html)).lines;
}

async function textOf(html: string, expression = whole): Promise<PageText> {
  const { value } = await chromium.read('https://lines.example/', html, expression);
  return v.parse(pageText, value);
}

describe('lines of a page', () => {
  test('visible text alone, with what it is', async () => {
    const lines = await linesOf(`<title>Team</title><style>p{color:red}</style><script>var a = 'Ann';</script>
      <noscript>No script</noscript><template><p>Later</p></template><p hidden>Hidden</p>
      <h2>Our team</h2><ul><li>Ann Moor<li><b>Bob Kaya</b>, Buyer</ul><dl><dt>Tel<dd>020 7946 0101</dl>
      <svg><text>Drawn</text></svg><select><option>Chosen</select><address>4 Kiln Lane</address>`);
    expect(lines.map(({ kind, text, bold }) => [kind, text, bold])).toEqual([
      ['title', 'Team', undefined],
      ['h2', 'Our team', undefined],
      ['li', 'Ann Moor', undefined],
      ['li', 'Bob Kaya, Buyer', 8],
      ['term', 'Tel', undefined],
      ['definition', '020 7946 0101', undefined],
      ['address', '4 Kiln Lane', undefined],
    ]);
  });

  test('a block’s lines share more blocks with each other than with the next block’s', async () => {
    const lines = await linesOf(
      '<main><div><h3>Ann Moor</h3><p>Buyer</p></div><div><h3>Bob Kaya</h3><p>Engineer</p></div></main>',
    );
    expect(lines.map(({ text, depth, shared }) => [text, depth, shared])).toEqual([
      ['Ann Moor', 5, 0],
      ['Buyer', 5, 4],
      ['Bob Kaya', 5, 3],
      ['Engineer', 5, 4],
    ]);
  });

  test('rows and columns, also of a table within a cell', async () => {
    const lines = await linesOf(
      '<table><tr><th>Name<th>Phone<tr><td>Ann<td><table><tr><td>101<td>102</table><tr><td>Bob<td>103</table>',
    );
    expect(lines.map(({ text, cell }) => [text, cell])).toEqual([
      ['Name', [0, 0, 0]],
      ['Phone', [0, 0, 1]],
      ['Ann', [0, 1, 0]],
      ['101', [1, 0, 0]],
      ['102', [1, 0, 1]],
      ['Bob', [0, 2, 0]],
      ['103', [0, 2, 1]],
    ]);
  });

  test('where links lead, and words that only an element sets apart', async () => {
    const lines =
      await linesOf(`<p><a href="mailto:ann%40moor.example?subject=Hi">Write</a> <a href="tel:+442079460101">Call</a>
      <p><span>Ann Moor</span><span>Buyer</span> and&nbsp;&nbsp;&nbsp;&nbsp;Bob
      <nav><a href="/a">Home</a> <a href="/b">About</a></nav>`);
    expect(lines).toMatchObject([
      { text: 'Write', emails: ['ann@moor.example'] },
      { text: 'Call', phones: ['+442079460101'] },
      { text: 'Ann Moor\tBuyer and\tBob' },
    ]);
  });

  test('of long prose what stands around numbers, addresses and names', async () => {
    const dull = 'and so it went on for a good while without anything that anybody could want to know ';
    const lines = await linesOf(
      `<p>${dull.repeat(5)}until Ann Moor called 020 7946 0101 ${dull.repeat(5)}</p><p>${dull.repeat(9)}`,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.kind).toBe('prose');
    expect(lines[0]?.text).toContain('Ann Moor called 020 7946 0101');
    expect(lines[0]?.text.length).toBeLessThan(400);
  });

  test('the page’s own word for its language, name and place', async () => {
    const text = await textOf(`<html lang="de-CH"><link rel="canonical" href="https://www.moor.example/team">
      <meta property="og:site_name" content="Moor &amp; Söhne"><div class="logo"><img src="/l.png" alt="Moor"></div>`);
    expect(text).toMatchObject({
      lang: 'de-CH',
      hosts: ['www.moor.example'],
      lines: [
        { kind: 'site-name', text: 'Moor & Söhne' },
        { kind: 'logo', text: 'Moor', zones: ['logo'] },
      ],
    });
  });
});

describe('a page cannot make its reader fail or hang', () => {
  test('forms whose fields shadow every property', async () => {
    const names = [
      'nodeType',
      'localName',
      'firstChild',
      'nextSibling',
      'parentNode',
      'data',
      'getAttribute',
      'attributes',
    ];
    const lines = await linesOf(
      `<form>${names.map((name) => `<input name=${name}>`).join('')}<p>Ann Moor</p></form>`,
    );
    expect(lines.map(({ text }) => text)).toEqual(['Ann Moor']);
  });

  test('very much text keeps to its limits, and the end of the page is there', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `<p>Line number ${i} of a very long page`).join('');
    const lines = await linesOf(`<h1>Begin</h1>${many}<footer>© 2026 Moor</footer>`);
    expect(lines.length).toBeLessThanOrEqual(mostLines);
    expect(lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(mostText);
    expect([lines[0]?.text, lines.at(-1)?.text]).toEqual(['Begin', '© 2026 Moor']);
  });

  test('it stops when told to, goes on where it was, and ends after 30,000 nodes', async () => {
    const page = '<p>Ann<b>Moor</b>'.repeat(20_000);
    const steps = `(() => {
      const collecting = reader.collectPageText(document);
      let steps = 1;
      while (collecting.more(() => true)) steps += 1;
      return { ...collecting.text(), hosts: [String(steps)] };
    })()`;
    const text = await textOf(page, steps);
    expect(text.hosts).toEqual(['300']);
    expect(new Set(text.lines.map((line) => line.text))).toEqual(new Set(['Ann\tMoor']));
  });

  test('a tree 100,000 deep', async () => {
    const deep = `(() => {
      const tree = document.implementation.createHTMLDocument('Deep');
      let at = tree.body;
      for (let i = 0; i < 100000; i += 1) at = at.appendChild(tree.createElement('div'));
      at.textContent = 'Ann Moor';
      const collecting = reader.collectPageText(tree);
      collecting.more(() => false);
      return collecting.text();
    })()`;
    expect((await textOf('', deep)).lines.map(({ text }) => text)).toEqual(['Deep']);
  });
});
