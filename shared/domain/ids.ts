import * as v from 'valibot';

/** 128 bits as 26 characters of Crockford base32 (lower case); derived and random ids look alike on purpose. */
export const idPattern = /^[0-9a-hjkmnp-tv-z]{26}$/;

export const idSchema = v.pipe(v.string(), v.regex(idPattern, 'not an id'));

export type DeviceId = string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixteen bytes → an id. Throws on fewer bytes: that is a bug, never input. */
export function idFromBytes(bytes: Uint8Array): string {
  if (bytes.length < 16) throw new RangeError('an id needs 16 bytes');
  let bits = 0;
  let held = 0;
  let out = '';
  for (let i = 0; i < 16; i += 1) {
    held = (held << 8) | (bytes[i] as number);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return out + alphabet[(held << (5 - bits)) & 31];
}

export type Randomness = (bytes: number) => Uint8Array;

export const systemRandomness: Randomness = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

export function randomId(random: Randomness = systemRandomness): string {
  return idFromBytes(random(16));
}

/**
 * An id whose beginning grows with time (48 bits of milliseconds, then 80 random ones), for what is written once and never looked
 * up by anything else: rows that come together then lie together, which spares the database a third of its work in an import.
 */
export function timedId(now: number, random: Randomness = systemRandomness): string {
  const bytes = random(16);
  let ms = Math.max(0, Math.floor(now));
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  return idFromBytes(bytes);
}
