/*
 * Words that must not come back: `words.test.ts` reads the files of texts by them, `e2e/words.ts` what stands on
 * every screen.
 */

/** Home-made English, British spelling and bare words of code, which must not come back. */
export const GIVEN_UP_ENGLISH: readonly RegExp[] = [
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
  /e-mail|programme|colour|time machine|did not work|\bit is over\b|second factor|good until|!/i,
];

/** The same in Japanese. */
export const GIVEN_UP_JAPANESE: readonly RegExp[] = [
  /ショップを開く|版の履歴|第\$?\{?\w+\}?版|割合引き|ためる|数えるもの|再現する|まだ描くもの|判断待ち|未利用|返還|景品|引当|わいせつ|推奨|利用開始|まだ来店|どなたのこと|人が判断|人の判断|最初の方です|一つの文書|見た目|外観|暦の期間|一人あたり|時計を進め|あなた|うまくいきません|一部だけ|操作記録|二段階/,
];

/** What no merchant is told: parts of requests and of code, and places of a text that nothing was put into. */
export const OF_CODE: readonly RegExp[] = [
  /\b(?:GET|POST|PUT|PATCH|DELETE|HTTP)\b|\/v1\//,
  /\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date/,
  // The one place that a merchant fills in themselves is shown as it is written.
  /\$?\{(?!productId\})\w*\}|=>/,
];
