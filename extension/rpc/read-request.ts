import * as v from 'valibot';
import type { PageReading } from '../../shared/capture/page-reading.ts';
import { type PageSnapshot, pageSnapshot } from '../../shared/capture/page-snapshot.ts';
import type { PagePolicy } from '../../shared/policy/page-policy.ts';
import { pagePolicy } from '../../shared/policy/page-policy-schema.ts';

/** Background → the document that reads pages for it. Answered with a reading, or null where it could not be read. */
export const readRequest = v.object({
  kind: v.literal('read-snapshot'),
  snapshot: pageSnapshot,
  policy: pagePolicy,
});
export type ReadRequest = v.InferOutput<typeof readRequest>;

/** What reads a page from its text; `pause` resolves when others had their turn. */
export type ReadSnapshot = (
  snapshot: PageSnapshot,
  policy: PagePolicy,
  pause: () => Promise<void>,
) => Promise<PageReading>;
