import { describe, expect, it } from 'vitest';
import { findEmails } from '../../../shared/text/contact-facts.ts';

const found = (line: string) => findEmails(line).map(({ text }) => text);

describe('mail addresses in a line', () => {
  it.each([
    ['E-Mail: ines.duarte@bluefinch.example.', ['ines.duarte@bluefinch.example']],
    ['a@b.example,c@d.example', ['a@b.example', 'c@d.example']],
    ['<ines+news@mail.bluefinch.example>', ['ines+news@mail.bluefinch.example']],
    ['jürgen@grün.example', ['jürgen@grün.example']],
    ['x@192.0.2.1', []],
    ['x@localhost', []],
    ['@bluefinch.example and ines@', []],
    ['a@b@c.example', ['b@c.example']],
  ])('%s', (line, emails) => {
    expect(found(line)).toEqual(emails);
  });

  it('says where they stand', () => {
    const line = 'write to ines@bluefinch.example today';
    const [{ start, end } = { start: 0, end: 0 }] = findEmails(line);
    expect(line.slice(start, end)).toBe('ines@bluefinch.example');
  });
});
