import type { ChartPoint, SignalRule } from '../../../shared/yield/p-chart.ts';
import type { ReaderHealth } from '../../../shared/yield/reader-health.ts';
import { type CountedReader, startOfDay } from '../../../shared/yield/yield-counts.ts';
import { interfaceLanguage, say, sayCount, type WordKey } from './say.ts';

/** A webmail calls itself so in every language. */
const names: Record<CountedReader, string> = {
  roundcube: 'Roundcube',
  sogo: 'SOGo',
  gmail: 'Gmail',
  outlook: 'Outlook',
};
export const readerName = (reader: CountedReader): string => names[reader];

const fellBy: Record<SignalRule | 'drift', WordKey> = {
  beyond: 'capture.fell.beyond',
  'two-of-three': 'capture.fell.twoOfThree',
  run: 'capture.fell.run',
  drift: 'capture.fell.drift',
};
const roseBy: Record<SignalRule, WordKey> = {
  beyond: 'capture.rose.beyond',
  'two-of-three': 'capture.rose.twoOfThree',
  run: 'capture.rose.run',
};

/** A version that comes on a Friday evening is first met on a Monday. */
const weekendDays = 3;

/** Without mails for so long one may wonder, over a holiday too. */
const quietDays = 7;

/** A share, 0…1, without decimals, but never 100 % where something is missing, nor 0 % where there is something. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const whole = share < 1 ? Math.min(99, share > 0 ? Math.max(1, rounded) : 0) : 100;
  return new Intl.NumberFormat(interfaceLanguage(), { style: 'percent' }).format(whole / 100);
}

/** A UTC day with its weekday: the counts of a day are of that day everywhere. */
export function dayDate(day: number): string {
  const form: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(interfaceLanguage(), form).format(startOfDay(day));
}

/** A UTC day where there is little room. */
export function shortDate(day: number): string {
  const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(interfaceLanguage(), form).format(startOfDay(day));
}

/** All that is known of one day's point. */
export function pointWords(point: ChartPoint): string {
  const { day, n, good, share, centre } = point;
  const words = [sayCount('capture.point', n, good, dayDate(day), percent(share))];
  if (centre !== null) words.push(say('capture.pointUsual', percent(centre), limitWords(point)));
  if (point.signal !== null) words.push(standsOut(point));
  return words.join(' ');
}

/** Why a point is marked; empty where it is not. */
export function standsOut({ signal }: ChartPoint): string {
  if (signal === null) return '';
  return say(signal.side === 'fell' ? fellBy[signal.rule] : roseBy[signal.rule]);
}

/** From where to where a day of that size lies within chance. */
export function limitWords(point: ChartPoint | null): string {
  if (point?.centre == null) return '–';
  if (point.lower === null && point.upper === null) return say('capture.noLimit');
  return say('capture.range', percent(point.lower ?? 0), percent(point.upper ?? 1));
}

/** The state of a reader in a word or two. */
export function yieldState({ verdict, idle }: ReaderHealth): { good: boolean; word: string } {
  if (verdict.kind === 'fell') return { good: false, word: say('capture.state.fell') };
  if (idle !== null) return { good: false, word: say('capture.state.idle') };
  if (verdict.kind === 'poor') return { good: false, word: say('capture.state.poor') };
  if (verdict.kind === 'learning' || verdict.kind === 'nothing') {
    return { good: true, word: say('capture.state.learning') };
  }
  return { good: true, word: say('capture.state.usual') };
}

/** What there is to say of a reader, the most important first. `today`: the worker's UTC day. */
export function yieldSentences(health: ReaderHealth, today: number): string[] {
  const { idle, days } = health;
  const sentences = [verdictSentence(health, today)];
  const fell = health.verdict.kind === 'fell' ? health.verdict.since : (idle?.since ?? null);
  if (idle !== null) {
    const { n, good, since, usual } = idle;
    const words = sayCount('capture.idle', n, good, dayDate(since), percent(usual));
    if (health.verdict.kind === 'fell') sentences.push(words);
    else sentences.unshift(words);
  }
  if (fell !== null) {
    const begun = health.newVersions.findLast(({ day }) => day <= fell && fell - day <= weekendDays);
    if (begun !== undefined) sentences.push(say('capture.withVersion', begun.version));
    sentences.push(say('capture.todo'));
  }
  const last = days.findLast(({ seen }) => seen > 0);
  if (last !== undefined && today - last.day > quietDays) {
    sentences.push(say('capture.quiet', dayDate(last.day)));
  }
  if (last?.point != null && last.point.centre !== null && !last.point.firm) {
    sentences.push(say('capture.provisional'));
  }
  return sentences;
}

function verdictSentence({ verdict }: ReaderHealth, today: number): string {
  switch (verdict.kind) {
    case 'nothing':
      return say('capture.nothing');
    case 'learning':
      return `${sayCount('capture.soFar', verdict.n, verdict.good)} ${say('capture.learning')}`;
    case 'fell':
      return sayCount(
        'capture.fallen',
        verdict.n,
        verdict.good,
        dayDate(verdict.since),
        percent(verdict.usual),
      );
    case 'rose':
      return sayCount(
        'capture.risen',
        verdict.n,
        verdict.good,
        dayDate(verdict.since),
        percent(verdict.usual),
      );
    case 'poor':
      return say('capture.poor', percent(verdict.usual));
    case 'usual':
      if (verdict.day === today) return sayCount('capture.usual.today', verdict.n, verdict.good);
      if (verdict.day === today - 1) return sayCount('capture.usual.yesterday', verdict.n, verdict.good);
      return sayCount('capture.usual.on', verdict.n, verdict.good, dayDate(verdict.day));
    default:
      return verdict satisfies never;
  }
}
