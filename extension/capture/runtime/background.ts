import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import type { ReaderId } from '../../../shared/domain/sighting.ts';
import type { PagePolicy } from '../../../shared/policy/page-policy.ts';

type Visit = { reader: { id: ReaderId; version: number }; origin: string; mailbox: string | null };
type Attendance = { kind: 'go'; policy: PagePolicy } | { kind: 'ask' | 'never' | 'off' };
export type Acknowledgement =
  | { kind: 'recorded' }
  | { kind: 'nothing' }
  | { kind: 'failed'; notice: { kind: string } };

/**
 * The background as capture needs it; the page's end of the call map (`extension/rpc`) fits it. Capture knows nothing of
 * ports, so that a test can run the shipped readers on any page.
 */
export type Background = {
  attend(visit: Visit): Promise<Attendance>;
  capture(reading: PageReading): Promise<Acknowledgement>;
};

/** The same for ordinary pages. Each is one attempt: null where nobody answered. */
export type PageBackground = {
  attend(visit: Visit): Promise<Attendance | null>;
  /** An ordinary page, to be read in the extension. */
  readPage(snapshot: PageSnapshot): Promise<Acknowledgement | null>;
  /** The page is a webmail's, which has a script of its own. */
  foundWebmail(found: {
    reader: 'roundcube' | 'sogo';
  }): Promise<{ kind: 'handed-over' | 'nothing' | 'failed' } | null>;
};
