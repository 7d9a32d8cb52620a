import { base64url } from '../domain/base64url.ts';
import { idFromBytes } from '../domain/ids.ts';

/**
 * Ids and keys on which two offline devices agree: HMAC-SHA-256 (RFC 2104) under the workspace's key, over a purpose and
 * the normalised value, so that they say nothing to whoever lacks the key.
 */
export type Derivation = {
  personId(normalisedEmail: string): Promise<string>;
  accountId(registrableDomain: string): Promise<string>;
  affiliationId(person: string, account: string): Promise<string>;
  /** 43 characters of base64url. */
  matchKey(purpose: 'message-id' | 'envelope', text: string): Promise<string>;
};

/** `key`: base64url of 32 bytes, as the worker hands it out on joining. Rejects where it is malformed. */
export async function derivationFrom(key: string): Promise<Derivation> {
  const raw = Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const hmac = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const encoder = new TextEncoder();
  const digest = async (purpose: string, text: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', hmac, encoder.encode(`${purpose}\n${text}`)));
  const id = async (purpose: string, text: string) => idFromBytes(await digest(purpose, text));
  return {
    personId: (email) => id('person', email),
    accountId: (domain) => id('account', domain),
    affiliationId: (person, account) => id('affiliation', `${person}\n${account}`),
    matchKey: async (purpose, text) => base64url(await digest(purpose, text)),
  };
}
