import { expect, test } from 'vitest';
import { draftOf, policyOf } from '../../../extension/ui/state/policy-draft.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';

const policy: Policy = {
  ownDomains: ['tidewater.test', 'xn--grtnerei-0za.example'],
  never: {
    addresses: ['lawyer@firm.example'],
    domains: ['doctor.example'],
    sites: ['bank.example', 'intranet.tidewater.test'],
  },
  freemail: { also: ['freemail.example'], not: [] },
  keepSubject: false,
  keepPath: true,
};

test('a policy comes back from its draft as it was', () => {
  for (const given of [policy, defaultPolicy]) {
    expect(policyOf(draftOf(given))).toEqual({ kind: 'policy', policy: given });
  }
});

test('entries may stand on lines or between commas, in any case, twice', () => {
  const draft = { ...draftOf(defaultPolicy), ownDomains: ' Tidewater.test, tidewater.test\n\nother.test ' };
  expect(policyOf(draft)).toMatchObject({ policy: { ownDomains: ['tidewater.test', 'other.test'] } });
});

test('entries are kept in the form in which they are compared', () => {
  const draft = {
    ...draftOf(defaultPolicy),
    ownDomains: 'Gärtnerei.example',
    neverAddresses: 'Lawyer@Firm.example',
    neverSites: 'https://Bank.example:8443/login?x=1',
  };
  expect(policyOf(draft)).toMatchObject({
    policy: {
      ownDomains: ['xn--grtnerei-0za.example'],
      never: { addresses: ['lawyer@firm.example'], sites: ['bank.example'] },
    },
  });
});

test('what is no domain or address is named, and nothing is saved', () => {
  const draft = { ...draftOf(defaultPolicy), neverAddresses: 'nobody\na@b.example', ownDomains: 'localhost' };
  expect(policyOf(draft)).toEqual({ kind: 'wrong', entries: ['localhost', 'nobody'] });
});
