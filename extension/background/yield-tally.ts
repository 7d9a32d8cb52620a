import type { PageReading } from '../../shared/capture/page-reading.ts';
import type { SeenMail } from '../../shared/capture/seen.ts';
import { countsOfReading } from '../../shared/yield/view-outcome.ts';
import { noCounts } from '../../shared/yield/yield-counts.ts';
import type { YieldGain } from '../db/add-yields.ts';
import type { PageCaller } from './caller.ts';

type Place = Omit<YieldGain, 'counts'>;

/** One tab with a webmail: which document it was opened with, and what keeps a view from being counted twice. */
type TabTally = {
  tab: number;
  opened: (Place & { document: string | null; used: boolean }) | null;
  blind: { document: string | null; at: number } | null;
};

/** What is remembered while the browser runs, in memory only. `mails`: numbers that stand for mails counted before, newest last. */
export type Tally = { mails: number[]; tabs: TabTally[] };
export const emptyTally: Tally = { mails: [], tabs: [] };

/** `at`: milliseconds since the epoch; `place.day` is its UTC day. */
export type Moment = { caller: PageCaller; place: Place; at: number };
export type Tallied = { tally: Tally; gains: YieldGain[] };

const mostMails = 500;
const mostTabs = 50;
/** A page of which the person cannot be asked tries again at each click: about as often as somebody turns to another mail. */
const blindMs = 60_000;

/** A webmail's page may be read. Counted once for each whole page: mails that open in frames belong to the one around them. */
export function tallyOpening(tally: Tally, { caller, place }: Moment): Tallied {
  const before = tabOf(tally, caller.tab);
  const known = before.opened !== null && before.opened.document === caller.document;
  if (caller.frame !== 0 || known) return { tally, gains: [] };
  const opened = { ...place, document: caller.document, used: false };
  return { tally: withTab(tally, { ...before, opened }), gains: [gain(place, { opened: 1 })] };
}

/** A mail is on view, and the reader does not see whose mailbox it is, so that it may not read: as good as refused. */
export function tallyBlind(tally: Tally, { caller, place, at }: Moment): Tallied {
  const before = tabOf(tally, caller.tab);
  const { blind } = before;
  if (blind !== null && blind.document === caller.document && at - blind.at < blindMs) {
    return { tally, gains: [] };
  }
  const after = withTab(tally, { ...before, blind: { document: caller.document, at } });
  return { tally: after, gains: [gain(place, { seen: 1, refused: 1 })] };
}

/** A reading has been taken. `prints` stand for its mails, in order: equal for the same mail. */
export function tallyReading(
  tally: Tally,
  moment: Moment,
  reading: PageReading,
  prints: readonly number[],
): Tallied {
  const { caller, place } = moment;
  const known = new Set(tally.mails);
  const fresh = reading.mails.filter((_mail, i) => known.size !== known.add(prints[i] ?? i).size);
  const gains = [{ ...place, counts: countsOfReading(reading, fresh) }];
  const after = { ...tally, mails: [...known].slice(-mostMails) };
  const before = tabOf(tally, caller.tab);
  const { opened } = before;
  if (opened === null || opened.used || opened.reader !== place.reader) return { tally: after, gains };
  gains.push(gain(opened, { used: 1 }));
  return { tally: withTab(after, { ...before, opened: { ...opened, used: true } }), gains };
}

/** A number for a mail that the same mail has again, wherever it is read, and that says nothing of it. */
export async function printOf({ messageId, from, subject, date }: SeenMail): Promise<number> {
  const minute = date.precision === 'seen' ? null : Math.floor(date.ms / 60_000);
  const text = JSON.stringify(messageId ?? [from?.email, subject, minute]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new DataView(hash).getUint32(0) * 2 ** 20 + (new DataView(hash).getUint32(4) >>> 12);
}

function tabOf({ tabs }: Tally, tab: number): TabTally {
  return tabs.find((one) => one.tab === tab) ?? { tab, opened: null, blind: null };
}

function withTab(tally: Tally, tab: TabTally): Tally {
  return { ...tally, tabs: [...tally.tabs.filter((one) => one.tab !== tab.tab), tab].slice(-mostTabs) };
}

function gain({ day, reader, version }: Place, some: Partial<YieldGain['counts']>): YieldGain {
  return { day, reader, version, counts: { ...noCounts, ...some } };
}
