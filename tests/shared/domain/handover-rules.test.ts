import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { idSchema } from '../../../shared/domain/ids.ts';
import { memberReference } from '../../../shared/domain/member-reference.ts';
import { PROJECT } from '../../tools/project.ts';

/**
 * Names under which a schema holds the id of something that is no member. A new name for an id belongs here, or its field
 * declares a rule: there is no third way past this test.
 */
const otherIds =
  /^(?:id|person|account|accounts|touch|link|device|workspace|from|last|keep|one|other|about)$/;

type Found = { path: string; rule: unknown };

/** Every field of a schema, however deep, that holds an id which may be a member's, with the rule that it declares. */
function memberFields(
  schema: unknown,
  path: string,
  found: Found[] = [],
  seen = new Set<unknown>(),
): Found[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return found;
  seen.add(schema);
  const { entries, pipe, wrapped, item, items, options, value } = schema as Record<string, unknown>;
  for (const [name, field] of Object.entries((entries as object | undefined) ?? {})) {
    const at = `${path}.${name}`;
    if (!otherIds.test(name) && holdsId(field)) found.push({ path: at, rule: ruleOf(field) });
    memberFields(field, at, found, seen);
  }
  for (const inner of [pipe, items, options].filter(Array.isArray).flat())
    memberFields(inner, path, found, seen);
  for (const inner of [wrapped, item, value]) memberFields(inner, path, found, seen);
  return found;
}

function holdsId(schema: unknown): boolean {
  return partsOf(schema).some((part) => (part as { requirement?: unknown }).requirement === idPatternOf());
}

function idPatternOf(): unknown {
  return (idSchema.pipe[1] as { requirement: unknown }).requirement;
}

function ruleOf(schema: unknown): unknown {
  const [metadata] = partsOf(schema).filter((part) => (part as { type?: unknown }).type === 'metadata');
  return (metadata as { metadata?: { handover?: unknown } } | undefined)?.metadata?.handover;
}

/** A schema with all that it wraps and pipes through. */
function partsOf(schema: unknown): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { pipe, wrapped, item } = schema as Record<string, unknown>;
  const pipes = Array.isArray(pipe) ? pipe.slice(1).flatMap(partsOf).concat(pipe.slice(1)) : [];
  const first = Array.isArray(pipe) && pipe[0] !== schema ? partsOf(pipe[0]) : [];
  return [schema, ...pipes, ...first, ...partsOf(wrapped), ...partsOf(item)];
}

const folders = ['domain', 'protocol', 'sync'].map((folder) => join(PROJECT, 'shared', folder));
const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
const modules = await Promise.all(
  files.map(async (file) => (await import(pathToFileURL(file).href)) as Record<string, unknown>),
);

/** A schema as it is, and a plain table of schemas (the registers and sets of a kind) as the object it stands for. */
function asSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if ((value as { kind?: unknown }).kind === 'schema') return value;
  return { entries: value };
}

/**
 * Envelopes that name a member for the length of one exchange: nothing of them is stored, so nothing of them can be left
 * behind by who leaves. Whatever is added here has to be as fleeting.
 */
const fleeting = [
  'joinResponse.member',
  'meResponse.member',
  'inviteRequest.manager',
  'inviteResponse.member',
  'memberRoleRequest.manager',
];

const found = modules.flatMap((exported) =>
  Object.entries(exported).flatMap(([name, value]) => memberFields(asSchema(value), name)),
);

describe('every schema field that names a member', () => {
  it('declares what becomes of it when the member leaves', () => {
    const silent = found.filter(({ path, rule }) => rule === undefined && !fleeting.includes(path));
    expect(silent.map(({ path }) => path)).toEqual([]);
    const rules = new Set(found.map(({ rule }) => rule).filter((rule) => rule !== undefined));
    for (const rule of rules) expect(['moves', 'stays', 'closes']).toContain(rule);
  });

  it('is really found: steward, manager and witness are among them', () => {
    const paths = found.filter(({ rule }) => rule !== undefined).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['accountDecided.steward', 'memberSchema.manager', 'touchDecided.witness']),
    );
  });

  it('exempts nothing that no longer exists', () => {
    expect(fleeting.filter((path) => !found.some((field) => field.path === path))).toEqual([]);
  });

  it.each([
    ['plain', v.object({ steward: idSchema })],
    ['that may be null', v.object({ successor: v.nullable(idSchema) })],
    ['in a list', v.object({ parts: v.array(v.object({ approvedBy: idSchema })) })],
    ['in a variant', v.variant('kind', [v.object({ kind: v.literal('a'), witness: idSchema })])],
    ['of a name that nobody thought of', v.object({ reviewer: idSchema })],
    ['among many', v.object({ watchers: v.array(idSchema) })],
    ['with a length of its own', v.object({ owner: v.pipe(idSchema, v.maxLength(26)) })],
  ])('is found where somebody adds one without a rule (%s)', (_what, schema) => {
    expect(memberFields(schema, 'planted')).toMatchObject([{ rule: undefined }]);
  });

  it('has its rule read through what wraps it', () => {
    const planted = v.object({ steward: v.optional(v.nullable(memberReference('closes'))) });
    expect(memberFields(planted, 'planted')).toEqual([{ path: 'planted.steward', rule: 'closes' }]);
  });
});
