import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from './text-rules.ts';

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
