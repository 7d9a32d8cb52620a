import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFromBytes, idPattern, randomId } from '../../../shared/domain/ids.ts';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';

fc.configureGlobal({ seed: 20_261_122 });

const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

describe('ids', () => {
  it('have one shape, and differ where their bytes differ', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(idFromBytes(a)).toMatch(idPattern);
        expect(idFromBytes(a) === idFromBytes(b)).toBe(a.toString() === b.toString());
      }),
    );
  });

  it('refuse fewer bytes than they need, and take randomness from outside', () => {
    expect(() => idFromBytes(new Uint8Array(15))).toThrow(RangeError);
    expect(randomId((n) => new Uint8Array(n))).toBe('0'.repeat(26));
  });
});

describe('derived ids', () => {
  it('agree on two devices of a workspace, and not between workspaces', async () => {
    const [one, two, other] = await Promise.all([
      derivationFrom(key),
      derivationFrom(key),
      derivationFrom(`B${key.slice(1)}`),
    ]);
    expect(await one.personId('a@north.example')).toBe(await two.personId('a@north.example'));
    expect(await one.personId('a@north.example')).not.toBe(await other.personId('a@north.example'));
    expect(await one.personId('a@north.example')).toMatch(idPattern);
  });

  it('never fall together for different purposes', async () => {
    const derive = await derivationFrom(key);
    const same = 'north.example';
    const ids = await Promise.all([
      derive.personId(same),
      derive.accountId(same),
      derive.affiliationId(same, ''),
      derive.affiliationId('', same),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await derive.matchKey('message-id', same)).not.toBe(await derive.matchKey('envelope', same));
  });

  // Computed apart, with `openssl dgst -sha256 -mac HMAC`, so that no later version derives others.
  it('stay what they have been', async () => {
    const derive = await derivationFrom(key);
    expect(await derive.matchKey('message-id', 'a@b.example')).toBe(
      'wYVwh_Bv8mPx_1IeTiqUJIrBSjbox9bq748XbNN8O-A',
    );
    expect(await derive.accountId('harbour.example')).toBe('3mxh7r39nrx9j7hz01wn1j38hc');
  });
});
