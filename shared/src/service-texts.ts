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

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether words offer something, so that they may not stand in a service message (E22). */
export const offersSomething = (words: string): boolean => {
  const text = words.normalize('NFKC');
  return OFFERED.test(text) || LINK.test(text) || PERCENT.test(text) || namesAmount(text);
};

function namesAmount(text: string): boolean {
  return [...text.matchAll(AMOUNT)].some(([, before, after]) => {
    const money = before ?? after ?? '';
    return money.length < 3 || CODES.has(money);
  });
}
