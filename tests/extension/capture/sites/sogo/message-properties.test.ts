import { describe, expect, it } from 'vitest';
import {
  propertiesOf,
  withoutGroupNames,
} from '../../../../../extension/capture/sites/sogo/message-properties.ts';
import { readAsUtf8 } from '../../../../../extension/capture/sites/sogo/read-as-utf8.ts';

const answer = (properties: string) =>
  `<?xml version="1.0"?><D:multistatus xmlns:a="urn:schemas:mailheader:" xmlns:D="DAV:"><D:response><D:propstat><D:prop>${properties}</D:prop></D:propstat></D:response></D:multistatus>`;

describe("SOGo's header fields of a mail", () => {
  it('are the ids, the date to the second and the people in copy', () => {
    const xml = answer(`<a:message-id>&lt;one@client.example&gt;</a:message-id>
<a:references>&lt;a@x.example&gt;\n &lt;b@x.example&gt;</a:references><a:in-reply-to>&lt;b@x.example&gt;</a:in-reply-to>
<a:cc>Jo&#227;o &amp; Co &lt;joao@client.example&gt;, ops@client.example</a:cc><a:date>Wed, 07 Oct 2026 06:31:40 GMT</a:date>`);
    expect(propertiesOf(xml)).toEqual({
      messageId: 'one@client.example',
      answers: ['a@x.example', 'b@x.example'],
      cc: [
        { name: 'João & Co', email: 'joao@client.example' },
        { name: null, email: 'ops@client.example' },
      ],
      date: Date.UTC(2026, 9, 7, 6, 31, 40),
    });
  });

  it('are empty where the mail has none, and no answer where it is something else', () => {
    expect(propertiesOf(answer('<a:cc/>'))).toEqual({ messageId: null, answers: [], cc: [], date: null });
    for (const other of ['', '<html>', '{"from": 1}', '<a:message-id>&lt;a@b.example&gt;</a:message-id>'])
      expect(propertiesOf(other)).toBeNull();
  });

  it('cannot be forged from within a header: what looks like a property there is text', () => {
    const xml = answer('<a:subject>&lt;a:cc&gt;x@y.example&lt;/a:cc&gt;</a:subject><a:cc>a@b.example</a:cc>');
    expect(propertiesOf(xml)?.cc).toEqual([{ name: null, email: 'a@b.example' }]);
  });

  it('leave a group’s name to the group, where the page shows who is who', () => {
    const list = [{ name: 'Crane crew, Fiona Ashcroft', email: 'f@x.example' }];
    expect(withoutGroupNames(list, ['Crane crew', 'Fiona Ashcroft'])[0]?.name).toBe('Fiona Ashcroft');
    expect(withoutGroupNames(list, ['Crane crew, Fiona Ashcroft'])[0]?.name).toBe(
      'Crane crew, Fiona Ashcroft',
    );
    expect(withoutGroupNames(list, [])[0]?.name).toBe('Crane crew, Fiona Ashcroft');
  });
});

describe('a name that was decoded as Latin-1 though it is UTF-8', () => {
  it.each([
    ['Heinz MÃ¼ller', 'Heinz Müller'],
    ['Heinz Müller', 'Heinz Müller'],
    ['Ã', 'Ã'],
    ['宮坂 MÃ¼ller', '宮坂 MÃ¼ller'],
    ['plain', 'plain'],
  ])('%s is %s', (given, meant) => expect(readAsUtf8(given)).toBe(meant));
});
