import type { TouchView } from '../../db/views.ts';
import { interfaceLanguage, say, sayCount } from './say.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Start of the local day in which `ms` lies. */
function dayOf(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** 14:02, in the way of the person's region. */
export function clockTime(ms: number): string {
  return new Intl.DateTimeFormat(interfaceLanguage(), { hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** A date without its time. */
export function calendarDate(ms: number): string {
  return new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium' }).format(ms);
}

/** Everything that is known of the moment, for a tooltip: in the browser's own locale. */
export function wholeMoment(ms: number, precision: TouchView['precision'] = 'second'): string {
  const form: Intl.DateTimeFormatOptions =
    precision === 'day' ? { dateStyle: 'full' } : { dateStyle: 'full', timeStyle: 'short' };
  return new Intl.DateTimeFormat(undefined, form).format(ms);
}

/** How long ago, in words, as exactly as a person would say it. `precision` day: no time of day is claimed. */
export function ago(ms: number, now: number, precision: TouchView['precision'] = 'second'): string {
  const days = Math.round((dayOf(now) - dayOf(ms)) / day);
  if (days === 0 && precision === 'day') return say('time.today');
  const passed = now - ms;
  if (passed >= 0 && passed < minute) return say('time.now');
  if (passed >= 0 && passed < hour) return sayCount('time.minutes', Math.floor(passed / minute));
  if (days === 0) return say('time.todayAt', clockTime(ms));
  if (days === 1) return say('time.yesterday');
  if (days > 1 && days < 7) return sayCount('time.days', days);
  return calendarDate(ms);
}

/** Since when: the time of day alone where it was today. */
export function since(ms: number, now: number): string {
  return dayOf(ms) === dayOf(now) ? clockTime(ms) : say('time.dateAndTime', calendarDate(ms), clockTime(ms));
}
