import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export type Entry = { at: number; text: string; picture: string | null };
export type Chapter = {
  title: string;
  began: number;
  ended: number | null;
  entries: Entry[];
  failed: string | null;
};

/** What happened and when, with pictures; times in milliseconds since the story began. */
export type Diary = {
  chapters: Chapter[];
  begin(title: string): Chapter;
  note(text: string): void;
  /** A screenshot of a page, with what it shows. */
  picture(page: Page, caption: string): Promise<void>;
};

/** `folder` null keeps no pictures: the test needs none. */
export async function openDiary(folder: string | null): Promise<Diary> {
  const start = performance.now();
  const now = () => Math.round(performance.now() - start);
  const chapters: Chapter[] = [];
  const current = () => {
    const chapter = chapters.at(-1);
    if (chapter === undefined) throw new Error('the diary has no chapter yet');
    return chapter;
  };
  let pictures = 0;
  if (folder !== null) await mkdir(folder, { recursive: true });
  return {
    chapters,
    begin: (title) => {
      const chapter: Chapter = { title, began: now(), ended: null, entries: [], failed: null };
      chapters.push(chapter);
      return chapter;
    },
    note: (text) => {
      current().entries.push({ at: now(), text, picture: null });
    },
    picture: async (page, caption) => {
      const at = now();
      if (folder === null) return;
      pictures += 1;
      const name = `${String(pictures).padStart(2, '0')}.png`;
      await writeFile(join(folder, name), await page.screenshot());
      current().entries.push({ at, text: caption, picture: name });
    },
  };
}
