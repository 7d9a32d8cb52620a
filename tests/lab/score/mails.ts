import * as v from 'valibot';
import { LANGUAGES } from '../../webmail/languages.ts';
import { addCounts, type Counts, f1, foldFact, matchSets, noCounts, precision, recall } from './counts.ts';
import { type ExpectedMail, expectedMail } from './expected-mail.ts';
import type { ScoreLine, SetScore } from './set-score.ts';

const servers = ['roundcube', 'sogo'] as const;
const languages = Object.keys(LANGUAGES);

const mailbox = v.object({ name: v.optional(v.nullable(v.string()), ''), email: v.string() });
const touch = v.object({
  from: v.nullable(mailbox),
  to: v.array(mailbox),
  cc: v.array(mailbox),
  subject: v.nullable(v.string()),
  date: v.nullable(v.string()),
  messageId: v.nullable(v.string()),
});
type Touch = v.InferOutput<typeof touch>;
type Fact = { field: string; name: string; email: string };

const aims = { addresses: '>= 1', names: '>= 0.98', subjects: '>= 0.99' };
const known = { names: ".932 (Roundcube's page alone)", subjects: "94 % (Roundcube's page alone)" };

const figures = (server: (typeof servers)[number]) => ({
  addresses: `mails.${server}.address.f1`,
  names: `mails.${server}.name.f1`,
  subjects: `mails.${server}.subject`,
  namesAsGiven: `mails.${server}.name.f1.lost-letters-as-mistakes`,
  subjectsAsGiven: `mails.${server}.subject.lost-letters-as-mistakes`,
  dates: `mails.${server}.date-to-the-minute`,
  messageIds: `mails.${server}.message-id`,
});

/**
 * What the touches of mails opened in real webmails say, over all interface languages together. Where a mail has raw 8-bit bytes
 * the expected headers carry U+FFFD for each letter that their parser lost: such a mark stands for any one letter here, and
 * counts as a mistake in the lines that say so.
 */
export const score: SetScore = {
  file: 'mails.jsonl',
  slow: 'servers',
  plan: servers.flatMap((server) => {
    const { addresses, names, subjects, ...others } = figures(server);
    return [
      { name: addresses, aim: aims.addresses },
      { name: names, aim: aims.names },
      { name: subjects, aim: aims.subjects },
      ...Object.values(others).map((name) => ({ name, aim: null })),
    ];
  }),
  async run(rows, ask) {
    const expected = rows.map(expectedMail);
    const lines: ScoreLine[] = [];
    for (const server of servers) {
      const tally = newTally();
      for (const lang of languages) {
        const answers = await ask('webmail', rows as object[], { server, lang });
        for (const [i, one] of expected.entries()) count(tally, one, v.safeParse(touch, answers[i]));
      }
      lines.push(...linesOf(figures(server), tally));
    }
    return lines;
  },
};

type Tally = Record<keyof ReturnType<typeof figures>, Counts>;

function newTally(): Tally {
  const entries = Object.keys(figures('roundcube')).map((figure) => [figure, noCounts()]);
  return Object.fromEntries(entries) as Tally;
}

function count(tally: Tally, expected: ExpectedMail, parsed: v.SafeParseResult<typeof touch>): void {
  const given: Touch | null = parsed.success ? parsed.output : null;
  const facts = given === null ? [] : factsOf(given);
  const sameAddress = (one: Fact, other: Fact) =>
    one.field === other.field && one.email.toLowerCase() === other.email.toLowerCase();
  const named = (same: typeof sameText) => (one: Fact, other: Fact) =>
    sameAddress(one, other) && same(one.name, other.name);
  addCounts(tally.addresses, matchSets(facts, expected.facts, sameAddress));
  addCounts(tally.names, matchSets(facts, expected.facts, named(sameText)));
  addCounts(tally.namesAsGiven, matchSets(facts, expected.facts, named(sameAsGiven)));
  // a subject, date or id that nobody expected is no mistake of the reader's: the mail's parser may have missed it
  const compare = (figure: keyof Tally, right: string | null, one: string | null, same: typeof sameText) => {
    if (right !== null) tally[figure][one !== null && same(one, right) ? 'right' : 'missed'] += 1;
  };
  compare('subjects', expected.subject, given?.subject ?? null, sameText);
  compare('subjectsAsGiven', expected.subject, given?.subject ?? null, sameAsGiven);
  compare('dates', expected.date?.slice(0, 16) ?? null, given?.date?.slice(0, 16) ?? null, sameAsGiven);
  compare('messageIds', expected.messageId, given?.messageId ?? null, (one, other) => one === other);
}

function factsOf({ from, to, cc }: Touch): Fact[] {
  const list = (field: string, people: readonly v.InferOutput<typeof mailbox>[]) =>
    people.map(({ name, email }) => ({ field, email, name: name ?? '' }));
  return [...list('from', from === null ? [] : [from]), ...list('to', to), ...list('cc', cc)];
}

function sameAsGiven(given: string, expected: string): boolean {
  return foldFact(given) === foldFact(expected);
}

/** With U+FFFD for any one letter. */
function sameText(given: string, expected: string): boolean {
  if (!expected.includes('\ufffd')) return sameAsGiven(given, expected);
  const letters = [...given.normalize('NFC')];
  const wanted = [...expected.normalize('NFC')];
  if (letters.length !== wanted.length) return false;
  return sameAsGiven(
    letters.filter((_, i) => wanted[i] !== '\ufffd').join(''),
    expected.replaceAll('\ufffd', ''),
  );
}

function linesOf(names: ReturnType<typeof figures>, tally: Tally): ScoreLine[] {
  const all = ({ right, wrong, missed }: Counts) => right + wrong + missed;
  const line = (figure: keyof Tally, value: number, more: Partial<ScoreLine> = {}): ScoreLine => ({
    name: names[figure],
    value,
    aim: null,
    n: all(tally[figure]),
    ...more,
  });
  const people = (figure: keyof Tally, more: Partial<ScoreLine> = {}) => {
    const counts = tally[figure];
    return line(figure, f1(counts), { precision: precision(counts), recall: recall(counts), ...more });
  };
  const share = (figure: keyof Tally, more: Partial<ScoreLine> = {}) =>
    line(figure, recall(tally[figure]), more);
  return [
    people('addresses', { aim: aims.addresses }),
    people('names', { aim: aims.names, known: known.names }),
    share('subjects', { aim: aims.subjects, known: known.subjects }),
    people('namesAsGiven'),
    share('subjectsAsGiven'),
    share('dates'),
    share('messageIds'),
  ];
}
