import type { Chapter, Diary, Entry } from './diary.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] as string);

/** The diary as one page of HTML that names its pictures by file, to lie beside them. */
export function diaryPage(diary: Diary, heading: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title>
<meta name="viewport" content="width=device-width"><style>
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
h2{margin-top:3rem;border-top:1px solid #8884;padding-top:1rem}time{font-variant-numeric:tabular-nums;opacity:.7;display:inline-block;min-width:6.5em}
figure{margin:1rem 0 2rem}img{max-width:100%;border:1px solid #8886;border-radius:6px}li{list-style:none}ul{padding:0}
.failed{color:#b3261e;font-weight:600}</style></head>
<body><h1>${escapeHtml(heading)}</h1>${diary.chapters.map(chapterHtml).join('\n')}</body></html>
`;
}

function chapterHtml(chapter: Chapter, index: number): string {
  const took = chapter.ended === null ? '' : ` <small>(${chapter.ended - chapter.began} ms)</small>`;
  const failed = chapter.failed === null ? '' : `<p class="failed">Failed: ${escapeHtml(chapter.failed)}</p>`;
  return `<section><h2>${index + 1}. ${escapeHtml(chapter.title)}${took}</h2><ul>${chapter.entries.map(entryHtml).join('')}</ul>${failed}</section>`;
}

function entryHtml({ at, text, picture }: Entry): string {
  const line = `<time>${at} ms</time> ${escapeHtml(text)}`;
  if (picture === null) return `<li>${line}</li>`;
  return `<li><figure><figcaption>${line}</figcaption><img src="${picture}" alt="${escapeHtml(text)}" loading="lazy"></figure></li>`;
}
