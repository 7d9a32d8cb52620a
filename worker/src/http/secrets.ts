import { base64url } from '../../../shared/domain/base64url.ts';

export type Secret = { secret: string; hash: string };

/** A new secret of 256 bits, and the only form of it that is kept. */
export function newSecret(): Promise<Secret> {
  return secretOf(base64url(crypto.getRandomValues(new Uint8Array(32))));
}

export async function secretOf(secret: string): Promise<Secret> {
  return { secret, hash: await sha256(secret) };
}

/** SHA-256 of the text as UTF-8, in hex. */
export async function sha256(text: string): Promise<string> {
  return new Uint8Array(await digest(text)).toHex();
}

/** Compares digests, so that the time says nothing about either text nor their lengths. An empty secret equals nothing. */
export async function isSameSecret(given: string, expected: string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(given), digest(expected)]);
  return crypto.subtle.timingSafeEqual(a, b) && expected !== '';
}

function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
}
