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

// What a review is called, and what one can be asked to do with it, in the same languages.
const REVIEW =
  /(?<!\p{L})(reviews?|ratings?|feedback|stars?|bewertung\p{L}*|rezension\p{L}*|sterne?|avis|[ée]toiles?|rese[ñn]as?|valoraci[óo]n(es)?|estrellas?|recension[ei]|stelle|avalia[çc](ão|ões)|estrelas?)(?!\p{L})|レビュー|口コミ|クチコミ|評価|星|리뷰|후기|별점|评价|評價|评论|評論|تقييم|مراجع/iu;
const CHANGE =
  /(?<!\p{L})(chang\p{L}*|edit\p{L}*|updat\p{L}*|revis\p{L}*|amend\p{L}*|remov\p{L}*|delet\p{L}*|tak(e|en|ing) (\p{L}+ ){0,4}down|withdraw\p{L}*|rais(e|ing)|improv\p{L}*|[äa]nder\p{L}*|gel[öo]scht|l[öo]sch\p{L}*|entfern\p{L}*|anpass\p{L}*|modifi\p{L}*|supprim\p{L}*|retir\p{L}*|chang\p{L}*|cambi\p{L}*|elimin\p{L}*|borr\p{L}*|quit\p{L}*|actualiz\p{L}*|rimuov\p{L}*|cancell\p{L}*|alter\p{L}*|remov\p{L}*|apag\p{L}*|exclu\p{L}*)(?!\p{L})|変更|修正|書き直|直して|編集|削除|消し|取り下げ|수정|변경|삭제|지워|修改|更改|删除|刪除|撤|تعديل|تغيير|حذف|إزالة/iu;
// What may stand behind it: "if", "then", or something that is given.
const TIE =
  /(?<!\p{L})(if|once|when|after|in (return|exchange)|provided|as soon as|points?|refund\p{L}*|discount\p{L}*|voucher\p{L}*|coupon\p{L}*|gift\p{L}*|free|wenn|sobald|falls|daf[üu]r|punkte?|gutschein\p{L}*|erstatt\p{L}*|rabatt\p{L}*|si|quand|contre|en [ée]change|rembours\p{L}*|remise|bon d|cuando|a cambio|puntos|reembols\p{L}*|descuento\p{L}*|se|quando|in cambio|punti|rimbors\p{L}*|sconto|em troca|pontos|desconto\p{L}*)(?!\p{L})|たら|れば|代わり|引き換え|ポイント|返金|割引|クーポン|하면|대신|포인트|환불|할인|쿠폰|如果|作为|作為|积分|點數|点数|退款|折扣|优惠|優惠|إذا|مقابل|نقاط|خصم|استرداد/iu;

/**
 * Whether words of the shop to somebody who complained tie anything to their review: to more stars, to changing it or
 * to taking it down (16 CFR 465.4). Thanking for one, or saying that one was read, does not.
 */
export const tiesToReview = (words: string): boolean => {
  const sentences = words.normalize('NFKC').split(/[.!?。！？\n]+/u);
  return sentences.some(
    (sentence, i) =>
      REVIEW.test(sentence) &&
      (STARS.test(sentence) ||
        // "Remove your review. Then we send you a gift." ties as one sentence would.
        (CHANGE.test(sentence) && TIE.test(`${sentence} ${sentences[i + 1] ?? ''}`))),
  );
};

// Praise that is asked for in stars is a condition wherever it stands.
const STARS =
  /(?<!\p{L})(five.?stars?|5.?stars?|f[üu]nf sterne|5 sterne|cinq [ée]toiles|5 [ée]toiles|cinco estrellas|5 estrellas|cinque stelle|5 stelle|cinco estrelas|5 estrelas|positive (review|rating|feedback)|positive bewertung|good review|better (review|rating)|bon avis|buena rese[ñn]a|bessere bewertung)(?!\p{L})|[5５五]つ?星|星[5５五]|高評価|良い評価|好评|好評|五星|별점? ?5|خمس نجوم/iu;
