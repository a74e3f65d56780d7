import { planRequest } from './content/reviews/plan-request.ts';
import type { Deps } from './deps.ts';
import { noteArrival } from './engagement/surveys/draw-after.ts';
import type { OrderFollower } from './loyalty/orders/rules/order-follower.ts';
import { refundedInFull } from './loyalty/orders/rules/money-rules.ts';
import { followReferral, leaveReferral } from './loyalty/referrals/follow-referral.ts';
import { settleVouchers } from './loyalty/rewards/settle-vouchers.ts';

/** What follows an order, in this order. `deps` is asked for when an order comes: the list is a part of it. */
export const orderFollowers = (deps: () => Deps): readonly OrderFollower[] => [
  {
    name: 'referrals',
    post: (tx, owner, order) => followReferral(tx, owner, order, deps().secretKey),
    leave: leaveReferral,
  },
  {
    name: 'reviewRequests',
    async follow(tx, { shop, orderId, shopperId, state, arrivedAt, isImported, now }) {
      if (arrivedAt !== null && !isImported) {
        const order = { id: orderId, state, arrivedAt };
        await planRequest(deps(), tx, { shop, order, shopperId, now });
      }
      return [];
    },
  },
  {
    name: 'surveys',
    async follow(tx, { shop, orderId, shopperId, arrivedAt, isImported, now }) {
      if (arrivedAt !== null && shopperId !== null && !isImported)
        await noteArrival(deps(), tx, { shop, orderId, arrivedAt, now });
      return [];
    },
  },
  {
    name: 'vouchers',
    follow: (tx, order) =>
      settleVouchers(deps(), tx, { ...order, refundedInFull: refundedInFull(order.state) }),
  },
];
