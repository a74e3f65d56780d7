import type { ReviewPrompt } from '@okaeri/shared/reviews';
import { decrypt } from '../../access/encrypt.ts';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { signLink } from '../../access/signed-links.ts';
import { claimContact } from '../../loyalty/contacts/claim-contact.ts';
import { mailAt } from '../../loyalty/contacts/contact-rules.ts';
import { refusesMail } from '../../loyalty/contacts/refuse-contacts.ts';
import { contactSettingsOf } from '../../loyalty/contacts/settings.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { handMail } from '../../platform/mail/hand-mail.ts';
import { arrivedOrderOf } from '../../loyalty/orders/arrived-orders.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { currentProgram, loadProgram } from '../../loyalty/program/load-program.ts';
import { findMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { getOrCreateOffer } from './load-review.ts';
import { madeOffer } from './offer-rules.ts';
import { planStep } from './plan-request.ts';
import { withNames } from './name-products.ts';
import { ASKED_FOR_MS, askedFrom, isAsked, promptsOf } from './purchase-rules.ts';
import { selectReviewsBy } from './queries.ts';
import { codeMail, requestMail, type RequestFacts } from './request-mail.ts';
import { settingsOf } from './settings.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

const WRITTEN_MAX = 100;

interface Sending {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly shop: ShopRow;
  readonly order: ArrivedOrder;
  readonly shopper: ShopperRow;
  readonly now: number;
}

/** A request without its links, which cannot be signed while the store waits. */
interface Prepared {
  readonly facts: Omit<RequestFacts, 'formUrl' | 'unsubscribeUrl'>;
  readonly shopperId: string;
  readonly endsAt: number;
}

type Request = OutboxPayload<'reviewRequest'>;

/**
 * Asks for reviews by e-mail, if there is still something to ask about and room for it in
 * the shopper's contact budget. The budget is charged before the message leaves: one that
 * was charged and is tried again is not charged twice.
 */
export const sendReviewRequest = async (
  deps: Deps,
  row: OutboxRow,
  request: Request,
): Promise<Delivery> => {
  const shop = await findShop(deps, row.shopId);
  if (shop === undefined) return dropped('the shop is gone');
  const prepared = await deps.store.write((tx) => prepare(deps, tx, { shop, request }));
  if ('kind' in prepared) return prepared;
  return handMail(deps, await requestMail(await withLinks(deps, shop, prepared)));
};

/** Sends the code that confirms an address. It was asked for, so no budget is charged. */
export const sendAddressCode = async (
  deps: Deps,
  row: OutboxRow,
  { shopperId, sealedCode }: OutboxPayload<'addressCode'>,
): Promise<Delivery> => {
  const { shopId } = row;
  const shop = await findShop(deps, shopId);
  const shopper = await deps.store.read((tx) => findMerged(tx, { shopId, shopperId }));
  if (shop === undefined || shopper?.email == null) return dropped('nobody to send it to');
  const code = decrypt(deps.secretKey, sealedCode, shopperId);
  const { email: to, locale } = shopper;
  return handMail(deps, await codeMail({ to, locale, shopName: shop.name, code }));
};

function dropped(why: string): Delivery {
  return { kind: 'dropped', why };
}

async function prepare(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; request: Request },
): Promise<Delivery | Prepared> {
  const { shop, request } = input;
  const found = await arrivedOrderOf(tx, { shopId: shop.id, orderId: request.orderId });
  if (found?.shopperId == null) return dropped('the order has not arrived, or is nobody’s');
  const key = { shopId: shop.id, shopperId: found.shopperId };
  const shopper = await first(tx, lockShopper, key);
  if (shopper === undefined || shopper.erasedAt !== null) return dropped('nobody to ask');
  const sending = { deps, tx, shop, order: found.order, shopper, now: nowOf(deps, shop) };
  const { step } = request;
  const held = await heldBack(sending, step);
  if (held !== null) return held;
  const { reminders, remindAfterDays } = settingsOf(shop);
  const prepared = await factsOf(sending, step);
  if (step < reminders) {
    const dueAt = sending.now + remindAfterDays * DAY_MS;
    await planStep(deps, tx, { shop, orderId: request.orderId, step: step + 1, dueAt });
  }
  return prepared;
}

async function withLinks(deps: Deps, shop: ShopRow, prepared: Prepared): Promise<RequestFacts> {
  const { facts, shopperId, endsAt } = prepared;
  const link = { shopperId, orderId: facts.orderId, confirmed: false };
  const form = await signLink(deps, shop, { ...link, use: 'review', endsAt });
  const stop = await signLink(deps, shop, { ...link, use: 'unsubscribe', endsAt: null });
  return {
    ...facts,
    formUrl: `${deps.publicUrl}/review/${shop.publicKey}#${form}`,
    unsubscribeUrl: `${deps.publicUrl}/unsubscribe/${shop.publicKey}/${stop}`,
  };
}

/** Why nobody is to be asked any more, or when they may be. */
async function heldBack(sending: Sending, step: number): Promise<Delivery | null> {
  const { deps, tx, shop, order, shopper, now } = sending;
  const settings = settingsOf(shop);
  const later = (at: number): Delivery => ({ kind: 'later', at: at - shop.clockOffsetMs });
  if (!settings.byEmail || !isAsked(order.id, settings)) return dropped('not asked by e-mail');
  if (step > settings.reminders) return dropped('no more reminders');
  const from = askedFrom(order, settings);
  if (from > now) return later(from);
  if (order.arrivedAt < now - ASKED_FOR_MS) return dropped('too long ago');
  if (shopper.email === null || shopper.status === 'blocked') return dropped('nobody to ask');
  const person = { shopId: shop.id, shopperId: shopper.id };
  if (await refusesMail(tx, person, 'reviewRequest')) return dropped('unsubscribed');
  if ((await promptsFor(sending)).length === 0) return dropped('nothing to ask about');
  const version = shop.programVersion;
  const { timeZone } = await loadProgram(deps, tx, { shopId: shop.id, version });
  const mayLeaveAt = mailAt(contactSettingsOf(shop), now, timeZone);
  if (mayLeaveAt > now) return later(mayLeaveAt);
  const subject = step === 0 ? order.id : `${order.id} ${step}`;
  const wish = { kind: 'reviewRequest', channel: 'email', subject } as const;
  const decision = await claimContact(tx, { shop, shopper, wish, now });
  if (decision.allowed) return null;
  return decision.until === null ? dropped('asked before') : later(decision.until);
}

async function factsOf(sending: Sending, step: number): Promise<Prepared> {
  const { deps, tx, shop, order, shopper, now } = sending;
  const settings = settingsOf(shop);
  const { document, version } = await currentProgram(deps, tx, shop);
  const program = { document, version };
  const asked: RequestFacts['asked'][number][] = [];
  for (const prompt of await promptsFor(sending)) {
    const { productId } = prompt;
    // The message shows what is offered: from now on that is a fact.
    const offer = await getOrCreateOffer(tx, { shopper, productId }, { program, settings, now });
    asked.push({ prompt, offer: madeOffer(offer) });
  }
  const facts = {
    to: shopper.email ?? '',
    locale: shopper.locale,
    shopName: shop.name,
    orderId: order.id,
    step,
    ownText: settings.requestText,
    asked,
  };
  return { facts, shopperId: shopper.id, endsAt: order.arrivedAt + ASKED_FOR_MS };
}

/** What may still be asked about: not reviewed, not sent back. */
async function promptsFor({ tx, shop, order, shopper, now }: Sending): Promise<ReviewPrompt[]> {
  const who = { shopId: shop.id, shopperId: shopper.id, limit: WRITTEN_MAX };
  const written = await tx.run(selectReviewsBy, who);
  const reviewed = new Set(written.map(({ productId }) => productId));
  const prompts = promptsOf([order], { reviewed, settings: settingsOf(shop), now });
  return withNames(tx, shopper, prompts);
}
