import type { CaseDesk } from '@okaeri/shared/cases';
import type { Actor } from '../../access/ability-rules.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { selectStaff } from '../../access/team-queries.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { whoServes } from './owner-rules.ts';
import { countDesk, countOpenUpTo } from './queries.ts';

/** Who may look after cases, and how many there are to look after. */
export const readDesk = (deps: Deps, shop: ShopRow, actor: Actor): Promise<CaseDesk> =>
  deps.store.read(async (tx) => {
    const me = actor.kind === 'person' ? actor.userId : null;
    const staff = await tx.run(selectStaff, { shopId: shop.id });
    const asked = { shopId: shop.id, ownerId: me ?? '', now: nowOf(deps, shop) };
    const counts = await first(tx, countDesk, asked);
    return {
      people: whoServes(staff).map(({ userId, name }) => ({ userId, name })),
      me,
      counts: counts ?? { mine: 0, open: 0, overdue: 0 },
    };
  });

/** How many cases wait for somebody of the shop, up to a number. */
export const countOpenCases = async (tx: Tx, shopId: string, max: number): Promise<number> =>
  (await tx.run(countOpenUpTo, { shopId, limit: max })).length;
