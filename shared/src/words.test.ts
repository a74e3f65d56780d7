import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { id, line, lineIfAny, tags, text, textIfAny } from './values.ts';
import {
  carriedLine,
  carriedWords,
  cleanLine,
  cleanWords,
  cutWords,
  longWords,
  shortWords,
} from './words.ts';

// https://www.w3.org/TR/xml/#NT-Char
const XML_TEXT = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const NONCHARACTER = /[\uFDD0-\uFDEF]|[\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/u;
const CONTROL = /[^\P{Cc}\t\n\r]/u;

// Every code unit there is, halves of pairs among them, and more often what is special.
const anyText = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    fc.constantFrom('\0', '\t', '\r', '\n', ' ', 'a', 'e', '\u0301', '\u200B', '\u2028', '\u0085'),
    fc.constantFrom('\uD83D', '\uDE00', '\uFFFE', '\uFFFF', '\uFDD0', '\u{1FFFE}', '\u{10FFFF}'),
  ),
  { maxLength: 30 },
);

const CLEANERS = { carriedWords, carriedLine, cleanWords, cleanLine } as const;

describe.each(Object.entries(CLEANERS))('a text after %s', (_name, clean) => {
  it('can be written in XML, has no half of a pair, no control and no noncharacter, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (units) => {
        const cleaned = clean(units.join(''));
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).toMatch(XML_TEXT);
        expect(cleaned).not.toMatch(NONCHARACTER);
        expect(cleaned).not.toMatch(CONTROL);
        expect(clean(cleaned)).toBe(cleaned);
      }),
      { numRuns: 3000 },
    );
  });
});

it('a text in plain ASCII is cleaned as it is beside a letter that is not', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  fc.assert(
    fc.property(ascii, fc.constantFrom(...Object.entries(CLEANERS)), (words, [, clean]) => {
      expect(clean(`é${words}é`)).toBe(`é${clean(`x${words}x`).slice(1, -1)}é`);
    }),
  );
});

it('no code point of Unicode, by itself or between letters, survives that XML cannot carry', () => {
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const sign = String.fromCodePoint(point);
    if (!XML_TEXT.test(carriedWords(`a${sign}b`))) throw new Error(`U+${point.toString(16)}`);
    if (!XML_TEXT.test(cleanWords(`a${sign}b`))) throw new Error(`U+${point.toString(16)}`);
  }
});

describe('words of people', () => {
  it('lose what cannot be seen, and keep lines, letters of every script and joined emoji', () => {
    expect(cleanWords('  A\u0000 good\u200B tea.\r\n\r\n\r\n\r\nAgain \t\nsoon\uFFFF ')).toBe(
      'A good tea.\n\nAgain\nsoon',
    );
    expect(cleanLine('Mika\tT\n ')).toBe('Mika T');
    for (const kept of ['お茶🍵', 'نیم‌فاصله', '👩‍👩‍👧', 'Zoë', '<b>&"']) {
      expect(cleanWords(kept)).toBe(kept);
      expect(carriedLine(kept)).toBe(kept);
    }
  });

  it('are composed after what stood between a letter and its mark has gone', () => {
    expect(cleanWords('e\u200B\u0301')).toBe('\u00E9');
  });

  it('that must be there are refused when nothing of them is left', () => {
    for (const empty of ['', ' ', '\uFFFF', '\u0000\t\n', '\u200B']) {
      expect(line.safeParse(empty).success).toBe(false);
      expect(longWords(10).safeParse(empty).success).toBe(false);
    }
    expect(text.safeParse('\uFFFF').success).toBe(false);
  });

  it('that may be missing are null when nothing of them is left, and stay away when they were not sent', () => {
    const body = z.strictObject({ name: lineIfAny, market: textIfAny });
    expect(body.parse({})).toEqual({});
    expect(body.parse({ name: null, market: null })).toEqual({ name: null, market: null });
    for (const empty of ['', '\u0000', '\uFFFE'])
      expect(body.parse({ name: empty, market: empty })).toEqual({ name: null, market: null });
    expect(body.parse({ name: 'Mika\tT' })).toEqual({ name: 'Mika T' });
  });

  it('are counted in code points after they were cleaned, at the limit and one past it', () => {
    expect(shortWords(3).parse('\u0000🍵🍵🍵\n')).toBe('🍵🍵🍵');
    expect(shortWords(3).safeParse('🍵🍵🍵🍵').success).toBe(false);
    expect(lineIfAny.safeParse('x'.repeat(500)).success).toBe(true);
    expect(lineIfAny.safeParse('x'.repeat(501)).success).toBe(false);
  });

  it('are cut before a character they have no room for, and never within one', () => {
    expect(cutWords('abc', 3)).toBe('abc');
    expect(cutWords('abcd', 3)).toBe('abc');
    expect(cutWords('ab👩‍👩‍👧', 6)).toBe('ab');
    expect(cutWords('ab👩‍👩‍👧c', 7)).toBe('ab👩‍👩‍👧');
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 20 }), (units, maximum) => {
        const cut = cutWords(cleanLine(units.join('')), maximum);
        expect(cut.isWellFormed()).toBe(true);
        expect(Array.from(cut).length).toBeLessThanOrEqual(maximum);
      }),
    );
  });
});

describe('tags', () => {
  it('that say nothing are left out, and the others stay as they are compared', () => {
    expect(tags.parse(['tea', '', '\u0000', ' ', ' Sale ', 'a\uFFFFb'])).toEqual([
      'tea',
      ' Sale ',
      'ab',
    ]);
  });
});

describe('an id', () => {
  it.each(['a\u0000', 'a\u0085', 'a\uD800', 'a\uFFFE', 'a\uFFFF', 'a\uFDD0', 'a\u{1FFFF}', ''])(
    'is refused and never changed where it has what cannot be carried: %j',
    (wrong) => {
      expect(id.safeParse(wrong).success).toBe(false);
    },
  );

  it('is taken as it is otherwise', () => {
    for (const kept of ['p 9', 'é', 'e\u0301', '\u200Bx', ' x ']) expect(id.parse(kept)).toBe(kept);
  });
});

describe('blanks in words', () => {
  it('go before a break, and of empty lines one stays', () => {
    expect(cleanWords(' a \t \r\n\u3000\n \n\n b\u00a0\nc ')).toBe('a\n\n b\nc');
  });

  it('are cleaned in time that grows with their length, however many there are', () => {
    // With time that grows with the square this would take an hour.
    expect(cleanWords(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002);
  });
});
