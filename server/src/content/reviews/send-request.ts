import type { ReviewPrompt } from '@okaeri/shared/reviews';
import { signLink } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { letterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { dropped, later, touchMail, type PlannedMail } from '../../loyalty/contacts/touch-mail.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { arrivedOrderOf } from '../../loyalty/orders/arrived-orders.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { first } from '../../platform/store/store.ts';
import { getOrCreateOffer } from './load-review.ts';
import { shownOffer } from './offer-rules.ts';
import { planStep, requestKey, requestTouch } from './plan-request.ts';
import { withNames } from './name-products.ts';
import { ASKED_FOR_MS, askedFrom, isAsked, promptsOf } from './purchase-rules.ts';
import { selectReviewsBy } from './queries.ts';
import { requestMail, type RequestFacts } from './request-mail.ts';
import { settingsOf } from './settings.ts';

const WRITTEN_MAX = 100;

/** A request for reviews of an order. */
type Request = PlannedMail<'reviewRequest', ArrivedOrder>;

/** A request without its links, which cannot be signed while the store waits. */
interface Prepared {
  readonly facts: Omit<RequestFacts, 'formUrl' | 'end'>;
  readonly shopperId: string;
  readonly endsAt: number;
}

/** Asks for reviews by e-mail, while there is something to ask about. */
export const sendReviewRequest = touchMail<'reviewRequest', ArrivedOrder, Prepared>({
  kind: 'reviewRequest',
  async find(tx, { shop, payload: { orderId } }) {
    const found = await arrivedOrderOf(tx, { shopId: shop.id, orderId });
    if (found?.shopperId == null) return dropped('the order has not arrived, or is nobody’s');
    const key = { shopId: shop.id, shopperId: found.shopperId };
    const shopper = await first(tx, lockShopper, key);
    if (shopper === undefined || shopper.erasedAt !== null) return dropped('nobody to ask');
    return { shopper, topic: found.order };
  },
  stillWanted,
  keyOf: requestKey,
  touchOf: ({ shop, topic: order, payload: { step }, now }) =>
    requestTouch({ order, step, dueAt: step === 0 ? askedFrom(order, settingsOf(shop)) : now }),
  async facts(request) {
    const prepared = await factsOf(request);
    await planReminder(request);
    return prepared;
  },
  send: async (deps, shop, prepared, messageId) => {
    const mail = await requestMail(await withLinks(deps, shop, prepared));
    return handShopMail(deps, shop, { ...mail, messageId });
  },
});

async function stillWanted(request: Request): Promise<Delivery | null> {
  const { shop, topic: order, payload, now } = request;
  const settings = settingsOf(shop);
  if (!settings.byEmail || !isAsked(order.id, settings)) return dropped('not asked by e-mail');
  if (payload.step > settings.reminders) return dropped('no more reminders');
  const from = askedFrom(order, settings);
  if (from > now) return later(shop, from);
  if (order.arrivedAt < now - ASKED_FOR_MS) return dropped('too long ago');
  return (await promptsFor(request)).length === 0 ? dropped('nothing to ask about') : null;
}

async function planReminder({
  deps,
  tx,
  shop,
  topic,
  shopper,
  payload,
  now,
}: Request): Promise<void> {
  const { step } = payload;
  const { reminders, remindAfterDays } = settingsOf(shop);
  if (step >= reminders) return;
  const dueAt = now + remindAfterDays * DAY_MS;
  const of = { shop, order: topic, shopperId: shopper.id };
  await planStep(deps, tx, { ...of, step: step + 1, dueAt, now });
}

async function withLinks(deps: Deps, shop: ShopRow, prepared: Prepared): Promise<RequestFacts> {
  const { facts, shopperId, endsAt } = prepared;
  const link = { shopperId, orderId: facts.orderId, confirmed: false };
  const form = await signLink(deps, shop, { ...link, use: 'review', endsAt });
  return {
    ...facts,
    formUrl: `${deps.publicUrl}/review/${shop.publicKey}#${form}`,
    end: await letterEnd(deps, shop, { shopperId, purpose: 'reviews' }),
  };
}

async function factsOf(request: Request): Promise<Prepared> {
  const { deps, tx, shop, topic: order, shopper, payload, now } = request;
  const settings = settingsOf(shop);
  const { document, version } = await currentProgram(deps, tx, shop);
  const program = { document, version };
  const asked: RequestFacts['asked'][number][] = [];
  for (const prompt of await promptsFor(request)) {
    const { productId } = prompt;
    // The message shows what is offered: from now on that is a fact.
    const offer = await getOrCreateOffer(tx, { shopper, productId }, { program, settings, now });
    asked.push({ prompt, offer: shownOffer(offer) });
  }
  const facts = {
    to: shopper.email ?? '',
    locale: shopper.locale,
    shopName: shop.name,
    orderId: order.id,
    step: payload.step,
    ownText: settings.requestText,
    asked,
  };
  return { facts, shopperId: shopper.id, endsAt: order.arrivedAt + ASKED_FOR_MS };
}

/** What may still be asked about: not reviewed, not sent back. */
async function promptsFor({
  tx,
  shop,
  topic: order,
  shopper,
  now,
}: Request): Promise<ReviewPrompt[]> {
  const who = { shopId: shop.id, shopperId: shopper.id, limit: WRITTEN_MAX };
  const written = await tx.run(selectReviewsBy, who);
  const reviewed = new Set(written.map(({ productId }) => productId));
  const prompts = promptsOf([order], { reviewed, settings: settingsOf(shop), now });
  return withNames(tx, shopper, prompts);
}
