import { idPattern } from '../domain/ids.ts';
import { readerId } from '../domain/sighting.ts';
import { timePrecision, touchRole } from '../domain/touch.ts';
import { rankSchema } from '../sync/register.ts';
import type { Operation } from './operation.ts';

/**
 * Whether `operationSchema` takes this write and would give it back unchanged. False says nothing: whoever asks then asks the
 * schema, so that there is one verdict and one wording of a refusal.
 *
 * Written by hand because a push of five hundred imported records spent most of its time in the schema. Removals, commands and
 * whatever is unusual are left to it.
 */
export function isPlainOperation(value: unknown): value is Operation {
  if (!isObject(value) || value.type !== 'write' || countOf(value) !== 4) return false;
  const { id, stamp, changes } = value;
  return isId(id) && isStamp(stamp) && isList(changes, 400, isPlainChange) && changes.length > 0;
}

const stampPattern = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{1,26}$/;
const namePattern = /^[a-z][A-Za-z]{0,40}$/;
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

const registerKinds = new Set<unknown>(['account', 'person', 'affiliation', 'note']);
/** What can have been read off a page. */
const readKinds = new Set<unknown>(['account', 'person', 'affiliation']);
const ranks = new Set<unknown>(rankSchema.options);
const roles = new Set<unknown>(touchRole.options);
const precisions = new Set<unknown>(timePrecision.options);
const readers = new Set<unknown>(readerId.options);
/** Keys that a schema of a record leaves out. */
const inherited = new Set(['__proto__', 'prototype', 'constructor']);

function isPlainChange(change: unknown): boolean {
  if (!isObject(change) || !isId(change.id)) return false;
  if (change.on === 'touch') return countOf(change) === 3 && isTouch(change.fact);
  if (change.on === 'sighting') return countOf(change) === 3 && isSighting(change.fact);
  if (!registerKinds.has(change.on) || !ranks.has(change.rank)) return false;
  let entries = 3;
  if (change.set !== undefined) {
    entries += 1;
    if (!isRecord(change.set, namePattern, isValue)) return false;
  }
  if (change.add !== undefined) {
    entries += 1;
    if (!isRecord(change.add, namePattern, isValues)) return false;
  }
  return countOf(change) === entries;
}

function isTouch(fact: unknown): boolean {
  return (
    isObject(fact) &&
    countOf(fact) === 10 &&
    fact.channel === 'email' &&
    (fact.direction === 'in' || fact.direction === 'out') &&
    isNumber(fact.at) &&
    precisions.has(fact.precision) &&
    isNullOr(fact.subject, (text) => isText(text, 500)) &&
    isList(fact.people, 200, isTouchedPerson) &&
    isList(fact.accounts, 200, isId) &&
    isList(fact.ours, 200, isOurs) &&
    isNullOr(fact.strong, isKey) &&
    isNullOr(fact.weak, isKey)
  );
}

function isSighting(fact: unknown): boolean {
  return (
    isObject(fact) &&
    countOf(fact) === 7 &&
    isObject(fact.subject) &&
    countOf(fact.subject) === 2 &&
    readKinds.has(fact.subject.kind) &&
    isId(fact.subject.id) &&
    isNullOr(fact.touch, isId) &&
    isSource(fact.source) &&
    isNumber(fact.seenAt) &&
    isObject(fact.reader) &&
    countOf(fact.reader) === 2 &&
    readers.has(fact.reader.id) &&
    isNumber(fact.reader.version) &&
    isRecord(fact.read, null, isReading) &&
    isNumber(fact.sure) &&
    fact.sure >= 0 &&
    fact.sure <= 1
  );
}

function isSource(source: unknown): boolean {
  return (
    isObject(source) &&
    countOf(source) === 3 &&
    isText(source.origin, 300) &&
    isNullOr(source.title, (text) => isText(text, 300)) &&
    isNullOr(source.path, (text) => isText(text, 1000))
  );
}

function isTouchedPerson(one: unknown): boolean {
  return isObject(one) && countOf(one) === 2 && isId(one.person) && roles.has(one.role);
}

function isOurs(one: unknown): boolean {
  return isObject(one) && countOf(one) === 2 && isText(one.email, 254) && roles.has(one.role);
}

function isReading(read: unknown): boolean {
  return isText(read, 4000) || isList(read, 50, (one) => isText(one, 500));
}

function isValue(value: unknown): boolean {
  return isText(value, 4000);
}

function isValues(values: unknown): boolean {
  return isList(values, 100, (one) => isText(one, 500) && one.length > 0);
}

function isRecord(
  value: unknown,
  names: RegExp | null,
  fits: (value: unknown) => boolean,
): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  for (const name of Object.keys(value)) {
    if (inherited.has(name) || (names !== null && !names.test(name)) || !fits(value[name])) return false;
  }
  return true;
}

function isList(value: unknown, most: number, fits: (value: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.length <= most && value.every(fits);
}

function isNullOr(value: unknown, fits: (value: unknown) => boolean): boolean {
  return value === null || fits(value);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && idPattern.test(value);
}

function isStamp(value: unknown): boolean {
  return typeof value === 'string' && stampPattern.test(value);
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && keyPattern.test(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countOf(value: object): number {
  return Object.keys(value).length;
}
