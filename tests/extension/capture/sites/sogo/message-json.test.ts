import { describe, expect, it } from 'vitest';
import { envelopeOf, folderPath } from '../../../../../extension/capture/sites/sogo/message-json.ts';

describe("SOGo's answers about a mail", () => {
  const row = JSON.stringify([
    ['To', 'Subject', 'From', 'uid'],
    [[{ name: 'Jonas', email: 'jonas@tidewater.test' }], 'Offer', [{ email: 'a@client.example' }], 13],
  ]);

  it('are read from the row of the list, which knows no Cc', () => {
    expect(envelopeOf(row, '13')).toEqual({
      from: { name: null, email: 'a@client.example' },
      replyTo: [],
      to: [{ name: 'Jonas', email: 'jonas@tidewater.test' }],
      cc: null,
      subject: 'Offer',
    });
  });

  it('are refused where they are about another mail', () => {
    expect(envelopeOf(row, '14')).toBeNull();
  });

  it('are read from the mail itself, without the people that a group makes up', () => {
    const view = {
      from: [{ email: 'a@client.example' }],
      cc: [{ email: 'team' }, { name: 'B', email: 'b@c.example' }],
    };
    expect(envelopeOf(JSON.stringify(view), '13')).toMatchObject({
      to: [],
      cc: [{ name: 'B', email: 'b@c.example' }],
    });
  });

  it.each(['', '[]', '{}', 'null', '[[], 1]', '[["uid"], null]', '{"from": 3, "to": {"a": 1}}', '<html>'])(
    'never throw: %s',
    (json) => expect(() => envelopeOf(json, '1')).not.toThrow(),
  );

  it('stand under the path that SOGo makes of a folder', () => {
    expect(folderPath({ account: 0, folder: 'INBOX', uid: '1' })).toBe('0/folderINBOX');
    expect(folderPath({ account: 2, folder: 'Kunden/2026 A&B_c.d', uid: '1' })).toBe(
      '2/folderKunden/folder_2026_SP_A_AM_B_U_c_D_d',
    );
  });
});
