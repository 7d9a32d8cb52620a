import type { Diary } from './diary.ts';
import type { Stage } from './stage.ts';

/** One step of the story: it plays, looks for itself, and throws where what it sees is wrong. */
export type Act = { title: string; play(stage: Stage, diary: Diary): Promise<void> };
