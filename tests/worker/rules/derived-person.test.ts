import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import { derivedPersonBy } from '../../../worker/src/workspace/rules/derived-person.ts';

it('derives the same people from addresses as the devices do', async () => {
  const text = fc.string({ unit: 'binary' });
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(key, text, async (bytes, email) => {
      const encoded = Buffer.from(bytes).toString('base64url');
      const { personId } = await derivationFrom(encoded);
      expect(derivedPersonBy(encoded)(email)).toBe(await personId(email));
    }),
  );
});
