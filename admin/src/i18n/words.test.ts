import { describe, expect, it } from 'vitest';
import { words as englishChanges } from './changes/english.ts';
import { words as japaneseChanges } from './changes/japanese.ts';
import { words as englishFaults } from './faults/en.ts';
import { words as japaneseFaults } from './faults/ja.ts';
import { words as englishLog } from './log/en.ts';
import { words as japaneseLog } from './log/ja.ts';
import { GIVEN_UP_ENGLISH, GIVEN_UP_JAPANESE } from './testing/given-up.ts';

/** Every text below a value, with where it stands; of a text that is filled in, its source. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${place}.${name}`));
}

/** The words of the first screen, and those that come with their pages. */
const EN = import.meta.glob('./en/**/*.ts', { eager: true });
const JA = import.meta.glob('./ja/**/*.ts', { eager: true });

describe('the texts of the console', () => {
  it('have no word in English that was given up', () => {
    const texts = textsOf({
      ...EN,
      ...englishChanges,
      ...englishFaults,
      log: Object.values(englishLog),
    });
    expect(texts.length).toBeGreaterThan(1000);
    const found = texts.filter(([, text]) =>
      GIVEN_UP_ENGLISH.some((word) => word.test(plain(text))),
    );
    expect(found.map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  });

  it('have no word in Japanese that was given up', () => {
    const texts = textsOf({
      ...JA,
      ...japaneseChanges,
      ...japaneseFaults,
      log: Object.values(japaneseLog),
    });
    const found = texts.filter(([, text]) => GIVEN_UP_JAPANESE.some((word) => word.test(text)));
    expect(found.map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  });
});

/** The words of a source: what is negated there, and how it is named, is no text. */
function plain(text: string): string {
  return text.startsWith('(') ? text.replace(/^[^>]*=>/, '').replace(/!==|!=|!\w/g, '') : text;
}
