import { describe, expect, it } from 'vitest';
import { withShownNames } from '../../../../../extension/capture/sites/roundcube/shown-names.ts';
import { madeUpMail } from '../../../made-up-device.ts';

const email = 'mueller@client.example';
const shownAs = (name: string | null, subject: string | null = null) => ({
  ...{ from: [{ name, email }], to: [], cc: [], subject },
});
const nameOf = (raw: string | null, shown: string | null) =>
  withShownNames(madeUpMail({ from: { name: raw, email } }), shownAs(shown)).from?.name;

describe('a name out of raw headers, beside the same as it is shown', () => {
  it.each([
    ['its 8-bit letters were dropped', 'Heinz Mller', 'Heinz Müller', 'Heinz Müller'],
    ['browsers do not know its charset', '=?utf-7?Q?Heinz_M+APw-ller?=', 'Heinz Müller', 'Heinz Müller'],
    ['nobody could decode it', '=?x-odd?Q?Heinz?=', '=?x-odd?Q?Heinz?=', '=?x-odd?Q?Heinz?='],
    ['the page shows somebody else', 'Heinz', 'Jürgen', 'Heinz'],
    ['the page shows less', 'Heinz Müller', 'Heinz Mller', 'Heinz Müller'],
    ['there is none', null, 'Heinz', null],
  ])('where %s', (_where, raw, shown, name) => expect(nameOf(raw, shown)).toBe(name));

  it('goes for subjects too', () => {
    const mail = madeUpMail({ subject: '=?utf-7?Q?Fr+APY-sche?=' });
    expect(withShownNames(mail, shownAs(null, 'Frösche')).subject).toBe('Frösche');
  });
});
