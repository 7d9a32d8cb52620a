const longest = 998;
const bracketed = /<([^<>]{1,998})>/g;

/** The id of a `Message-ID` header without its brackets, white space taken out; null where there is none. */
export function messageIdOf(value: string): string | null {
  const id = (/<([^<>]*)>/.exec(value)?.[1] ?? value).replace(/\s+/g, '');
  return id === '' || id.length > longest ? null : id;
}

/** What a mail answers, from `References` and `In-Reply-To`, the newest last, at most the last 100. */
export function answeredIds(references: readonly string[], inReplyTo: readonly string[]): string[] {
  const ids = [...references, ...inReplyTo].flatMap((value) =>
    [...value.slice(0, 100_000).matchAll(bracketed)].map((match) => (match[1] as string).replace(/\s+/g, '')),
  );
  // the id named in In-Reply-To is usually the last of References too: its last place counts
  return [...new Set(ids.reverse())].reverse().slice(-100);
}
