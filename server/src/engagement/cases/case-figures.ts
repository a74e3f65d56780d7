import type { CaseFigures } from '@okaeri/shared/case-figures';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { lastMonths } from '../../platform/lib/calendar.ts';
import { figuresOf } from './figure-rules.ts';
import { selectCounted } from './list-queries.ts';

const MONTHS = 12;

/** How long shoppers waited, in working time, and how many say that it was put right: the last twelve months (E120). */
export const caseFigures = (deps: Deps, shop: ShopRow): Promise<CaseFigures> =>
  deps.store.read(async (tx) => {
    const { timeZone } = (await currentProgram(deps, tx, shop)).document;
    const months = lastMonths(nowOf(deps, shop), timeZone, MONTHS);
    const since = months[0]?.startsAt ?? 0;
    return figuresOf(await tx.run(selectCounted, { shopId: shop.id, since }), months);
  });
