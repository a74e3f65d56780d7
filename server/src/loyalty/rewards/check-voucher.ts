import type { Outcome } from '../../platform/lib/outcome.ts';
import type { VoucherAnswer, VoucherUse, VoucherValidation } from '@okaeri/shared/redemptions';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import { codeDigest } from './code-rules.ts';
import { selectRedemptionByCode } from './queries.ts';
import { moveVoucher, rewardOf } from './settle-vouchers.ts';
import { answerOf, INVALID, remainingOf, voucherProblem } from './voucher-rules.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Whether a checkout may take a code. Changes nothing. */
export const validateVoucher = (
  deps: Deps,
  input: { shop: ShopRow; code: string; basket: VoucherValidation },
): Promise<VoucherAnswer> =>
  deps.store.read(async (tx): Promise<VoucherAnswer> => {
    const { shop, basket } = input;
    const key = { shopId: shop.id, codeDigest: codeDigest(shop.id, input.code) };
    const found = await first(tx, selectRedemptionByCode, key);
    if (found === undefined) return INVALID;
    const { redemption } = found;
    const reward = await rewardOf(deps, tx, redemption);
    const remainingMinor = remainingOf(redemption.valueMinor, redemption.uses);
    const reason = voucherProblem(
      {
        state: redemption.state,
        expireAt: redemption.expireAt,
        currency: redemption.currency,
        remainingMinor,
        externalShopperId: found.externalShopperId,
        minimumBasketMinor: reward?.minimumBasket[redemption.currency] ?? 0,
        reward,
      },
      { ...basket, shopperId: basket.shopperId ?? null },
      nowOf(deps, shop),
    );
    return reason === null ? answerOf(reward, remainingMinor) : { ...INVALID, reason };
  });

export type VoucherMoved = Outcome<VoucherAnswer>;

/** An order takes a code, or gives it back. Either may be repeated. */
export const moveVoucherByCode = (
  deps: Deps,
  input: { shop: ShopRow; code: string; use: VoucherUse; to: 'used' | 'issued' },
): Promise<VoucherMoved> =>
  deps.store.write(async (tx): Promise<VoucherMoved> => {
    const { shop, to } = input;
    const key = { shopId: shop.id, codeDigest: codeDigest(shop.id, input.code) };
    const found = await first(tx, selectRedemptionByCode, key);
    if (found === undefined)
      return { refused: { code: 'unknownVoucher', detail: 'The shop has no such code.' } };
    const { redemption } = found;
    const { orderId } = input.use;
    const amountMinor = input.use.amountMinor ?? null;
    const reward = await rewardOf(deps, tx, redemption);
    const now = nowOf(deps, shop);
    const move = { shopId: shop.id, redemption, reward, orderId, to, amountMinor, now };
    if (!(await moveVoucher(tx, move)))
      return {
        refused: {
          code: 'voucherNotUsable',
          detail: `The code is ${redemption.state} and cannot become ${to} by this order.`,
        },
      };
    return { ok: answerOf(reward, redemption.valueMinor) };
  });
