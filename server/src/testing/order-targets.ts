import type { OrderRequest } from '@okaeri/shared/orders';
import type { ProgramRequest } from '@okaeri/shared/program';
import { orderTarget } from '../loyalty/orders/rules/order-rules.ts';
import { documentWith, lineOf, orderOf, PLACED_AT } from './rule-inputs.ts';

type Terms = Parameters<typeof orderTarget>[1];

/** What an order is counted by: a plain programme, changed, and nobody in a tier or a segment. */
export const termsOf = (
  program: Partial<ProgramRequest> = {},
  change: Partial<Terms> = {},
): Terms => ({
  document: documentWith(program),
  programVersion: 3,
  who: { tierId: null, segmentIds: [], first: false },
  toShopRate: null,
  campaignTimes: [PLACED_AT],
  ...change,
});

/** What an order is to earn. */
export const targetOf = (order: Partial<OrderRequest>, terms = termsOf()) =>
  orderTarget(orderOf(order), terms);

/** Each part's id and points, and why there are none. */
export const pointsOf = (order: Partial<OrderRequest>, terms = termsOf()) =>
  targetOf(order, terms).parts.map((part) => {
    const { target, receipt } = part.settle(part.desired, null);
    return [part.part.replace('\u001f', '/'), part.desired, receipt.reason ?? target];
  });

/** A programme of these rules. */
export const rules = (...earning: ProgramRequest['earning']): Partial<ProgramRequest> => ({
  earning,
});

/** Two lines, one of them with a tag. */
export const twoLines = { lines: [lineOf('a'), lineOf('b', { priceMinor: 500, tags: ['new'] })] };
