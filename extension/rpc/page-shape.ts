import * as v from 'valibot';

/** The shape of a page in all its frames, as one HTML file: structure and classes, and fillers for every text, name and number. */
export const pageShapeSchema = v.object({
  text: v.string(),
  frames: v.number(),
  /** Some of it was too large, or could not be read. */
  cut: v.boolean(),
});
export type PageShape = v.InferOutput<typeof pageShapeSchema>;
