import { createHmac } from 'node:crypto';

export const triplitSecret = 'the secret of this benchmark';

/** A token of the kind that Triplit's makers call secret: it may do everything. Format: JWT (RFC 7519) with HS256. */
export function triplitToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ 'x-triplit-token-type': 'secret' })}`;
  return `${head}.${createHmac('sha256', triplitSecret).update(head).digest('base64url')}`;
}
