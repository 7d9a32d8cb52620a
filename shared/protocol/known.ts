import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';

/**
 * GET /v1/known?proto=3&epoch=&view=[&all=1]: who is known of whom this device holds no row. Without `all`, accounts that the
 * member may not see; with it, everybody, for the time until a snapshot is whole. Answers `encodeKnown`'s bytes, gzipped where
 * that is taken, or a `restart` as JSON where epoch or view are others.
 *
 * A key is the first 8 bytes of an id: of an account, of a person, and of the id that a further address or domain of theirs would
 * give (identity/derived-ids.ts). So whoever is asked about is looked up by the id that they would have, and nothing in here says
 * an address or a name.
 */
export type Known = {
  epoch: number;
  view: number;
  /** Where the pool stood; it is as of then, give or take what moved while it was read. */
  seq: number;
  /** Members' ids, by their place. */
  stewards: readonly string[];
  /** Sorted. */
  keys: BigUint64Array;
  /** The place in the columns below of each key's account; `noAccount` where a person has none. */
  accountOf: Uint32Array;
  /** First 8 bytes of each account's id. */
  accounts: BigUint64Array;
  /** Place in `stewards`, or `nobody`. */
  stewardOf: Uint16Array;
  /** Days since 1970-01-01 (UTC) of the last touch; 0 where there was none. */
  lastTouch: Uint16Array;
};

export const noAccount = 0xffff_ffff;
export const nobody = 0xffff;

export type KnownMatch = {
  /** First 8 bytes of the account's id, null for a person without one. */
  account: bigint | null;
  steward: string | null;
  lastTouchDay: number | null;
};

/** What is known of the person or account that would have this id. */
export function findKnown(known: Known, id: string): KnownMatch | null {
  const at = placeOf(known.keys, idPrefix(id));
  if (at === -1) return null;
  const account = known.accountOf[at] ?? noAccount;
  if (account === noAccount) return { account: null, steward: null, lastTouchDay: null };
  return {
    account: known.accounts[account] ?? null,
    steward: known.stewards[known.stewardOf[account] ?? nobody] ?? null,
    lastTouchDay: known.lastTouch[account] || null,
  };
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id's first 8 bytes as a number that sorts as they do. */
export function idPrefix(id: string): bigint {
  let bits = 0n;
  // Thirteen letters are 65 bits.
  for (let i = 0; i < 13; i += 1) bits = (bits << 5n) | BigInt(alphabet.indexOf(id[i] ?? '0'));
  return bits >> 1n;
}

function placeOf(sorted: BigUint64Array, key: bigint): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as bigint;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const head = v.object({
  epoch: v.number(),
  view: v.number(),
  seq: v.number(),
  stewards: v.array(idSchema),
  keys: v.number(),
  accounts: v.number(),
});

/** `HFK1`, the length of a JSON head (32 bits, little-endian like all that follows), the head, and the columns one after another. */
const magic = 0x314b_4648;

export function encodeKnown(known: Known): Uint8Array<ArrayBuffer> {
  const { epoch, view, seq, stewards, keys, accountOf, accounts, stewardOf, lastTouch } = known;
  const described = {
    epoch,
    view,
    seq,
    stewards: [...stewards],
    keys: keys.length,
    accounts: accounts.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(described satisfies v.InferOutput<typeof head>));
  const columns = [keys, accountOf, accounts, stewardOf, lastTouch];
  const bytes = new Uint8Array(8 + json.length + columns.reduce((sum, column) => sum + column.byteLength, 0));
  const view32 = new DataView(bytes.buffer);
  view32.setUint32(0, magic, true);
  view32.setUint32(4, json.length, true);
  bytes.set(json, 8);
  let at = 8 + json.length;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

/** Null where these are not such bytes, or not all of them. */
export function decodeKnown(bytes: Uint8Array): Known | null {
  if (bytes.length < 8) return null;
  const view32 = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view32.getUint32(4, true);
  if (view32.getUint32(0, true) !== magic || bytes.length < 8 + length) return null;
  const described = parseHead(bytes.subarray(8, 8 + length));
  if (described === null) return null;
  const { keys, accounts, ...rest } = described;
  if (bytes.length !== 8 + length + 12 * keys + 12 * accounts) return null;
  let at = 8 + length;
  // Copied: a column of wide numbers cannot begin at any byte.
  const take = (size: number) => {
    at += size;
    return bytes.slice(at - size, at).buffer as ArrayBuffer;
  };
  return {
    ...rest,
    keys: new BigUint64Array(take(8 * keys)),
    accountOf: new Uint32Array(take(4 * keys)),
    accounts: new BigUint64Array(take(8 * accounts)),
    stewardOf: new Uint16Array(take(2 * accounts)),
    lastTouch: new Uint16Array(take(2 * accounts)),
  };
}

function parseHead(bytes: Uint8Array): v.InferOutput<typeof head> | null {
  try {
    const parsed = v.safeParse(head, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
