import { expect, test } from 'vitest';
import { mergePeople } from '../../../../extension/capture/web/merge-people.ts';

test('the same address is the same person, and the first word on a field stands', () => {
  const merged = mergePeople([
    { name: 'Ann Moor', emails: ['ann@x.example'], title: 'Buyer', sure: 0.6 },
    {
      name: 'A. Moor',
      emails: ['ANN@x.example'],
      title: 'Head of buying',
      phones: ['+44 20 7946 0100'],
      sure: 0.9,
    },
  ]);
  expect(merged).toEqual([
    { name: 'Ann Moor', emails: ['ann@x.example'], title: 'Buyer', phones: ['+44 20 7946 0100'], sure: 0.9 },
  ]);
});

test('the same name is the same person where nothing speaks against it', () => {
  expect(
    mergePeople([
      { name: 'Ann Moor', sure: 1 },
      { name: 'ANN  MOOR', emails: ['a@x.example'], sure: 1 },
    ]),
  ).toHaveLength(1);
});

test.each([
  ['addresses', { emails: ['a@x.example'] }, { emails: ['a@y.example'] }],
  ['organisations', { organisation: 'Bluefinch' }, { organisation: 'Rustle' }],
])('the same name with different %s is two people', (_, one, other) => {
  expect(
    mergePeople([
      { name: 'Ann Moor', sure: 1, ...one },
      { name: 'Ann Moor', sure: 1, ...other },
    ]),
  ).toHaveLength(2);
});

test('people without name or address stay apart', () => {
  expect(
    mergePeople([
      { phones: ['1234567'], sure: 1 },
      { phones: ['7654321'], sure: 1 },
    ]),
  ).toHaveLength(2);
});

test('one number written in two ways is one number', () => {
  const [person] = mergePeople([
    { name: 'Ann Moor', phones: ['+44 20 7946 0100'], sure: 1 },
    { name: 'Ann Moor', phones: ['(020) 7946-0100'], sure: 1 },
  ]);
  expect(person?.phones).toEqual(['+44 20 7946 0100']);
});
