import './stage/english-words.ts';
import { describe, expect, test } from 'vitest';
import { noticeSchema } from '../../../extension/rpc/notice.ts';
import { noticeWords } from '../../../extension/ui/state/notice-words.ts';
import { parkedSubject, parkedWords } from '../../../extension/ui/state/parked-words.ts';
import { heldBackWords, problemWords } from '../../../extension/ui/state/reading-words.ts';
import { roleWord, statusWord, suggestionReason } from '../../../extension/ui/state/record-words.ts';
import { interfaceLanguage, say, sayCount, sayList } from '../../../extension/ui/state/say.ts';
import { readingProblem } from '../../../shared/capture/page-reading.ts';
import { memberRole, memberStatus } from '../../../shared/domain/member.ts';
import { commandSchema, rejectionReason } from '../../../shared/protocol/operation.ts';

const isSentence = (text: string) => /^\p{Lu}.{8,}\.$/u.test(text);

function expectSentences(sentences: string[]): void {
  for (const sentence of sentences) expect(sentence).toSatisfy(isSentence);
  expect(new Set(sentences).size).toBe(sentences.length);
}

describe('every code that can reach a person has a sentence of its own', () => {
  test('problems of reading', () => expectSentences(readingProblem.options.map(problemWords)));

  test('notices say what happened, and what can be done', () => {
    const words = noticeSchema.entries.kind.options.map((kind) => noticeWords({ kind }));
    for (const { todo } of words) expect(todo).toSatisfy(isSentence);
    expectSentences(words.map(({ what }) => what));
  });

  test('a device that was put out is told why', () => {
    expectSentences(
      (['suspended', 'departed', 'revoked'] as const).map(
        (reason) => noticeWords({ kind: 'device-revoked', reason }).what,
      ),
    );
  });

  test('the server’s own text is never shown', () => {
    const { what, todo } = noticeWords({ kind: 'conflict', detail: 'UNIQUE constraint failed' });
    expect(what + todo).not.toContain('UNIQUE');
  });

  test('reasons for which a change was not taken', () => {
    const reasons = [...rejectionReason.options, 'malformed' as const].map(parkedWords);
    expectSentences(reasons.map(({ what }) => what));
    for (const { todo } of reasons) expect(todo).toSatisfy(isSentence);
  });

  test('decisions are named in words, everything else by its own name', () => {
    for (const { entries } of commandSchema.options) {
      expect(parkedSubject(entries.name.literal)).not.toBe(entries.name.literal);
    }
    expect(parkedSubject('Fiona Ashcroft')).toBe('Fiona Ashcroft');
    expect(parkedSubject('constructor')).toBe('constructor');
  });

  test('roles, statuses and reasons of suggestions', () => {
    const why = (['freemail', 'copied', 'on-page', 'unknown-bulk'] as const).map(suggestionReason);
    const words = [...memberRole.options.map(roleWord), ...memberStatus.options.map(statusWord), ...why];
    for (const word of words) expect(word).not.toBe('');
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('sentences', () => {
  test('mails that were held back are counted, in the right number', () => {
    expect(heldBackWords({ never: 0, bulk: 1, internal: 2 })).toEqual([
      '1 newsletter or automatic mail was left out.',
      '2 mails between colleagues were left out.',
    ]);
    expect(heldBackWords({ never: 0, bulk: 0, internal: 0 })).toEqual([]);
  });

  test('follow the region of the browser within their own language', () => {
    expect(interfaceLanguage()).toBe('en-GB');
    expect(sayCount('accounts.count', 12_345)).toBe('12,345 accounts');
  });

  test('follow the browser’s region where it speaks another language', () => {
    const before = navigator.languages;
    Object.assign(navigator, { languages: ['de'] });
    expect(interfaceLanguage()).toBe('en-DE');
    expect(sayList(['Vera', 'Jonas'])).toBe('Vera and Jonas');
    Object.assign(navigator, { languages: before });
  });

  test('set a name in the other direction apart', () => {
    expect(say('touch.seenBy', 'ليلى')).toBe('seen by \u2068ليلى\u2069');
    expect(say('touch.seenBy', 'Vera')).toBe('seen by Vera');
  });
});
