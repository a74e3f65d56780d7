import type { BalanceImportList, BalanceImportsQuery } from '@okaeri/shared/balance-imports';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { countWalked, walkList, type ListWalk } from '../../platform/lib/walk-list.ts';
import { first } from '../../platform/store/store.ts';
import { toBalanceAnswer } from './balance-import-rules.ts';
import { countBalanceImports, selectBalanceImportsBy } from './balance-list-queries.ts';
import type { BalanceImportRow } from './tables.ts';

/** Before every file, and behind each. */
const ENDS = { asc: '', desc: '\uFFFF' } as const;

/** Files of members, with how far each has come. */
export const listBalanceImports = (
  deps: Deps,
  shop: ShopRow,
  asked: Omit<BalanceImportsQuery, 'counted'> & { readonly counted: boolean },
): Promise<BalanceImportList> =>
  deps.store.read(async (tx): Promise<BalanceImportList> => {
    const { state, order, cursor: after = ENDS[order], limit, counted } = asked;
    const walk: ListWalk<BalanceImportRow, string> = {
      select: (id, most) =>
        tx.run(selectBalanceImportsBy[order], { shopId: shop.id, id, limit: most }),
      placeOf: ({ id }) => id,
      passes: state === 'all' ? null : ({ undoneAt }) => (undoneAt === null) === (state === 'kept'),
    };
    const { rows, next } = await walkList(walk, { after, limit });
    const count = async (most: number): Promise<number> =>
      (await first(tx, countBalanceImports, { shopId: shop.id, limit: most }))?.total ?? 0;
    return {
      items: rows.map((row) => toBalanceAnswer(row, [])),
      nextCursor: next,
      total: counted ? await countWalked(walk, { first: ENDS[order], count }) : null,
    };
  });
