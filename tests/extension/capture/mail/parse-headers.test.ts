import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHeaders } from '../../../../extension/capture/mail/parse-headers.ts';

describe('a raw header block', () => {
  it('is unfolded, with names in lower case and repeated fields in order', () => {
    const header = parseHeaders(
      'Received: one\r\nSubject: a\r\n  long\r\n\tline\r\nRECEIVED: two\r\n\r\nbody: no\r\n',
    );
    expect(header?.('received')).toEqual(['one', 'two']);
    expect(header?.('subject')).toEqual(['a  long\tline']);
    expect(header?.('body')).toEqual([]);
  });

  it('ends at the first empty line, so that no body is ever taken for headers', () => {
    expect(parseHeaders('From: a@b.example\n\nTo: c@d.example')?.('to')).toEqual([]);
  });

  it('skips lines that are no fields', () => {
    const header = parseHeaders('From someone Mon Oct 5\nFrom: a@b.example\nno field here\nTo: c@d.example');
    expect(header?.('from')).toEqual(['a@b.example']);
    expect(header?.('to')).toEqual(['c@d.example']);
  });

  it('is null where nothing in it is a field', () => {
    expect(parseHeaders('')).toBeNull();
    expect(parseHeaders('<html>signed out</html>')).toBeNull();
  });

  it('has no fields of the object prototype', () => {
    expect(parseHeaders('__proto__: x\nFrom: a@b.example')?.('__proto__')).toEqual(['x']);
    expect(parseHeaders('From: a@b.example')?.('constructor')).toEqual([]);
  });

  it('never throws, whatever it is made of', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('From: ', ' ', '\t', ':', '\r\n', '\r', '\n\n', 'x'.repeat(3000)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const header = parseHeaders(lines.join('\n'));
        expect(header === null || Array.isArray(header('from'))).toBe(true);
      }),
    );
  });

  it('looks at no more than 2,000 fields and 400,000 characters of a hostile block', () => {
    const many = parseHeaders('a: b\n'.repeat(50_000));
    expect(many?.('a')).toHaveLength(2000);
    const long = parseHeaders(`subject: ${'x'.repeat(5_000_000)}`);
    expect(long?.('subject')[0]?.length).toBeLessThanOrEqual(400_000);
  });
});
