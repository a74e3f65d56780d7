import { isDeepStrictEqual } from 'node:util';
import { SETUP_STEPS, type Overview, type SetupStep } from '@okaeri/shared/setup';
import { selectIdentityKeys } from '../../access/queries.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { wasSeen } from '../../access/widget-sightings.ts';
import { countUnansweredPosts, countWaitingPosts } from '../../content/questions/list-posts.ts';
import { countWaitingReviews } from '../../content/reviews/queue.ts';
import { countOpenCases } from '../../engagement/cases/case-desk.ts';
import type { Deps } from '../../deps.ts';
import { hasOrders } from '../../loyalty/orders/read-order.ts';
import { loadDraft, loadProgram } from '../../loyalty/program/load-program.ts';
import { countDoubtful } from '../../loyalty/referrals/decide-referral.ts';
import { selectAnyMember } from '../../loyalty/shoppers/find-queries.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';

/** Waiting things are counted up to here; beyond, it is said that there are more. */
const WAITING_COUNT_MAX = 100;
/** The first programme is one of nobody's: what a shop has chosen begins with the next. */
const FIRST_VERSION = 1;

/** What waits for a person, and what of the set-up is done. */
export const readOverview = (deps: Deps, shop: ShopRow): Promise<Overview> =>
  deps.store.read(async (tx) => {
    const isDone = await stepsOf(deps, tx, shop);
    return {
      now: isoOf(nowOf(deps, shop)),
      waiting: {
        reviews: await countWaitingReviews(tx, shop.id, WAITING_COUNT_MAX),
        questions: await countWaitingPosts(tx, shop.id, WAITING_COUNT_MAX),
        unanswered: await countUnansweredPosts(tx, shop.id, WAITING_COUNT_MAX),
        referrals: await countDoubtful(tx, shop.id, WAITING_COUNT_MAX),
        cases: await countOpenCases(tx, shop.id, WAITING_COUNT_MAX),
      },
      hasDraft: await draftDiffers(deps, tx, shop),
      done: SETUP_STEPS.filter((step) => isDone[step]),
    };
  });

async function stepsOf(
  deps: Deps,
  tx: Tx,
  shop: ShopRow,
): Promise<Readonly<Record<SetupStep, boolean>>> {
  const shopId = shop.id;
  const keys = await tx.run(selectIdentityKeys, { shopId });
  return {
    shop: (shop.reviewSettings?.languages.length ?? 0) > 0,
    program: shop.programVersion > FIRST_VERSION,
    colour: shop.appearance !== null && shop.appearance.theme.accent !== null,
    orders: await hasOrders(tx, shopId),
    token: keys.some(({ lastUsedAt }) => lastUsedAt !== null),
    widget: await wasSeen(deps, tx, shop),
    mail: deps.mail !== null,
    // Whoever imports nobody has their first ones by and by.
    members: (await first(tx, selectAnyMember, { shopId })) !== undefined,
  };
}

async function draftDiffers(deps: Deps, tx: Tx, shop: ShopRow): Promise<boolean> {
  const draft = await loadDraft(tx, shop.id);
  if (draft === undefined) return false;
  const published = await loadProgram(deps, tx, { shopId: shop.id, version: shop.programVersion });
  return !isDeepStrictEqual(draft.document, published);
}
