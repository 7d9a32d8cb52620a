import type { PageState } from '../db/views.ts';

/** What one reader in one frame last said. */
export type FramePart = Omit<PageState, 'tab'> & {
  frame: number;
  /** The browser's name for the document that said it, so that it can be asked for whether it still lives. */
  document: string | null;
};

const attendances = ['go', 'ask', 'never', 'off'] as const;
const healths = ['unhealthy', 'partly', 'ok', 'unknown-page'] as const;

/**
 * One state for the panel out of all frames of a tab. A webmail speaks for the whole page: what an ordinary reader makes of its
 * frames is noise. Null where no frame has said anything.
 */
export function mergeFrames(tab: number, parts: readonly FramePart[]): PageState | null {
  const inOrder = parts.toSorted((a, b) => a.frame - b.frame);
  const mail = inOrder.filter((part) => part.reader !== 'web');
  const chosen = mail.length > 0 ? mail : inOrder;
  const [first] = chosen;
  const top = inOrder[0];
  if (first === undefined || top === undefined) return null;
  const newest = chosen.toSorted((a, b) => b.at - a.at);
  const latest = newest[0] ?? first;
  const ms = chosen.reduce((sum, part) => sum + (part.ms ?? 0), 0);
  return {
    tab,
    reader: latest.reader,
    origin: top.origin,
    title: top.title,
    mailbox: chosen.find((part) => part.mailbox !== null)?.mailbox ?? null,
    attendance:
      firstOf(
        attendances,
        chosen.map((part) => part.attendance),
      ) ?? 'off',
    health:
      firstOf(
        healths,
        chosen.map((part) => part.health),
      ) ?? 'unknown-page',
    problems: [...new Set(chosen.flatMap((part) => part.problems))],
    // a frame that said so before another read something well is out of date
    stopped: latest.stopped ?? false,
    rungs: [...new Set(chosen.flatMap((part) => part.rungs ?? []))],
    people: distinct(
      newest.flatMap((part) => part.people),
      ({ seen }) => seen.emails?.[0] ?? seen.name,
    ),
    companies: distinct(
      newest.flatMap((part) => part.companies),
      ({ seen }) => seen.domains?.[0] ?? seen.name,
    ),
    touches: [...new Set(chosen.flatMap((part) => part.touches))],
    heldBack: {
      never: most(chosen, 'never'),
      bulk: most(chosen, 'bulk'),
      internal: most(chosen, 'internal'),
    },
    at: latest.at,
    ...(ms > 0 ? { ms } : {}),
  };
}

function firstOf<T>(order: readonly T[], found: readonly T[]): T | undefined {
  return order.find((one) => found.includes(one));
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string | undefined): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === undefined) return true;
    return seen.size !== seen.add(key).size;
  });
}

/** A list and the frame beside it tell of the same mail: what both held back counts once. */
function most(parts: readonly FramePart[], what: keyof PageState['heldBack']): number {
  return Math.max(...parts.map((part) => part.heldBack[what]));
}
