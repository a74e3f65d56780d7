import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Receipt } from '@okaeri/shared/ledger';
import type { OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Quote, QuoteInput, Quotes } from '@okaeri/shared/storefront';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { PointsOutOfRangeError } from '../earning/points-rules.ts';
import type { Part } from '../earning/part-rules.ts';
import { roomIn } from '../earning/use-caps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { currentProgram } from '../program/load-program.ts';
import { contextOf, NOBODY, shopperOfId } from '../shoppers/shopper-context.ts';
import type { Tx } from '../../platform/store/store.ts';
import { orderTarget } from './rules/order-rules.ts';
import { QUOTE_LIFE_MS, quoteIdFor } from './rules/quote-rules.ts';
import { firstOrderRule } from './rules/terms-rules.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { OwnerContext } from '../ledger/documents.ts';

/** What a cart would earn: the order it would become, given to the function that awards orders. */
export const quoteCart = (
  deps: Deps,
  input: { shop: ShopRow; cart: QuoteInput; externalId: string | null },
): Promise<Outcome<Quote>> =>
  deps.store.read(async (tx) => quoteOne(tx, await termsOf(deps, tx, input), input.cart));

/** The same of several carts, each as if it were the only one; one that was refused already stays so. */
export const quoteCarts = (
  deps: Deps,
  input: { shop: ShopRow; carts: readonly Outcome<QuoteInput>[]; externalId: string | null },
): Promise<Quotes> =>
  deps.store.read(async (tx) => {
    const terms = await termsOf(deps, tx, input);
    const items = [];
    for (const cart of input.carts) {
      const outcome = 'ok' in cart ? await quoteOne(tx, terms, cart.ok) : cart;
      items.push('ok' in outcome ? { quote: outcome.ok } : outcome);
    }
    return { items };
  });

/** What carts are quoted by: the programme, who asks, and when. */
interface Terms {
  readonly shop: ShopRow;
  readonly shopper: ShopperRow | undefined;
  readonly who: OwnerContext;
  readonly document: ProgramDocument;
  readonly version: number;
  readonly now: number;
  readonly secretKey: Buffer;
}

async function termsOf(
  deps: Deps,
  tx: Tx,
  { shop, externalId }: { shop: ShopRow; externalId: string | null },
): Promise<Terms> {
  const now = nowOf(deps, shop);
  const { document, version } = await currentProgram(deps, tx, shop);
  const shopper =
    externalId === null ? undefined : await shopperOfId(tx, { shopId: shop.id, externalId });
  const who = shopper === undefined ? NOBODY : await contextOf(tx, shopper, document, now);
  return { shop, shopper, who, document, version, now, secretKey: deps.secretKey };
}

async function quoteOne(tx: Tx, terms: Terms, cart: QuoteInput): Promise<Outcome<Quote>> {
  const { shop, shopper, who, document, version, now, secretKey } = terms;
  try {
    const { parts } = orderTarget(asOrder(cart, document, now), {
      document,
      programVersion: version,
      who,
      toShopRate: null,
      campaignTimes: [now],
    });
    const settled = [];
    for (const part of parts)
      settled.push(await settleNow(tx, part, { shop, shopper, timeZone: document.timeZone }));
    const expiresAt = now + QUOTE_LIFE_MS;
    const [main] = settled;
    if (main === undefined) throw new Error('An order has at least one part.');
    return {
      ok: {
        quoteId: quoteIdFor({ shopId: shop.id, version, expiresAt }, secretKey),
        expiresAt: isoOf(expiresAt),
        points: settled.reduce((sum, { target }) => sum + target, 0),
        receipt: main.receipt,
        receipts: settled.map(({ receipt }) => receipt),
        mayChange: mayChangeOf(parts, document),
      },
    };
  } catch (error) {
    if (error instanceof PointsOutOfRangeError)
      return { refused: { code: 'pointsOutOfRange', detail: error.message } };
    throw error;
  }
}

function asOrder(cart: QuoteInput, document: ProgramDocument, now: number): OrderState {
  return {
    updatedAt: isoOf(now),
    currency: cart.currency,
    placedAt: isoOf(now),
    paymentStatus: 'paid',
    channel: cart.channel ?? null,
    market: cart.market ?? null,
    // A shelf price contains what the programme counts, unless the page says otherwise.
    taxesIncluded: cart.taxesIncluded ?? firstOrderRule(document.earning)?.includeTax ?? false,
    lines: cart.lines.map((line, index) => ({
      ...line,
      id: String(index).padStart(3, '0'),
      refundedQuantity: 0,
      refundedMinor: 0,
    })),
    shippingMinor: 0,
    shippingTaxMinor: 0,
    refundedShippingMinor: 0,
    refundedOtherMinor: 0,
    voucherCodes: [],
    voucherPayments: [],
  };
}

/** What a part would give now: no more than its caps have room for. */
async function settleNow(
  tx: Tx,
  part: Part,
  by: { shop: ShopRow; shopper: ShopperRow | undefined; timeZone: string },
): Promise<{ target: number; receipt: Receipt }> {
  const { shop, shopper, timeZone } = by;
  // A guest has used nothing of their own caps, but shares the budgets.
  const caps = shopper === undefined ? part.caps.filter(({ shared }) => shared) : part.caps;
  if (caps.length === 0) return part.settle(part.desired, null);
  const owner = { shopId: shop.id, shopperId: shopper?.id ?? '', timeZone };
  const own = { times: 0, points: 0 };
  const room = await roomIn(tx, owner, { caps, at: part.at, own, peek: true });
  if (room.points >= part.desired) return part.settle(part.desired, null);
  const until = room.until === null ? null : isoOf(room.until);
  return part.settle(room.points, { room: room.points, until });
}

function mayChangeOf(parts: readonly Part[], document: ProgramDocument): Quote['mayChange'] {
  const caps = parts.flatMap((part) => part.caps);
  return [
    ...(caps.some(({ shared }) => !shared) ? (['cap'] as const) : []),
    ...(caps.some(({ shared }) => shared) ? (['budget'] as const) : []),
    ...(document.tiers.length > 0 ? (['tier'] as const) : []),
  ];
}
