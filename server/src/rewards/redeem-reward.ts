import type { Redemption, RedemptionInput } from '@okaeri/shared/rewards';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { hold } from '../ledger/holding-rules.ts';
import { loadSpendable, type OpenBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { DAY_MS } from '../lib/clock.ts';
import { newId, randomCode } from '../lib/ids.ts';
import { loadProgram } from '../program/load-program.ts';
import {
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../shoppers/resolve-shopper.ts';
import { answerOnce, type Answer, type Answered } from '../store/answer-once.ts';
import type { RedemptionRow, ShopRow } from '../store/rows.ts';
import type { Tx } from '../store/store.ts';
import { CODE_LENGTH, codeDigest, formatCode } from './code-rules.ts';
import { insertRedemption } from './queries.ts';
import { toBalance, toRedemption } from './redemption-view.ts';
import { planRedemption, type RedemptionPlan } from './reward-rules.ts';

type Plan = Exclude<RedemptionPlan, { refused: unknown }>;

const issue = async (
  tx: Tx,
  open: OpenBook,
  plan: Plan,
  programVersion: number,
): Promise<Redemption> => {
  const { shopId, id: shopperId } = open.shopper;
  const points = plan.reward.cost.fixed;
  const id = `rd_${newId()}`;
  const expireAt = open.now + plan.reward.validDays * DAY_MS;
  await loadSpendable(tx, open, points);
  open.book = hold(open.book, { id, points, expireAt, now: open.now });
  const code = formatCode(randomCode(CODE_LENGTH));
  const row: RedemptionRow = {
    shopId,
    id,
    shopperId,
    rewardId: plan.reward.id,
    programVersion,
    state: 'issued',
    points,
    allocations: open.book.holdings.get(id)?.allocations ?? [],
    valueMinor: plan.valueMinor,
    currency: plan.currency,
    code,
    codeDigest: codeDigest(shopId, code),
    createdAt: open.now,
    expireAt,
    endedAt: null,
    orderId: null,
    version: 1,
  };
  await tx.run(insertRedemption, row);
  await saveBook(tx, open);
  return { ...toRedemption(row), balance: toBalance(open.book.account) };
};

/** Takes a reward for a shopper: the points are held and a code is issued, or neither. */
export const redeemReward = (
  deps: Deps,
  input: {
    shop: ShopRow;
    who: ShopperIdentity;
    body: RedemptionInput;
    idempotencyKey: string;
  },
): Promise<Answered<Redemption>> =>
  deps.store.write(async (tx): Promise<Answered<Redemption>> => {
    const { shop, body } = input;
    const now = nowOf(deps, shop);
    const version = shop.programVersion;
    const document = await loadProgram(deps, tx, { shopId: shop.id, version });
    const shopper = await resolveShopper(tx, { shopId: shop.id, who: input.who, now });
    if (shopper === undefined) throw new Error('A redemption needs a shopper.');
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: 'redemptions',
      key: input.idempotencyKey,
      body,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<Redemption>> => {
      const program = { document, version };
      const open = await openShopperBook(tx, { shopper, program, now, bonus: true });
      if (shopper.status === 'blocked')
        return { refused: { code: 'shopperBlocked', detail: 'Ask the shop about it.' } };
      if (shopper.status === 'guest' && document.enrolment === 'explicit')
        return { refused: { code: 'notEnrolled', detail: 'Join the programme first.' } };
      const plan = planRedemption({
        document,
        rewardId: body.rewardId,
        points: body.points ?? null,
        currency: body.currency ?? null,
        available: open.book.account.available,
      });
      if ('refused' in plan) {
        await saveBook(tx, open);
        return plan;
      }
      return { status: 201, body: await issue(tx, open, plan, version) };
    });
  });
