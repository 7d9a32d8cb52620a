import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDiary } from './story/diary.ts';
import { diaryPage } from './story/diary-page.ts';
import { setStage } from './story/stage.ts';
import { story } from './story/story.ts';

const folder = fileURLToPath(new URL('out/', import.meta.url));
const say = (line: string) => console.log(line);

await rm(folder, { recursive: true, force: true });
const set = await setStage(say);
if (set.kind === 'unavailable') {
  say(`The demo cannot play here: ${set.why}`);
  process.exit(1);
}
const { stage } = set;
process.once('SIGINT', () => void stage.close().then(() => process.exit(130)));
const diary = await openDiary(folder);
let failed = false;
try {
  for (const act of story) {
    const chapter = diary.begin(act.title);
    say(act.title);
    try {
      await act.play(stage, diary);
    } catch (error) {
      failed = true;
      chapter.failed = error instanceof Error ? error.message : String(error);
      console.error(error);
      for (const actor of [stage.admin, stage.a, stage.b]) {
        await diary.picture(actor.dashboard, `${actor.name}’s dashboard when it failed`).catch(() => {});
      }
      break;
    } finally {
      chapter.ended = Math.round(performance.now());
    }
  }
} finally {
  await writeFile(join(folder, 'index.html'), diaryPage(diary, 'Holdfast: the main job, played'));
  await stage.close();
}
say(failed ? 'The story failed; see tests/e2e/out/index.html.' : 'Played. See tests/e2e/out/index.html.');
process.exit(failed ? 1 : 0);
