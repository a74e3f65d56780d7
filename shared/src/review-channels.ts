/*
 * Where a reward for a review is allowed. On the shop's own pages it is, when it is
 * said and the same for every review. These platforms forbid anything of value for one,
 * loyalty points by name:
 *
 * - Google seller ratings and Customer Reviews (also for answering the survey):
 *   https://support.google.com/merchants/answer/14337038
 * - Google Maps: https://support.google.com/contributionpolicy/answer/7400114
 * - Trustpilot: https://support.trustpilot.com/hc/en-us/articles/235472148
 * - Amazon and Tripadvisor say the same in their own rules.
 */

/** Hosts of platforms that forbid it, each with all of its subdomains and countries. */
const FORBIDDEN: readonly RegExp[] = [
  /(^|\.)trustpilot\.[a-z.]+$/,
  /(^|\.)customerreviews\.google\.[a-z.]+$/,
  /^maps\.google\.[a-z.]+$/,
  /^(maps\.app\.goo\.gl|g\.page|search\.google\.com)$/,
  /(^|\.)tripadvisor\.[a-z.]+$/,
  /(^|\.)yelp\.[a-z.]+$/,
  /(^|\.)amazon\.[a-z.]+$/,
];

/** The path under which Google's own addresses lead to its maps. */
const GOOGLE_MAPS = /^(www\.)?google\.[a-z.]+\/maps/;

/** Whether an address leads to where a reward for a review is forbidden. */
export const forbidsRewards = (address: string): boolean => {
  const { hostname, pathname } = new URL(address);
  return (
    FORBIDDEN.some((host) => host.test(hostname)) || GOOGLE_MAPS.test(`${hostname}${pathname}`)
  );
};

/** Texts of the widget that say what a review is worth. */
export const OFFER_TEXTS: readonly string[] = ['offerText', 'offerPhotos', 'offerShown'];

// Praise, and stars that would be it, in the words of the widget's languages.
const PRAISE =
  /\b(loved?|enjoy(ed)?|lik(e|ed) it|happy|positive|favou?rabl[ey]|good review|great|five.?star|5.?star|top.?rated|beste?|gut|sch[öo]n|zufrieden|positiv\w*|f[üu]nf sterne|aim[ée]\w*|bon avis|content\w*|cinq [ée]toiles|encant\w+|positiv[ao]s?|cinco estrellas|piaciut\w+|cinque stelle|adorou|gostou|cinco estrelas)\b|[5５五]つ?星|星[5５五]|高評価|満足|気に入|好评|好評|五星|满意|滿意|만족|별점? ?5|좋은|أعجب|إيجابي|خمس نجوم/iu;

/** Whether words tie a reward to praise: "love it? earn 50" is a condition, said or not (16 CFR 465.4). */
export const tiesToPraise = (words: string): boolean => PRAISE.test(words.normalize('NFKC'));
