import type { AccountId } from './accounts.ts';
import type { OkaeriApi } from './okaeri-api.ts';
import { goodsMinor, type Cart } from './orders.ts';

/** What a code pays of a cart, or why it pays nothing. */
export type VoucherPayment =
  | { readonly voucher: { code: string; amountMinor: number } }
  | { readonly refused: string | null };

/** Asks Okaeri what a code is worth for a cart; nothing is used up. */
export const checkVoucher = async (
  okaeri: OkaeriApi,
  input: { code: string; cart: Cart; account: AccountId | null },
): Promise<VoucherPayment> => {
  const basketMinor = goodsMinor(input.cart);
  const basket = { currency: 'JPY', basketMinor, shopperId: input.account };
  const answer = await okaeri.validateVoucher(input.code, basket);
  if (!answer.valid) return { refused: answer.reason };
  return {
    voucher: { code: input.code, amountMinor: Math.min(answer.valueMinor, basketMinor) },
  };
};
