import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Diary, openDiary } from './story/diary.ts';
import { type Stage, setStage } from './story/stage.ts';
import { story } from './story/story.ts';

describe('the main job, from a workspace being opened to a rep departing', () => {
  let stage: Stage;
  let diary: Diary;
  let broken = false;

  beforeAll(async () => {
    const set = await setStage(() => {});
    if (set.kind === 'unavailable') throw new Error(set.why);
    stage = set.stage;
    diary = await openDiary(null);
  });
  afterAll(() => stage?.close());

  for (const act of story) {
    test(act.title, { timeout: 300_000 }, async () => {
      if (broken) throw new Error('an earlier act failed');
      broken = true;
      diary.begin(act.title);
      await act.play(stage, diary);
      broken = false;
    });
  }
});
