import type { Insights, InsightsAnswer } from '@okaeri/shared/insights';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { inWorker } from '../../platform/lib/in-worker.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { countWaitingPosts } from '../../content/questions/list-posts.ts';
import { countDoubtful } from '../../loyalty/referrals/decide-referral.ts';
import { countWaitingReviews } from '../../content/reviews/queue.ts';
import { wasSeen } from '../../access/widget-sightings.ts';
import { selectAnybody } from '../../loyalty/shoppers/find-queries.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { nextThings, type ShopState } from './next-rules.ts';
import { selectInsights, upsertInsights } from './queries.ts';
import { isBeingTaken, takeInTurn } from './take-in-turn.ts';
import type { ShopRow } from '../../access/tables.ts';

const WORKER = new URL('./insights-worker.ts', import.meta.url);

/** After which time they are taken anew when somebody looks. */
export const INSIGHTS_FRESH_MS = 300_000;
/** Waiting things are counted up to here; beyond, it is said that there are more. */
const WAITING_COUNT_MAX = 100;

/** The same when somebody asks for it: a shop's figures are not taken more often. */
export const INSIGHTS_AGAIN_MS = 10_000;

/** What was last measured about a shop; what is older than `INSIGHTS_FRESH_MS` is taken anew meanwhile. */
export const readInsights = async (
  deps: Deps,
  shop: ShopRow,
  { isAnew = false }: { isAnew?: boolean } = {},
): Promise<InsightsAnswer> => {
  const { known, isAnybody, state } = await deps.store.read(async (tx) => ({
    known: await first(tx, selectInsights, { shopId: shop.id }),
    isAnybody: (await first(tx, selectAnybody, { shopId: shop.id })) !== undefined,
    state: await stateOf(deps, tx, shop),
  }));
  const insights = known?.document ?? null;
  const ageMax = isAnew ? INSIGHTS_AGAIN_MS : INSIGHTS_FRESH_MS;
  const isOld = known === undefined || nowOf(deps, shop) - known.takenAt >= ageMax;
  // That nobody is here is over with the first who comes, however young the figures are.
  if (isOld || (isAnybody && saysNobody(known.document)))
    takeInTurn(deps, shop.id, () => take(deps, shop));
  const next = nextThings(state, insights);
  return { insights, isBeingTaken: isBeingTaken(shop.id), isAnybody, next };
};

async function stateOf(deps: Deps, tx: Tx, shop: ShopRow): Promise<ShopState> {
  const shopId = shop.id;
  const max = WAITING_COUNT_MAX;
  return {
    document: await loadProgram(deps, tx, { shopId, version: shop.programVersion }),
    waiting: {
      reviews: await countWaitingReviews(tx, shopId, max),
      questions: await countWaitingPosts(tx, shopId, max),
      referrals: await countDoubtful(tx, shopId, max),
    },
    isSeen: await wasSeen(deps, tx, shop),
    hasMail: deps.mail !== null,
    hasColours: shop.appearance !== null,
  };
}

function saysNobody({ stages }: Insights): boolean {
  return stages.every(({ now }) => now === 0);
}

async function take(deps: Deps, shop: ShopRow): Promise<void> {
  const key = { shopId: shop.id, version: shop.programVersion };
  const program = await deps.store.read((tx) => loadProgram(deps, tx, key));
  const now = nowOf(deps, shop);
  const order = { url: deps.store.url, shopId: shop.id, document: program, now };
  const document = await inWorker<Insights>({
    module: WORKER,
    data: order,
    timeoutMs: deps.workLimits.measureMs,
    heapMbMax: deps.workLimits.walkHeapMb,
    signal: deps.underWay.stopping,
  });
  const row = { shopId: shop.id, document, takenAt: now };
  await deps.store.write((tx) => tx.run(upsertInsights, row));
}
