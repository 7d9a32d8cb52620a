import * as v from 'valibot';

/** 256 random bits as base64url. */
export const secretSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'not a secret'));

/**
 * Every credential is `workspace.secret`: the workspace's id finds the Durable Object, 256 random bits open it, and only a
 * SHA-256 of the secret is kept inside that object.
 */
export const credentialSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-hjkmnp-tv-z]{26}\.[A-Za-z0-9_-]{43}$/, 'not a credential'),
);

export type Credential = { workspace: string; secret: string };

export function parseCredential(text: string): Credential | null {
  if (!v.is(credentialSchema, text)) return null;
  const dot = text.indexOf('.');
  return { workspace: text.slice(0, dot), secret: text.slice(dot + 1) };
}

/** What a person pastes to join: the worker's address, and the invitation in the fragment, which no server ever sees. */
export function invitationLink(server: string, invitation: string): string {
  return `${new URL('/', server).href}#join=${invitation}`;
}

export function parseInvitationLink(text: string): { server: string; invitation: string } | null {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hash.startsWith('#join=')) return null;
  const invitation = url.hash.slice('#join='.length);
  return v.is(credentialSchema, invitation) ? { server: url.origin, invitation } : null;
}
