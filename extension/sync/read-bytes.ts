/** Bytes as they come, to be read by line or by number. Null where the body ends before: what is left is no whole one. */
export type ByteSource = {
  line(): Promise<string | null>;
  bytes(count: number): Promise<Uint8Array<ArrayBuffer> | null>;
};

const lineFeed = 10;

/** No line of a snapshot but a segment's body, whose length is said, is longer. */
const longestLine = 4096;

/** `next` gives further bytes, or null at the end; it rejects where the body breaks off. */
export function byteSource(next: () => Promise<Uint8Array | null>): ByteSource {
  let held: Uint8Array[] = [];
  let length = 0;
  const more = async (): Promise<boolean> => {
    const chunk = await next();
    if (chunk === null) return false;
    held.push(chunk);
    length += chunk.length;
    return true;
  };
  const take = (count: number): Uint8Array<ArrayBuffer> => {
    const taken = new Uint8Array(count);
    const left: Uint8Array[] = [];
    let at = 0;
    for (const chunk of held) {
      const part = chunk.subarray(0, count - at);
      taken.set(part, at);
      at += part.length;
      if (part.length < chunk.length) left.push(chunk.subarray(part.length));
    }
    held = left;
    length -= count;
    return taken;
  };
  const lineEnd = (): number => {
    let before = 0;
    for (const chunk of held) {
      const at = chunk.indexOf(lineFeed);
      if (at !== -1) return before + at;
      before += chunk.length;
    }
    return -1;
  };
  return {
    line: async () => {
      for (;;) {
        const end = lineEnd();
        if (end !== -1) return new TextDecoder().decode(take(end + 1).subarray(0, end));
        if (length > longestLine || !(await more())) return null;
      }
    },
    bytes: async (count) => {
      while (length < count) if (!(await more())) return null;
      return take(count);
    },
  };
}
