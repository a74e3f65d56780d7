/*
 * A service message goes without a consent: to whoever waits for it, or must know it. It would be a way around the
 * consent if it could advertise. So the words of a shop in one hold facts, and no offer.
 */

/** A place for a reward, a price or a product: what is offered, and not what happened. */
const OFFERED = /\{[^{}]*(reward|price|product|campaign|offer|discount|coupon|voucher)[^{}]*\}/i;

/** An address of the web, also one that mail programs make a link of by themselves. */
const LINK =
  /https?:|www\.|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:[a-z]{2,}\/|(?:com|net|org|shop|store|app|info|biz|io|co|eu|jp|de|fr|it|es|nl|uk|kr|cn|tw|br|pt)(?![\p{L}\p{N}]))/iu;

/** Percents, as they are written in Latin, Arabic and small letters. */
const PERCENT = /[%٪‰]/u;

/** A sign or an ISO code of a currency, and what Japanese, Chinese and Korean write instead. */
const MONEY = String.raw`(?:\p{Sc}|[円元원]|(?<!\p{L})[A-Z]{3}(?!\p{L}))`;
const AMOUNT = new RegExp(String.raw`(${MONEY})\s*\p{Nd}|\p{Nd}[万千億만천]?\s*(${MONEY})`, 'gu');

/** The same in words: codes in small letters that are no words of any language we write, and kanji numbers of yen. */
const IN_WORDS =
  /(?<!\p{L})(?:usd|eur|gbp|jpy|krw|cny|chf)(?!\p{L})\s*\p{Nd}|\p{Nd}\s*(?:usd|eur|gbp|jpy|krw|cny|chf)(?!\p{L})|(?:[一二三四五六七八九十百千万億]+[十百千万億]|[十百千万億])[一二三四五六七八九]?円/iu;

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether words offer something, so that they may not stand in a service message (E22). */
export const offersSomething = (words: string): boolean => {
  // What nobody sees parts nothing for who reads it.
  const text = words.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  return [OFFERED, LINK, PERCENT, IN_WORDS].some((one) => one.test(text)) || namesAmount(text);
};

function namesAmount(text: string): boolean {
  return [...text.matchAll(AMOUNT)].some(([, before, after]) => {
    const money = before ?? after ?? '';
    return money.length < 3 || CODES.has(money);
  });
}
