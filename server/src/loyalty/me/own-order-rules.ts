import type { OrderRule } from '@okaeri/shared/earning';
import type { OrderAnswer } from '@okaeri/shared/orders';
import type { OwnOrder, PointsTime } from '@okaeri/shared/own-order';

/**
 * What the buyer of an order is shown of its points.
 *
 * @param answer the order's points as the award function left them
 * @param rule the rule that gave the most of them; undefined where none did
 */
export const ownOrderOf = (
  { orderId, points, receipt }: Pick<OrderAnswer, 'orderId' | 'points' | 'receipt'>,
  rule: Pick<OrderRule, 'hold'> | undefined,
): OwnOrder => ({
  orderId,
  points: points.posted,
  yours:
    points.posted <= 0 ? { kind: 'never', reason: receipt?.reason ?? null } : timeOf(points, rule),
});

function timeOf(
  { pending, matureAt }: Pick<OrderAnswer['points'], 'pending' | 'matureAt'>,
  rule: Pick<OrderRule, 'hold'> | undefined,
): PointsTime {
  if (pending <= 0) return { kind: 'now' };
  if (matureAt !== null) return { kind: 'on', at: matureAt };
  const { days, from } = rule?.hold ?? { days: 0, from: 'fulfilled' };
  return { kind: 'after', days, event: from };
}
