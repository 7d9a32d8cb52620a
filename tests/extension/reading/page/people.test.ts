import { describe, expect, test } from 'vitest';
import { card, interpreted, type MadeUpLine } from './made-up-page.ts';

const title: MadeUpLine = { text: 'Our team | Bluefinch', kind: 'title' };

describe('people of a page', () => {
  test('each card keeps its own title, number and address', () => {
    const { people } = interpreted(
      [
        title,
        ...card(
          { text: 'Ann Moor', kind: 'h3' },
          'Head of buying',
          'T 020 7946 0101',
          'ann@bluefinch.example',
        ),
        ...card({ text: 'Mehmet Kaya', kind: 'h3' }, 'Engineer', 'T 020 7946 0102', 'F 020 7946 0109'),
      ],
      { host: 'bluefinch.example' },
    );
    expect(people).toEqual([
      {
        name: 'Ann Moor',
        title: 'Head of buying',
        phones: ['020 7946 0101'],
        emails: ['ann@bluefinch.example'],
        sure: 0.85,
      },
      {
        name: 'Mehmet Kaya',
        title: 'Engineer',
        phones: ['020 7946 0102'],
        faxes: ['020 7946 0109'],
        sure: expect.any(Number),
      },
    ]);
  });

  test('a table with a column of names', () => {
    const row = (at: number, ...cells: string[]) =>
      cells.map(
        (text, column): MadeUpLine => ({
          text,
          kind: at === 0 ? 'head-cell' : 'cell',
          cell: [0, at, column],
          depth: 6,
          shared: column === 0 ? 4 : 5,
        }),
      );
    const { people } = interpreted([
      title,
      ...row(0, 'Name', 'Office', 'Phone', 'Fax'),
      ...row(1, 'Ann Moor', 'Treasurer', '212-555-0101', '212-555-0109'),
      ...row(2, 'Robert Ellis', 'Secretary', '212-555-0102', '212-555-0109'),
    ]);
    expect(people).toMatchObject([
      { name: 'Ann Moor', title: 'Treasurer', phones: ['212-555-0101'], faxes: ['212-555-0109'] },
      { name: 'Robert Ellis', title: 'Secretary', phones: ['212-555-0102'] },
    ]);
  });

  test.each([
    ['Ann Moor, Head of buying', 'Ann Moor', 'Head of buying'],
    ['Ann Moor – Sales manager', 'Ann Moor', 'Sales manager'],
    ['Managing director: Ann Moor', 'Ann Moor', 'Managing director'],
    ['Dr. Ann Moor', 'Ann Moor', undefined],
    ['Ann van der Moor, CEO', 'Ann van der Moor', 'CEO'],
    ['MICHAEL BROWN, CFO', 'MICHAEL BROWN', 'CFO'],
    ['Robert J. Ellis, MD', 'Robert J. Ellis', undefined],
  ])('%s', (text, name, office) => {
    const [person] = interpreted([title, text]).people;
    expect(person?.name).toBe(name);
    if (office !== undefined) expect(person?.title).toBe(office);
  });

  test.each([
    'Customer Service',
    'Contact Us',
    'San Francisco, California',
    'Privacy Policy',
    'Beverly Hills',
    'Opening Hours',
    'Calvin Klein',
    'Monday to Friday',
    'New York City',
    'Bob’s Burger',
    'Austin Consulting Group',
    'Rufus King High School',
    'Talleres Roble, S.L.',
  ])('nobody is called %s', (text) => {
    expect(interpreted([title, text]).people).toEqual([]);
  });

  test('somebody whom running text mentions is less sure than somebody with a card', () => {
    const { people } = interpreted([
      title,
      { text: 'We are grateful that Susan Parker joined us and that', kind: 'prose' },
      ...card('Ann Moor', 'Head of buying', 'ann@bluefinch.example'),
    ]);
    const sure = new Map(people.map((person) => [person.name, person.sure]));
    expect(sure.get('Susan Parker')).toBeLessThan(0.5);
    expect(sure.get('Ann Moor')).toBeGreaterThan(0.6);
  });

  test('an address made of a name goes to that person, a desk’s to the company', () => {
    const got = interpreted(
      [
        title,
        'Ann Moor, Head of buying',
        'Robert Ellis, Engineer',
        'robert.ellis@bluefinch.example',
        'info@bluefinch.example',
      ],
      { host: 'www.bluefinch.example' },
    );
    expect(got.people.map(({ name, emails }) => [name, emails])).toEqual([
      ['Ann Moor', undefined],
      ['Robert Ellis', ['robert.ellis@bluefinch.example']],
    ]);
    expect(got.companies[0]).toMatchObject({ name: 'Bluefinch', emails: ['info@bluefinch.example'] });
  });

  test('what mark-up says of somebody stands, and is joined with what the lines show', () => {
    const { people } = interpreted([title, ...card('Ann Moor', 'Head of buying', '020 7946 0101')], {
      people: [{ name: 'Ann Moor', emails: ['am@bluefinch.example'], title: 'Buyer', sure: 0.9 }],
    });
    expect(people).toEqual([
      {
        name: 'Ann Moor',
        emails: ['am@bluefinch.example'],
        title: 'Buyer',
        phones: ['020 7946 0101'],
        sure: 0.9,
      },
    ]);
  });

  test('a link’s surroundings make nobody a person whose name no person has', () => {
    const people = [{ name: 'Accounts Receivable', emails: ['ar@bluefinch.example'], sure: 0.6 }];
    expect(interpreted([title], { people }).people).toEqual([]);
  });

  test('a directory of 300 people gives 200 at most, and no company drowns', () => {
    const names = ['Ann', 'Robert', 'Susan', 'Michael', 'Karen', 'James'];
    const lines = Array.from({ length: 300 }, (_, i) =>
      card(
        {
          text: `${names[i % 6]} Moor${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}${'uvw'[Math.floor(i / 100)]}`,
          kind: 'h3',
        },
        'Engineer',
      ),
    ).flat();
    const got = interpreted([title, ...lines], { host: 'bluefinch.example' });
    expect(got.people).toHaveLength(200);
    expect(got.companies[0]?.name).toBe('Bluefinch');
  });
});
