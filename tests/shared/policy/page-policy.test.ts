import { describe, expect, it } from 'vitest';
import { isWithin, judgeAddress, mailDomain } from '../../../shared/policy/page-policy.ts';
import { isRoboticAddress } from '../../../shared/policy/robotic-address.ts';

const policy = {
  ownDomains: ['tidewater.test'],
  neverAddresses: ['private@tidewater.test', 'aunt@north.example'],
  neverDomains: ['south.example'],
};

describe('the first rungs of the ladder', () => {
  it.each([
    ['jonas.weber@tidewater.test', 'ours'],
    ['Jonas.Weber@Lab.Tidewater.TEST', 'ours'],
    ['private@tidewater.test', 'never'],
    ['AUNT@north.example', 'never'],
    ['uncle@north.example', 'other'],
    ['anybody@mail.south.example', 'never'],
    ['anybody@notsouth.example', 'other'],
    ['anybody@tidewater.test.example', 'other'],
  ] as const)('%s is %s', (address, verdict) => {
    expect(judgeAddress(address, policy)).toBe(verdict);
  });

  it('knows a domain from one that merely ends alike', () => {
    expect(isWithin('a.north.example', 'north.example')).toBe(true);
    expect(isWithin('anorth.example', 'north.example')).toBe(false);
    expect(mailDomain('"odd@local"@North.Example')).toBe('north.example');
  });
});

describe('a robotic address', () => {
  it.each([
    'no-reply@x.example',
    'noreply+7@x.example',
    'do_not_reply@x.example',
    'mailer-daemon@x.example',
    'billing-noreply@x.example',
    'newsletter@x.example',
  ])('is %s', (address) => {
    expect(isRoboticAddress(address)).toBe(true);
  });

  it.each(['nora.reply@x.example', 'info@x.example', 'bouncer.joe@x.example', 'postman@x.example'])(
    'is not %s',
    (address) => {
      expect(isRoboticAddress(address)).toBe(false);
    },
  );
});
