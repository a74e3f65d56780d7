import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ExpiryChange, ExpiryChangeInput } from '@okaeri/shared/expiry-change';
import type { ProgramDocument } from '@okaeri/shared/program';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { withAward } from '../ledger/book-rules.ts';
import { loadSpendable, openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { selectShopper, selectShoppersAfter } from '../ledger/verify-queries.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { changeExpiry, noticeEndsAt } from './expiry-change-rules.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Shoppers looked at between two writes. */
const SHOPPER_PAGE = 500;

interface Changed {
  readonly longer: number;
  readonly shorter: number;
}

interface Change {
  readonly deps: Deps;
  readonly document: ProgramDocument;
  readonly now: number;
  readonly dryRun: boolean;
}

/**
 * Lets the points that shoppers hold follow the published expiry policy, which
 * otherwise counts only for points to come: longer at once, shorter only after
 * the notice period. Shopper by shopper; repeating it changes nothing further, so
 * a run that was cut off is simply run again.
 */
export const applyExpiry = async (
  deps: Deps,
  shop: ShopRow,
  input: ExpiryChangeInput,
): Promise<Outcome<ExpiryChange>> => {
  const { id: shopId, programVersion } = shop;
  if (input.version !== programVersion) {
    const detail = `Version ${programVersion} is published; read it and try again.`;
    return { refused: { code: 'preconditionFailed', detail } };
  }
  const { store } = deps;
  const document = await store.read((tx) =>
    loadProgram(deps, tx, { shopId, version: programVersion }),
  );
  const change: Change = { deps, document, now: nowOf(deps, shop), dryRun: input.dryRun };
  const sum = { shoppers: 0, longer: 0, shorter: 0 };
  let afterId = '';
  for (;;) {
    const after = { shopId, afterShopId: shopId, afterId, limit: SHOPPER_PAGE };
    const page = await store.read((tx) => tx.run(selectShoppersAfter, after));
    for (const { longer, shorter } of await changePage(change, page)) {
      if (longer + shorter > 0) sum.shoppers += 1;
      sum.longer += longer;
      sum.shorter += shorter;
    }
    if (page.length < SHOPPER_PAGE) break;
    afterId = page.at(-1)?.shopperId ?? '';
  }
  return {
    ok: {
      dryRun: input.dryRun,
      shoppers: sum.shoppers,
      lengthenedPoints: sum.longer,
      shortenedPoints: sum.shorter,
      notBefore: isoOf(noticeEndsAt(document, change.now)),
    },
  };
};

async function changePage(
  change: Change,
  keys: readonly { shopId: string; shopperId: string }[],
): Promise<readonly Changed[]> {
  const { store } = change.deps;
  const one = (key: (typeof keys)[number]) => (tx: Tx) => changeOne(tx, key, change);
  return Promise.all(
    keys.map((key) => (change.dryRun ? store.read(one(key)) : store.write(one(key)))),
  );
}

/** One shopper's lots under today's policy, within one read or write. */
async function changeOne(
  tx: Tx,
  key: { shopId: string; shopperId: string },
  { document, now, dryRun }: Change,
): Promise<Changed> {
  const shopper = await first(tx, dryRun ? selectShopper : lockShopper, key);
  if (shopper === undefined || shopper.available <= 0) return { longer: 0, shorter: 0 };
  const open = await openBook(tx, shopper, now);
  await loadSpendable(tx, open, Infinity);
  const points = { longer: 0, shorter: 0 };
  for (const award of open.book.awards.values()) {
    const changed = changeExpiry(award, document, { activeAt: open.book.activeAt, now });
    if (changed === undefined) continue;
    open.book = withAward(open.book, changed.award);
    points[changed.lasts] += award.lotPoints;
  }
  if (!dryRun && points.longer + points.shorter > 0) await saveBook(tx, open);
  return points;
}
