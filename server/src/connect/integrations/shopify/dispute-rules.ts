import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { decimalToMinor, isCurrency } from '../../../platform/lib/currency.ts';
import type { ShopifyDispute } from './payload-rules.ts';
import type { PlatformRefund } from '../contract/documents.ts';

/**
 * What has become of the money: a dispute takes it from the shop when it is lost or accepted. Where the charge was
 * refunded, that refund is listed by itself
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/dispute#resource-object).
 */
const LOST: ReadonlySet<string> = new Set(['lost', 'accepted']);
const OVER: ReadonlySet<string> = new Set([...LOST, 'won', 'charge_refunded']);

/** The name a dispute has among the refunds of its order. */
export const disputeId = ({ id }: Pick<ShopifyDispute, 'id'>): string => `dispute-${id}`;

/**
 * A dispute as a refund: one that is lost took what was disputed back; one that is open, or won, took nothing. One
 * that is over is later than one that is open, in whatever order they arrive.
 *
 * @throws UnreadableMessageError where the amount is none
 */
export const readDispute = (dispute: ShopifyDispute): PlatformRefund => {
  const { status, currency } = dispute;
  const amountMinor = isCurrency(currency) ? decimalToMinor(dispute.amount, currency) : undefined;
  if (amountMinor === undefined)
    throw new UnreadableMessageError(`"${dispute.amount} ${currency}" is no amount of money`);
  const begunAt = dispute.initiated_at ?? 0;
  return {
    at: OVER.has(status) ? Math.max(begunAt + 1, dispute.finalized_on ?? begunAt) : begunAt,
    lines: [],
    shippingNetMinor: 0,
    shippingTaxMinor: 0,
    paidBackMinor: LOST.has(status) ? Math.abs(amountMinor) : 0,
    currency,
  };
};
