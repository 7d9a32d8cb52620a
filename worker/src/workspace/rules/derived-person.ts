import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { idFromBytes } from '../../../../shared/domain/ids.ts';

/**
 * The id that a person has by an address, as `personId` of shared/identity/derived-ids.ts has it. Here in one go, since a
 * transaction cannot wait for the platform's own HMAC. `key`: base64url of 32 bytes; throws where it is malformed.
 */
export function derivedPersonBy(key: string): (normalisedEmail: string) => string {
  const keyed = hmac.create(
    sha256,
    Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), charCode),
  );
  const encoder = new TextEncoder();
  // The key's own blocks are hashed once, above.
  return (email) =>
    idFromBytes(
      keyed
        .clone()
        .update(encoder.encode(`person\n${email}`))
        .digest(),
    );
}

const charCode = (character: string) => character.charCodeAt(0);
