/** `words` stand in the page's text and everywhere else; `names` are glued to words in ids and classes. */
export type Planted = { words: readonly string[]; names: readonly string[] };

const attributes = [
  ...[
    'class',
    'id',
    'title',
    'alt',
    'aria-label',
    'placeholder',
    'value',
    'name',
    'content',
    'summary',
    'label',
    'email',
  ],
  ...[
    'data-id',
    'data-message-id',
    'data-hovercard-id',
    'data-testid',
    'ng-bind',
    'ng-click',
    'md-theme',
    'ui-view',
  ],
  ...[
    'href',
    'src',
    'action',
    'cite',
    'poster',
    'srcset',
    'itemid',
    'itemprop',
    'style',
    'onclick',
    'srcdoc',
    'for',
  ],
  ...[
    'role',
    'type',
    'dir',
    'lang',
    'rel',
    'headers',
    'aria-describedby',
    'nonce',
    'download',
    'pattern',
    'accept',
  ],
];

/** A page that says each word in every kind of node and attribute, plainly, within an address, encoded and glued to others. */
export function plantedPage({ words, names }: Planted): string {
  const text = words.join(' ');
  const quoted = (value: string) =>
    value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const everywhere = words.flatMap((word, i) => {
    const base64 = Buffer.from(word).toString('base64');
    const hex = [...Buffer.from(word)].map((byte) => `%${byte.toString(16)}`).join('');
    const values = [
      word,
      `a-${word}_b`,
      `x${word}y`,
      `https://${word}.example/${word}?${word}=${hex}#${word}`,
    ];
    values.push(`mailto:${word}@${word}.example`, `data:text/plain;base64,${base64}`, `rcmli${base64}A1`);
    values.push(...names.map((name) => `${name}${word}`), `url(${word})`, `call('${word}')`);
    return attributes.map((name, at) => {
      const value = values[(i + at) % values.length] ?? word;
      return `<span ${name}="${quoted(value)}" ${name}2="${quoted(word)}">${quoted(word)}</span>`;
    });
  });
  const tags = words.filter((word) => /^[a-z]+$/i.test(word));
  return `<!doctype html><!-- ${text} --><html lang="en"><head><title>${quoted(text)}</title>
<meta name="author" content="${quoted(text)}"><style>.x::after { content: "${quoted(text)}" }</style>
<script type="application/json">{"user": "${quoted(text)}"}</script></head><body>
${everywhere.join('\n')}
${tags.map((tag) => `<p data-${tag}="1"><x-${tag}>${tag}</x-${tag}></p>`).join('')}
<textarea>${quoted(text)}</textarea><select><option value="${quoted(text)}">${quoted(text)}</option></select>
<input value="${quoted(text)}"><noscript>${quoted(text)}</noscript><template><p>${quoted(text)}</p></template>
<svg><title>${quoted(text)}</title><text>${quoted(text)}</text><path d="M0 0" id="${quoted(words[0] ?? '')}"/></svg>
<div><template shadowrootmode="open"><p class="${quoted(words[0] ?? '')}">${quoted(text)}</p></template></div>
<iframe srcdoc="${quoted(text)}"></iframe></body></html>`;
}
