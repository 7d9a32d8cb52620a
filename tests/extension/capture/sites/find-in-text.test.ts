import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../../extension/capture/sites/find-addresses.ts';
import { jsonTextValue } from '../../../../extension/capture/sites/json-text-value.ts';

describe('addresses in a short text', () => {
  it.each([
    ['Re: keys - jonas@tidewater.test - Gmail', ['jonas@tidewater.test']],
    ['Account manager for Jonas (jonas@tidewater.test)', ['jonas@tidewater.test']],
    ['Ask a@b.example, or c.d+e@f.example!', ['a@b.example', 'c.d+e@f.example']],
    ['Fiona<fiona@x.example>', ['fiona@x.example']],
    ['@ a@ @b a@b @@@ a@b@c.example', ['b@c.example']],
    ['none', []],
  ])('%s', (text, addresses) => expect(findAddresses(text)).toEqual(addresses));

  it('are looked for in time, whatever the text', () => {
    for (const text of ['@'.repeat(1e6), 'a@'.repeat(5e5), `${'a'.repeat(1e6)}@`, `a@${'.'.repeat(1e6)}`])
      expect(findAddresses(text).length).toBeLessThan(3);
  });
});

describe('a text value in JSON', () => {
  it.each([
    ['{"a":"1","b":"2"}', '2'],
    ['{"a": {"b" : "2"}}', '2'],
    ['{"a":"b","b":"x \\"y\\" \\\\"}', 'x "y" \\'],
    ['{"a":"{\\"b\\":1}", "b":"2"}', '2'],
    ['{"b":1,"c":{"b":"2"}}', '2'],
    ['{"b":"endless', null],
    ['{"a":"1"}', null],
  ])('%s', (json, value) => expect(jsonTextValue(json, 'b')).toBe(value));
});
