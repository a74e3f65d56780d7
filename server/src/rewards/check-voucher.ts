import type { Refusal } from '@okaeri/shared/errors';
import type { VoucherAnswer, VoucherUse, VoucherValidation } from '@okaeri/shared/rewards';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { loadProgram } from '../program/load-program.ts';
import type { RedemptionRow, ShopRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { codeDigest } from './code-rules.ts';
import { selectRedemptionByCode } from './queries.ts';
import { voucherProblem, type VoucherFacts } from './reward-rules.ts';
import { moveVoucher } from './settle-vouchers.ts';

const INVALID: VoucherAnswer = { valid: false, kind: null, valueMinor: 0, reason: 'unknown' };

const factsOf = async (
  deps: Deps,
  tx: Tx,
  found: { redemption: RedemptionRow; externalShopperId: string | null },
): Promise<VoucherFacts> => {
  const { redemption } = found;
  const { shopId, programVersion: version } = redemption;
  const document = await loadProgram(deps, tx, { shopId, version });
  const reward = document.rewards.find(({ id }) => id === redemption.rewardId);
  return {
    state: redemption.state,
    expireAt: redemption.expireAt,
    currency: redemption.currency,
    externalShopperId: found.externalShopperId,
    minimumBasketMinor: reward?.minimumBasket[redemption.currency] ?? 0,
  };
};

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
    const reason = voucherProblem(
      await factsOf(deps, tx, found),
      { ...basket, shopperId: basket.shopperId ?? null },
      nowOf(deps, shop),
    );
    if (reason !== null) return { ...INVALID, reason };
    const { valueMinor } = found.redemption;
    return { valid: true, kind: 'fixedDiscount', valueMinor, reason: null };
  });

export type VoucherMoved = { readonly ok: VoucherAnswer } | { readonly refused: Refusal };

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
    const now = nowOf(deps, shop);
    if (!(await moveVoucher(tx, { shopId: shop.id, redemption, orderId, to, now })))
      return {
        refused: {
          code: 'voucherNotUsable',
          detail: `The code is ${redemption.state} and cannot become ${to} by this order.`,
        },
      };
    const { valueMinor } = redemption;
    return { ok: { valid: true, kind: 'fixedDiscount', valueMinor, reason: null } };
  });
