import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { decodeFile, delimiterOf, encodingOf, layoutOf, plainWords, quoted } from './text-rules.ts';

const KNOWN = /<\/?(?:p|div|span|br|b|i|u|em|strong|ul|ol|li|a)[\s/>]/i;
const ENTITY = /&(?:[a-z][a-z\d]*|#\d+|#x[\da-f]+);/i;

describe('the words of an imported review', () => {
  it.each([
    ['if (a<b && c>d) it is fine'],
    ['if (a<b and c>d) it is fine'],
    ['I <3 it'],
    ['<at home>'],
    ['< 10 and > 5'],
    ['a <b'],
    ['<bad>, said <p'],
    ['R&D; AT&T &c. &notanentity; & &#; &#x;'],
  ])('stay as they are where no tag is: %s', (words) => {
    expect(plainWords(words)).toBe(words);
  });

  it.each([
    ['<p>Good</p><p class="x">tea</p>', 'Good\ntea\n'],
    ['one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    [`<a href="https://x.example/?a=1" target=_blank rel='nofollow'>here</a>`, 'here'],
    ['<b>bold</b> and <i >it</i >', 'bold and it'],
    ['&lt;b&gt; &amp;lt; &quot;x&quot; &#39;y&#x27; &nbsp;z', `<b> &lt; "x" 'y'  z`],
    ['caf&eacute; &euro;5 &#8364; &#x1F375; &hellip;', 'café €5 € 🍵 …'],
  ])('lose the tags and entities other tools write: %s', (words, plain) => {
    expect(plainWords(words)).toBe(plain);
  });

  it('come out unchanged whatever they are, where they have no known tag and no entity', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('<', '>', '</', '&', '=', '"', "'", ' b', 'a', 'p', ' && ', '#', ';', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const words = pieces.join('');
        fc.pre(!KNOWN.test(words) && !ENTITY.test(words));
        expect(plainWords(words)).toBe(words);
      }),
      { numRuns: 3000 },
    );
  });

  it('are found in about as many steps as they have letters: a pattern that went back and forth would not end', () => {
    for (const part of ['<a b=', '<a b="', `<a b='c' `, '<p ', '&', '&#x', '<a x=1 ', '<b\n'])
      expect(typeof plainWords(part.repeat(20_000))).toBe('string');
  });
});

describe('the encoding of a file', () => {
  it.each([
    ['UTF-16, the small byte first', [0xff, 0xfe], 'utf-16le'],
    ['UTF-16, the large byte first', [0xfe, 0xff], 'utf-16be'],
    ['UTF-8 where only the first byte is of a mark', [0xff, 0xff], 'utf-8'],
    ['UTF-8 where only the second byte is of a mark', [0x00, 0xfe], 'utf-8'],
    ['UTF-8 where the second byte is of the other mark', [0xfe, 0xfe], 'utf-8'],
    ['UTF-8 where only the second is of the other mark', [0x00, 0xff], 'utf-8'],
    ['UTF-8 where nothing marks it', [0x61, 0x62], 'utf-8'],
  ])('is %s', (_, bytes, encoding) => {
    expect(encodingOf(Uint8Array.from(bytes), undefined)).toBe(encoding);
  });

  it('is what it is said to be, whatever its mark is', () => {
    expect(encodingOf(Uint8Array.of(0xff, 0xfe), 'shift_jis')).toBe('shift_jis');
  });

  it('is named with its text, or asked for where the file is not Unicode', () => {
    const bytes = Uint8Array.of(0x63, 0x61, 0x66, 0xe9);
    expect(decodeFile(bytes, 'windows-1252')).toEqual({ text: 'café', encoding: 'windows-1252' });
    expect(decodeFile(bytes, undefined)).toEqual({ fault: expect.stringContaining('say its') });
    expect(decodeFile(bytes, 'utf-8')).toEqual({ fault: 'The file is not utf-8.' });
  });
});

describe('what stands between the columns of a file', () => {
  it.each([
    ['a,b;c,d', ','],
    ['a;b;c,d', ';'],
    ['a\tb', '\t'],
    ['a', ','],
    // One more decides, wherever it stands.
    ['a,b;c;d', ';'],
    ['"a,b,c";d', ';'],
    ['a;b\n,,,', ';'],
    ['a;b\r,,,', ';'],
  ])('is what the first line has most of, outside of quotes: %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
    expect(layoutOf(text)).toEqual({ delimiter, fromLine: 1 });
  });

  it('is looked for in the first line as far as a header may go, from its first character', () => {
    const many = 'x'.repeat(LIMITS.importHeaderLengthMax * 4 - 1);
    expect(delimiterOf(`${many};`)).toBe(';');
    expect(delimiterOf(`${many}x;`)).toBe(',');
    expect(delimiterOf(';')).toBe(';');
  });

  it.each([
    ['sep=|\na,b', '|'],
    ['\uFEFF"sep=;"\r\na,b', ';'],
  ])('is what the file says in a line of its own: %j', (text, delimiter) => {
    expect(layoutOf(text)).toEqual({ delimiter, fromLine: 2 });
  });
});

describe('a cell that is repeated', () => {
  it('is whole up to a hundred characters, and then its beginning', () => {
    expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(100)}"`);
    expect(quoted('x'.repeat(101))).toBe(`"${'x'.repeat(100)}…"`);
  });
});
