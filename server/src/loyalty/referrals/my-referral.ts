import type { Outcome } from '../../platform/lib/outcome.ts';
import type { MyReferral } from '@okaeri/shared/referrals';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { randomCode } from '../../platform/lib/ids.ts';
import { currentProgram } from '../program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { countOfReferrer, selectShopperIdByReferralCode, setReferralCode } from './queries.ts';
import { referralRuleOf } from './referral-rules.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** Characters of a referral code: 40 random bits. It is public, so it need only be one of a kind. */
const CODE_LENGTH = 8;

/** A shopper's code to give to friends, made when it is first asked for, and what came of it. */
export const readMyReferral = (
  deps: Deps,
  input: { shop: ShopRow; shopper: ShopperRow },
): Promise<Outcome<MyReferral>> =>
  deps.store.write(async (tx): Promise<Outcome<MyReferral>> => {
    const { shop, shopper } = input;
    const { document } = await currentProgram(deps, tx, shop);
    if (referralRuleOf(document) === undefined)
      return { refused: { code: 'noReferrals', detail: 'The programme rewards no referrals.' } };
    const key = { shopId: shop.id, shopperId: shopper.id };
    const row = await first(tx, lockShopper, key);
    const code = row?.referralCode ?? randomCode(CODE_LENGTH);
    if (row?.referralCode == null) await tx.run(setReferralCode, { ...key, code });
    const counts = await tx.run(countOfReferrer, {
      shopId: shop.id,
      referrerId: shopper.id,
      since: 0,
    });
    const of = (state: string): number => counts.find((count) => count.state === state)?.count ?? 0;
    return { ok: { code, approved: of('approved'), waiting: of('doubtful') } };
  });

/**
 * Gives a shopper the code they had elsewhere, so that what their friends have goes on leading to them.
 * One they have here already stays. False where somebody else has it.
 */
export const takeReferralCode = async (
  tx: Tx,
  { shopId, shopperId, code }: { shopId: string; shopperId: string; code: string },
): Promise<boolean> => {
  const holder = await first(tx, selectShopperIdByReferralCode, { shopId, code });
  if (holder !== undefined) return holder.id === shopperId;
  const row = await first(tx, lockShopper, { shopId, shopperId });
  if (row?.referralCode === null) await tx.run(setReferralCode, { shopId, shopperId, code });
  return true;
};
