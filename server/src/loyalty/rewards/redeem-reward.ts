import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Reward } from '@okaeri/shared/rewards';
import type { Redemption, RedemptionInput } from '@okaeri/shared/redemptions';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { periodOf, type PartCap, capsOfReward } from '../earning/cap-rules.ts';
import { roomIn, useCaps, type CapOwner } from '../earning/use-caps.ts';
import { hold, use } from '../ledger/holding-rules.ts';
import { loadSpendable, type OpenBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { currentProgram, type ProgramVersion } from '../program/load-program.ts';
import {
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../shoppers/resolve-shopper.ts';
import { contextOf } from '../shoppers/shopper-context.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import type { Tx } from '../../platform/store/store.ts';
import { insertRedemption } from './queries.ts';
import { toBalance, toRedemption } from './redemption-view.ts';
import {
  findReward,
  planRedemption,
  type RedemptionPlan,
  type RedemptionContext,
} from './reward-rules.ts';
import { refusedFor } from './permission-rules.ts';
import { requestVoucher } from './request-voucher.ts';
import { allocateCode } from './allocate-code.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** What an act on a redemption comes to. */
export type RedemptionAnswer = Answer<Redemption> | Answered<Redemption>;

type Plan = Exclude<RedemptionPlan, { refused: unknown }>;

/** Takes a reward for a shopper: the points are held and a code is issued, or neither. */
export const redeemReward = (
  deps: Deps,
  input: {
    shop: ShopRow;
    who: ShopperIdentity;
    body: RedemptionInput;
    idempotencyKey: string;
    /** Whose key it is: a shopper's own, or the merchant's on their behalf. */
    by: 'shopper' | 'merchant';
  },
): Promise<Answered<Redemption>> =>
  deps.store.write(async (tx): Promise<Answered<Redemption>> => {
    const { shop, body } = input;
    const now = nowOf(deps, shop);
    const { document, version } = await currentProgram(deps, tx, shop);
    const shopper = await resolveShopper(deps, tx, { shopId: shop.id, who: input.who, now });
    if (shopper === undefined) throw new Error('A redemption needs a shopper.');
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: input.by === 'shopper' ? 'redemptions' : 'merchantRedemptions',
      key: input.idempotencyKey,
      body,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<Redemption>> => {
      const program = { document, version };
      const open = await openShopperBook(tx, { shopper, program, now, bonus: true });
      const answer = await takeReward({ deps, shop }, tx, open, { program, body });
      // What fell due, and joining, are kept although the reward was refused.
      if ('refused' in answer) await saveBook(tx, open);
      return answer;
    });
  });

/** Takes a reward within an open book, and saves it; nothing where it was refused. */
export async function takeReward(
  at: { deps: Deps; shop: ShopRow },
  tx: Tx,
  open: OpenBook,
  { program, body }: { program: ProgramVersion; body: RedemptionInput },
): Promise<Answer<Redemption>> {
  const { document } = program;
  const refused = refusedFor(open.shopper, document);
  if (refused !== undefined) return { refused };
  const found = findReward(document, body.rewardId);
  if ('refused' in found) return found;
  const { reward } = found;
  const unholdable = await at.deps.refuseUnholdable(tx, open.shopper.shopId, [reward]);
  if (unholdable !== undefined) return { refused: unholdable };
  const standpoint = await standpointOf(tx, open, program, { reward, body });
  const asked = { points: body.points ?? null, currency: body.currency ?? document.currency };
  const plan = planRedemption(reward, asked, standpoint);
  if ('refused' in plan) return plan;
  noteRedemption(open, document);
  const issued = await issue(at, tx, open, { plan, program });
  return 'refused' in issued ? issued : { status: 201, body: issued.ok };
}

async function standpointOf(
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  asked: { reward: Reward; body: RedemptionInput },
): Promise<RedemptionContext> {
  const { limit, stock } = capsOfReward(asked.reward);
  const look = { at: open.now, own: { times: 0, points: 0 } };
  const owner = ownerOf(open, program);
  return {
    who: await contextOf(tx, open.shopper, program.document, open.now),
    market: asked.body.market ?? null,
    available: open.book.account.available,
    limit: await roomIn(tx, owner, { caps: limit, ...look }),
    stock: await roomIn(tx, owner, { caps: stock, ...look }),
    cart: asked.body.cart ?? null,
  };
}

/** Keeps the points alive where redeeming counts as activity. */
function noteRedemption(open: OpenBook, { expiry }: ProgramDocument): void {
  if (expiry.kind === 'inactivity' && expiry.activities.includes('redemption'))
    open.book = { ...open.book, activeAt: Math.max(open.book.activeAt, open.now) };
}

async function issue(
  { deps, shop }: { deps: Deps; shop: ShopRow },
  tx: Tx,
  open: OpenBook,
  { plan, program }: { plan: Plan; program: ProgramVersion },
): Promise<Outcome<Redemption>> {
  const { shopId, id: shopperId } = open.shopper;
  const { reward, points } = plan;
  const id = `rd_${newId()}`;
  const code = await allocateCode(tx, { shopId, redemptionId: id, reward });
  if ('refused' in code) return code;
  // What still waits for its code cannot run out.
  const expireAt = code.state === 'held' ? NEVER_AT : open.now + reward.validDays * DAY_MS;
  const { limit, stock } = capsOfReward(reward);
  const taken = { at: open.now, points };
  const caps = await countIn(tx, ownerOf(open, program), [...limit, ...stock], taken);
  await loadSpendable(tx, open, points);
  const state = code.state === 'used' ? 'issued' : code.state;
  open.book = hold(open.book, { id, state, points, expireAt, caps, now: open.now });
  if (code.state === 'used') open.book = use(open.book, id, open.now);
  const row: RedemptionRow = {
    shopId,
    id,
    shopperId,
    rewardId: reward.id,
    programVersion: program.version,
    ...code,
    points,
    allocations: open.book.holdings.get(id)?.allocations ?? [],
    caps,
    uses: [],
    valueMinor: plan.valueMinor,
    currency: plan.currency,
    createdAt: open.now,
    expireAt,
    endedAt: code.state === 'used' ? open.now : null,
    orderId: null,
    note: null,
    version: 1,
  };
  await tx.run(insertRedemption, row);
  const taking = { redemptionId: id, rewardId: reward.id, points, state: row.state };
  tx.emit({ shopId, type: 'redemption.created', shopperId, data: taking });
  if (reward.codes === 'platform' && code.state === 'held')
    await requestVoucher(deps, tx, { shop, redemptionId: id, act: 'make', now: open.now });
  await saveBook(tx, open);
  return { ok: { ...toRedemption(row, reward), balance: toBalance(open.book.account) } };
}

function ownerOf(open: OpenBook, { document }: ProgramVersion): CapOwner {
  return {
    shopId: open.shopper.shopId,
    shopperId: open.shopper.id,
    timeZone: document.timeZone,
  };
}

async function countIn(
  tx: Tx,
  owner: CapOwner,
  caps: readonly PartCap[],
  taken: { at: number; points: number },
) {
  await useCaps(tx, owner, { caps, ...taken, times: 1 });
  return caps.map(({ subject, shared, cap }) => ({
    subject,
    shared,
    periodAt: periodOf(cap, taken.at, owner.timeZone),
  }));
}
