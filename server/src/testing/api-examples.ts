import { anOrder } from './order-states.ts';
import { A_REVIEW, reviewActsOf, reviewProgram } from './review-acts.ts';
import { AN_NPS } from './survey-acts.ts';
import type { World } from './world.ts';

/** A request that works once the shop is as `furnish` leaves it. */
export interface Example {
  readonly body?: unknown;
  /** What stands in the places of the path. */
  readonly places?: Readonly<Record<string, string>>;
  readonly query?: string;
}

/** Things that are there, by what they are. */
export interface Furnished {
  readonly shopper: string;
  readonly guestId: string;
  readonly reviewId: string;
  readonly otherReviewId: string;
  readonly questionId: string;
  readonly endpointId: string;
  readonly messageId: string;
  readonly redemptionId: string;
  readonly code: string;
  readonly batchId: string;
}

const CONNECTION = {
  platform: 'shopify',
  address: 'x.myshopify.com',
  secret: 'a secret of the app',
} as const;

const A_PRODUCT = { updatedAt: '2026-11-01T00:00:00Z', title: { en: 'Mug' }, prices: { USD: 900 } };

const CONSENT = { purpose: 'reviews', channel: 'email', state: 'withdrawn' };

const DAYS_AGO = '2026-10-01T00:00:00Z';

/** A shop in which something of everything has happened. */
export const furnish = async (world: World): Promise<Furnished> => {
  const read = async (answer: Promise<Response>): Promise<Record<string, never>> => {
    const said = await answer;
    if (!said.ok) throw new Error(await said.text());
    return (await said.json()) as Record<string, never>;
  };
  const merchant = (method: string, path: string, body?: unknown, key = 'first') =>
    read(world.merchant(method, path, body, { 'idempotency-key': key }));
  const acts = reviewActsOf(world);
  await world.publish({ ...reviewProgram(), enrolment: 'automatic' });
  const old = {
    placedAt: DAYS_AGO,
    paidAt: DAYS_AGO,
    deliveredAt: DAYS_AGO,
    fulfilledAt: DAYS_AGO,
  };
  await merchant('PUT', '/v1/products/mug', A_PRODUCT);
  for (const id of ['nps', 'steps', 'gone'])
    await read(world.merchant('PUT', `/v1/surveys/${id}`, AN_NPS, { 'if-match': '"s0"' }));
  await acts.put('o1', anOrder(old));
  await acts.put('o2', anOrder({ ...old, shopper: { id: 'bea' } }));
  await acts.put('o3', anOrder({ shopper: { email: 'guest@x.example' } }));
  await acts.put('o4', anOrder({ shopper: { id: 'cleo' } }));
  await merchant('PUT', '/v1/integrations/connection', CONNECTION);
  await merchant('POST', '/v1/shoppers/ada/adjustments', { points: 5000, reason: 'goodwill' });
  const batch = { adjustments: [{ shopperId: 'bea', points: 5, reason: 'goodwill' }] };
  const { batchId } = await merchant('POST', '/v1/adjustments', batch);
  await merchant('POST', '/v1/surveys/nps/start');
  const { items } = await merchant('GET', '/v1/shoppers');
  const guests = items as unknown as { guestId: string | null }[];
  const { id: reviewId } = await acts.write('bea', 'p-a', A_REVIEW);
  const { id: otherReviewId } = await acts.write('ada', 'p-b', A_REVIEW);
  const token = await world.token('bea');
  const question = { body: 'Does it keep warm?', token };
  const asked = await read(
    world.storefront('POST', '/products/p-a/questions', { token, body: { body: question.body } }),
  );
  const endpoint = await merchant('POST', '/v1/webhooks', { url: 'https://x.example' });
  const sent = await merchant('POST', `/v1/webhooks/${String(endpoint['id'])}/test`, {});
  const taken = await acts.take('taken');
  const toUse = await acts.take('to-use');
  return {
    shopper: 'ada',
    guestId: guests.find(({ guestId }) => guestId !== null)?.guestId ?? '',
    reviewId,
    otherReviewId,
    questionId: String(asked['id']),
    endpointId: String(endpoint['id']),
    messageId: String(sent['messageId']),
    redemptionId: taken.id,
    code: toUse.voucher?.code ?? '',
    batchId: String(batchId),
  };
};

/** Requests that work, for operations whose bodies cannot be made up. */
export const examplesOf = (there: Furnished): Readonly<Record<string, Example>> => {
  const guest = { places: { shopperId: there.guestId } };
  const post = { places: { postId: there.questionId, questionId: there.questionId } };
  const review = { places: { reviewId: there.reviewId } };
  const code = { places: { code: there.code } };
  const decision = { decision: 'publish' };
  const survey = { places: { surveyId: 'nps', wave: '2026Q4' } };
  const steps = { places: { surveyId: 'steps' } };
  return {
    putProduct: { body: A_PRODUCT, places: { productId: 'beans' } },
    putProducts: { body: { products: [{ productId: 'tea', ...A_PRODUCT }] } },
    getProduct: { places: { productId: 'mug' } },
    deleteProduct: { places: { productId: 'mug' } },
    putOrder: { body: anOrder(), places: { orderId: 'new' } },
    addCost: { body: { day: '2026-11-01', kind: 'ads', amountMinor: 1200, currency: 'USD' } },
    openCase: { body: { shopperId: 'ada', text: 'A cup was broken.' } },
    getGuest: guest,
    affairsGuest: guest,
    suggestionsGuest: guest,
    exportGuest: guest,
    transactionsGuest: guest,
    ledgerOfGuest: guest,
    listConsentsOfGuest: guest,
    listTouchesOfGuest: guest,
    recordConsent: { body: CONSENT },
    recordConsentOfGuest: { body: CONSENT, ...guest },
    chooseConsent: { body: CONSENT },
    eraseGuest: guest,
    mergeShoppers: { body: { from: 'cleo' }, places: { shopperId: 'ada' } },
    changeShop: { body: { name: 'Hoshi Beans' } },
    listStars: { query: '?ids=p-a,p-b' },
    redeem: { body: { rewardId: 'off5' } },
    redeemForShopper: { body: { rewardId: 'off5', shopperId: 'ada' } },
    validateVoucher: { ...code, body: { currency: 'USD', basketMinor: 9000 } },
    useVoucher: { ...code, body: { orderId: 'o9' } },
    releaseVoucher: { ...code, body: { orderId: 'o9' } },
    undoAdjustments: { places: { batchId: there.batchId } },
    getMessage: { places: { messageId: there.messageId } },
    resendMessage: { body: {}, places: { messageId: there.messageId } },
    replayMessages: { body: { since: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' } },
    putConnection: { body: CONNECTION },
    sweepOrders: { body: { since: '2026-01-01T00:00:00Z' } },
    invite: { body: { email: 'new@x.example', role: 'manager' } },
    decideReview: { ...review, body: decision },
    replyToReview: { ...review, body: { text: 'Thank you.' } },
    removeReply: review,
    voteReview: review,
    unvoteReview: review,
    reportReview: { ...review, body: { reason: 'spam' } },
    writeReview: {
      body: { rating: 5, body: 'Warm for an hour, and longer.' },
      places: { productId: 'p-a' },
    },
    removeReview: { places: { productId: 'p-b' } },
    askQuestion: { body: { body: 'Is there a larger one?' } },
    answerProductQuestion: { ...post, body: { body: 'It does, for an hour.' } },
    answerQuestion: { ...post, body: { body: 'It does.' } },
    decideQuestion: { ...post, body: decision },
    reportPost: { ...post, body: { reason: 'spam' } },
    votePost: post,
    unvotePost: post,
    getSurvey: survey,
    listSurveyVersions: survey,
    putSurvey: { ...survey, body: AN_NPS },
    startSurvey: steps,
    pauseSurvey: steps,
    endSurvey: steps,
    deleteSurvey: { places: { surveyId: 'gone' } },
    openSurvey: survey,
    answerSurvey: { ...survey, body: { answers: { score: 9 } } },
    withdrawSurvey: survey,
    setRole: { body: { role: 'manager' } },
  };
};
