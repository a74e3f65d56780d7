import { selectShop } from '../../access/queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import { findShop } from '../../access/find-shop.ts';
import { lockStaff } from '../../access/team-queries.ts';
import type { Deps } from '../../deps.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { dropped } from '../../loyalty/contacts/touch-mail.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { DeliveryHandler } from '../../platform/outbox/deliver-due.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { BY_RULE } from './case-entry-rules.ts';
import { ownedBy } from './case-rules.ts';
import { keepChange } from './keep-change.ts';
import { chooseOwner, whoServes } from './owner-rules.ts';
import { countOpenByOwner, lockCasesOfOwner, selectOwners } from './queries.ts';
import { caseSettingsOf } from './settings.ts';

/** Cases handed over in one write; more go on in writes of their own (E116). */
const PAGE = 100;

/**
 * Hands over what somebody looks after who has left, or may not `serve` any more, in the write in which that happens,
 * and what waits for the first who joins (E44).
 */
export const followStaff = async (deps: Deps, tx: Tx, shopId: string): Promise<void> => {
  const shop = await first(tx, selectShop, { shopId });
  if (shop === undefined) return;
  const now = nowOf(deps, shop);
  if (!(await handOver(deps, tx, { shop, now }))) return;
  const payload = { kind: 'caseHandOver', askedAt: now } as const;
  await addToOutbox(deps, tx, { shop, id: `caseHandOver:${newId()}`, payload, dueAt: now });
};

/** The next page of a long handing over. */
export const goOnHandingOver: DeliveryHandler<'caseHandOver'> = {
  lane: 'awaited',
  async deliver(deps, row) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return dropped('the shop is gone');
    const now = nowOf(deps, shop);
    for (;;) {
      const isMore = await deps.store.write((tx) => handOver(deps, tx, { shop, now }));
      if (!isMore) return { kind: 'sent' };
      if (deps.underWay.stopping.aborted) return { kind: 'later', at: deps.clock.now() };
    }
  },
};

/** Hands over a page of cases that nobody looks after; whether there are more. */
async function handOver(
  deps: Deps,
  tx: Tx,
  { shop, now }: { shop: ShopRow; now: number },
): Promise<boolean> {
  const { id: shopId } = shop;
  const staff = await tx.run(lockStaff, { shopId });
  const serving = new Set(whoServes(staff).map(({ userId }) => userId));
  // With nobody to take them, cases keep whom they had: the first who joins gets them.
  if (serving.size === 0) return false;
  const owners = await tx.run(selectOwners, { shopId });
  const gone = owners.map(({ ownerId }) => ownerId ?? '').filter((id) => !serving.has(id));
  if (gone.length === 0) return false;
  const { ownerByReason } = await caseSettingsOf(tx, shopId);
  const counts = await tx.run(countOpenByOwner, { shopId });
  const openCases = new Map(counts.map(({ ownerId, count }) => [ownerId ?? '', count]));
  let room = PAGE;
  for (const ownerId of gone) {
    const found = await tx.run(lockCasesOfOwner, { shopId, ownerId, limit: room });
    for (const row of found) {
      const next = chooseOwner(staff, openCases, { reason: row.reason, ownerByReason });
      if (next !== null) openCases.set(next, (openCases.get(next) ?? 0) + 1);
      await keepChange(deps, tx, { shop, change: ownedBy(row, next, BY_RULE), now });
    }
    room -= found.length;
    if (room <= 0) return true;
  }
  return false;
}
