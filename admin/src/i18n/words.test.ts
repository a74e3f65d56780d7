import { describe, expect, it } from 'vitest';
import { words as englishChanges } from './changes/english.ts';
import { words as japaneseChanges } from './changes/japanese.ts';
import { words as englishFaults } from './faults/en.ts';
import { words as japaneseFaults } from './faults/ja.ts';

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

/** Home-made English, British spelling and bare words of code, which must not come back. */
const ENGLISH = [
  /set-up|\bbring (?:members|this|from)\b|data in and out|to the beginning|nothing of that name/i,
  /as the system|you work for no|not yours|make an account|present password|link is over|this is not the code/i,
  /worth doing|\bthe loop\b|figures of|nobody waits|says something|as 30 days ago|just received/i,
  /let e-?mail leave|nobody is asked|please nobody|begins to turn/i,
  /earned in all|points in hand|held for codes|known since|never spoken|with a minus|other than nothing/i,
  /for the shopper to read|not required|\bid of the (?:customer|shopper|review|product)|everything that names|taken back|given back|accounts joined/i,
  /who moved where|nothing in it|parts of a point|one document|\bas text\b|whoever joins|everybody who/i,
  /something of your own|costs points|days its code|on hold|become a point|leaves a debt|before a person looks/i,
  /least basket|\bperks\b|^to stay|points for reaching|how one climbs|falls short|counts from now on/i,
  /is the draft now|what the law says|of a hundred points|gains most|loses most|\breplay\b|who is in it/i,
  /counts as being|only for these|drawn by a lot|without end|as all others|for ever\b|not right yet/i,
  /what you had not saved|put both together|lines? (?:can come|came)|the first of them|says nobody/i,
  /about somebody|take (?:it )?back|name readers see|by and by|^of buyers|here already|belongs? to the shop|trapped/i,
  /where nobody|same, to other|markets that are|by lot|who else is told|nobody is told|tell an address|said that it is gone/i,
  /leaves this server|somebody|by itself|leaves? whole|take it out|^ground$|take away|end of the line|telephone|seen by/i,
  /nearest to you|as it is now|^go on$|^it stays|for good\b|open nothing|i have kept|what it is for/i,
  /e-mail|programme|colour|time machine|did not work|\bit is over\b|!/i,
];

/** The same in Japanese. */
const JAPANESE =
  /ショップを開く|版の履歴|第\$?\{?\w+\}?版|割合引き|ためる|数えるもの|再現する|まだ描くもの|判断待ち|未利用|返還|景品|引当|わいせつ|推奨|利用開始|まだ来店|どなたのこと|人が判断|人の判断|最初の方です|一つの文書|見た目|外観|暦の期間|一人あたり|時計を進め|あなた|うまくいきません/;

describe('the texts of the console', () => {
  it('have no word in English that was given up', () => {
    const texts = textsOf({ ...EN, ...englishChanges, ...englishFaults });
    expect(texts.length).toBeGreaterThan(1000);
    const found = texts.filter(([, text]) => ENGLISH.some((word) => word.test(plain(text))));
    expect(found.map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  });

  it('have no word in Japanese that was given up', () => {
    const texts = textsOf({ ...JA, ...japaneseChanges, ...japaneseFaults });
    const found = texts.filter(([, text]) => JAPANESE.test(text));
    expect(found.map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  });
});

/** The words of a source: what is negated there, and how it is named, is no text. */
function plain(text: string): string {
  return text.startsWith('(') ? text.replace(/^[^>]*=>/, '').replace(/!==|!=|!\w/g, '') : text;
}
