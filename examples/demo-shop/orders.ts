import type { z } from 'zod';
import type { orderState } from '@okaeri/shared/orders';
import { ACCOUNTS, type AccountId } from './accounts.ts';
import { CATALOGUE } from './catalogue.ts';

/** The state of one order, as the shop keeps it and sends it whole at every change. */
export type DemoOrder = z.input<typeof orderState>;

/** What a cart holds: product id to pieces. */
export type Cart = Readonly<Record<string, number>>;

const SHIPPING_MINOR = 500;
const TAX_PERCENT = 10;
/** Orders above this are sent for nothing. */
const FREE_SHIPPING_MINOR = 5000;

const includedTax = (grossMinor: number): number =>
  Math.floor((grossMinor * TAX_PERCENT) / (100 + TAX_PERCENT));

/** The lines of a cart; unknown products are left out. */
const linesOf = (cart: Cart): DemoOrder['lines'] =>
  CATALOGUE.filter(({ id }) => (cart[id] ?? 0) > 0).map((product) => {
    const quantity = cart[product.id] ?? 0;
    return {
      id: product.id,
      productId: product.id,
      title: product.name.en,
      quantity,
      priceMinor: product.priceMinor,
      taxMinor: includedTax(product.priceMinor * quantity),
      tags: [...product.tags],
    };
  });

/** What the goods of a cart cost. */
export const goodsMinor = (cart: Cart): number =>
  linesOf(cart).reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);

/** A paid order, as the shop's checkout makes it. */
export const placeOrder = (input: {
  cart: Cart;
  account: AccountId | null;
  email: string | null;
  quoteId: string | null;
  voucher: { code: string; amountMinor: number } | null;
  now: string;
}): DemoOrder => {
  const goods = goodsMinor(input.cart);
  const shippingMinor = goods >= FREE_SHIPPING_MINOR ? 0 : SHIPPING_MINOR;
  const account = input.account && ACCOUNTS[input.account];
  return {
    updatedAt: input.now,
    shopper: account
      ? { id: account.id, email: account.email, name: account.name.en }
      : input.email
        ? { email: input.email }
        : null,
    currency: 'JPY',
    toShopRate: '1',
    placedAt: input.now,
    paymentStatus: 'paid',
    paidAt: input.now,
    channel: 'web',
    taxesIncluded: true,
    quoteId: input.quoteId,
    lines: linesOf(input.cart),
    shippingMinor,
    shippingTaxMinor: includedTax(shippingMinor),
    voucherCodes: input.voucher ? [input.voucher.code] : [],
    voucherPayments: input.voucher ? [input.voucher] : [],
  };
};

/** What the shop can do with an order afterwards. */
export type Act = 'ship' | 'refundOne' | 'undoRefund' | 'cancel' | 'reopen';

const refundOnePiece = (lines: DemoOrder['lines']): DemoOrder['lines'] => {
  const at = lines.findIndex((line) => (line.refundedQuantity ?? 0) < line.quantity);
  return lines.map((line, index) =>
    index === at
      ? {
          ...line,
          refundedQuantity: (line.refundedQuantity ?? 0) + 1,
          refundedMinor: (line.refundedMinor ?? 0) + line.priceMinor,
        }
      : line,
  );
};

/** The next state of an order; Okaeri is told the state, never the act. */
export const changeOrder = (order: DemoOrder, act: Act, now: string): DemoOrder => {
  const updatedAt = new Date(
    Math.max(Date.parse(now), Date.parse(order.updatedAt) + 1),
  ).toISOString();
  const changes: Readonly<Record<Act, () => Partial<DemoOrder>>> = {
    ship: () => ({ fulfilledAt: updatedAt }),
    cancel: () => ({ cancelledAt: updatedAt }),
    reopen: () => ({ cancelledAt: null }),
    undoRefund: () => ({
      lines: order.lines.map((line) => ({ ...line, refundedQuantity: 0, refundedMinor: 0 })),
    }),
    refundOne: () => ({ lines: refundOnePiece(order.lines) }),
  };
  return { ...order, updatedAt, ...changes[act]() };
};
