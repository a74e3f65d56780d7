import type { ProgramDocument } from '@okaeri/shared/program';
import { listShops } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { currentProgram } from '../program/load-program.ts';
import { figuresOf } from '../buyers/buyer-figures.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { factsOf, segmentsOf, stageOf } from './context-rules.ts';
import { deleteTerm, insertTerm, selectTerms, walkShoppers } from './find-queries.ts';
import { noteStageChange, stageAmong } from './stage-changes.ts';
import { isRankOf, rankOf } from './rank-rules.ts';
import { selectRank, upsertRank } from './rank-queries.ts';
import { tierOf } from './shopper-context.ts';
import { isSegmentTerm, segmentTermsOf } from './term-rules.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Shoppers one round looks at: it takes milliseconds, and a hundred thousand are gone through in a quarter of an hour. */
const REFRESHED_AT_ONCE = 100;
/** Shops without anybody to look at that one round passes by. */
const SHOPS_AT_ONCE = 20;

interface Wrong {
  readonly row: ShopperRow;
  readonly wanted: readonly string[];
}

/**
 * Makes the job that keeps the stage and the segments by which shoppers are found. Both change
 * by time alone, and with the programme: so everybody is looked at again and again, a few at a
 * time, and each call looks at the next few.
 */
export const createSegmentRefresh = (deps: Deps): (() => Promise<void>) => {
  let shops: ShopRow[] = [];
  let afterId = '';
  return async () => {
    let left = REFRESHED_AT_ONCE;
    for (let passed = 0; left > 0 && passed < SHOPS_AT_ONCE; passed += 1) {
      if (shops.length === 0) shops = await listShops(deps);
      const [shop] = shops;
      if (shop === undefined) return;
      const { rows, wrong, day } = await findWrong(deps, shop, { afterId, limit: left });
      if (wrong.length > 0)
        await deps.store.writeAlone(async (tx) => {
          for (const one of wrong) await correct(tx, one, day);
        });
      afterId = rows.at(-1)?.id ?? '';
      if (rows.length < left) {
        shops.shift();
        afterId = '';
        // The list is asked for once in a round at most.
        if (shops.length === 0) return;
      }
      left -= rows.length;
    }
  };
};

async function findWrong(
  deps: Deps,
  shop: ShopRow,
  after: { afterId: string; limit: number },
): Promise<{ rows: readonly ShopperRow[]; wrong: readonly Wrong[]; day: number }> {
  return deps.store.read(async (tx) => {
    const shopId = shop.id;
    const now = nowOf(deps, shop);
    const { document } = await currentProgram(deps, tx, shop);
    const rows = await tx.run(walkShoppers, { shopId, ...after });
    const wrong: Wrong[] = [];
    for (const row of rows) {
      const wanted = await wantedOf(tx, row, document, now);
      const terms = await tx.run(selectTerms, { shopId, shopperId: row.id });
      const known = terms.map(({ term }) => term).filter(isSegmentTerm);
      const rank = await first(tx, selectRank, { shopId, shopperId: row.id });
      const isSame =
        known.length === wanted.length &&
        known.every((one) => wanted.includes(one)) &&
        isRankOf(rank, row);
      if (!isSame) wrong.push({ row, wanted });
    }
    return { rows, wrong, day: dayOf(now, document.timeZone) };
  });
}

async function correct(tx: Tx, { row: { shopId, id }, wanted }: Wrong, day: number): Promise<void> {
  const key = { shopId, shopperId: id };
  const row = await first(tx, lockShopper, key);
  // A person who was erased or merged meanwhile is to be found by nothing.
  if (row === undefined || row.erasedAt !== null || row.mergedInto !== null) return;
  const known = (await tx.run(selectTerms, key)).map(({ term }) => term);
  for (const term of known)
    if (isSegmentTerm(term) && !wanted.includes(term)) await tx.run(deleteTerm, { ...key, term });
  const [from, to] = [stageAmong(known), stageAmong(wanted)];
  if (to !== null && from !== to) await noteStageChange(tx, { ...key, day }, { from, to });
  for (const term of wanted) await tx.run(insertTerm, { ...key, term });
  await tx.run(upsertRank, rankOf(row));
}

async function wantedOf(
  tx: Tx,
  row: ShopperRow,
  document: ProgramDocument,
  now: number,
): Promise<string[]> {
  const tierId = await tierOf(tx, row, document, now);
  const figures = await figuresOf(tx, row, now);
  const facts = factsOf(row, tierId, figures);
  const stage = stageOf(facts, document.loop, now);
  const segmentIds = segmentsOf(document, facts, now);
  return segmentTermsOf({ stage, tierId, segmentIds, figures });
}
