import type { GiftInput } from '@okaeri/shared/shoppers';
import type { Redemption } from '@okaeri/shared/redemptions';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { currentProgram, type ProgramVersion } from '../../loyalty/program/load-program.ts';
import { costFor } from '../../loyalty/rewards/reward-rules.ts';
import { contextOf } from '../../loyalty/shoppers/shopper-context.ts';
import { takeReward } from '../../loyalty/rewards/redeem-reward.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';

interface Giving {
  readonly shop: ShopRow;
  readonly externalId: string;
  readonly body: GiftInput;
  readonly idempotencyKey: string;
  /** The line of the log about it; the adjustment is named after it. */
  readonly actId?: string | undefined;
}

/** What ends a write that has given the points already, where the reward is refused. */
class GiftRefused extends Error {
  override readonly name = 'GiftRefused';
  readonly answer: Extract<Answer<Redemption>, { refused: unknown }>;
  constructor(answer: GiftRefused['answer']) {
    super(answer.refused.detail);
    this.answer = answer;
  }
}

/** Gives somebody a reward, for their own points or with what it costs as a present: both, or neither. */
export const giveReward = async (deps: Deps, input: Giving): Promise<Answered<Redemption>> => {
  try {
    return await deps.store.write((tx) => give(deps, tx, input));
  } catch (error) {
    // The points given before it are undone with the write.
    if (error instanceof GiftRefused) return { ...error.answer, hit: false };
    throw error;
  }
};

async function give(deps: Deps, tx: Tx, input: Giving): Promise<Answered<Redemption>> {
  const { shop, externalId, body } = input;
  const shopper = await lockNamed(tx, { shopId: shop.id, externalId });
  if (shopper === undefined)
    return { refused: { code: 'unknownShopper', detail: 'No such shopper.' }, hit: false };
  const request = {
    shopId: shop.id,
    principal: shopper.id,
    route: 'gifts',
    key: input.idempotencyKey,
    body,
    now: deps.clock.now(),
  };
  return answerOnce(tx, request, async (): Promise<Answer<Redemption>> => {
    const program = await currentProgram(deps, tx, shop);
    if (body.isFree) await givePoints(deps, tx, input, { shopper, program });
    const row = await first(tx, lockShopper, { shopId: shop.id, shopperId: shopper.id });
    const open = await openBook(tx, row ?? shopper, nowOf(deps, shop));
    const taken = await takeReward({ deps, shop }, tx, open, {
      program,
      body: { rewardId: body.rewardId },
    });
    if ('refused' in taken && body.isFree) throw new GiftRefused(taken);
    return taken;
  });
}

async function givePoints(
  deps: Deps,
  tx: Tx,
  { shop, body, actId = newId() }: Giving,
  of: { shopper: ShopperRow; program: ProgramVersion },
): Promise<void> {
  const { document } = of.program;
  const reward = document.rewards.find(({ id }) => id === body.rewardId);
  if (reward === undefined) return;
  const now = nowOf(deps, shop);
  const points = costFor(reward, await contextOf(tx, of.shopper, document, now), null).fixed;
  // What has no fixed price is refused by the taking.
  if (points === undefined) return;
  const open = await openBook(tx, of.shopper, now);
  await adjustInBook(tx, open, of.program, {
    id: `adj_${actId}`,
    points,
    reason: body.reason,
    note: body.note ?? null,
    countsForLifetime: false,
    batchId: null,
  });
}
