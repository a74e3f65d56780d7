import { caseState, type Case, type CaseDetail, type CasesQuery } from '@okaeri/shared/cases';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { shopperById } from '../../loyalty/shoppers/shopper-ref.ts';
import { findNamedId } from '../../loyalty/shoppers/lock-shopper.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Tx } from '../../platform/store/store.ts';
import { findCase } from './find-case.ts';
import { toCase, toEntry } from './case-view.ts';
import { selectCasesByDue, selectNewestCases, STATE_PLACES } from './list-queries.ts';
import { selectCaseEntries } from './queries.ts';
import type { CaseRow } from './tables.ts';

export const unknownCase = (id: string): { refused: Refusal } => ({
  refused: { code: 'unknownCase', detail: `There is no case "${id}".` },
});

type Asked = Pick<CasesQuery, 'shopperId'> & {
  readonly states: readonly (typeof caseState.options)[number][];
  readonly ownerId: string | null;
  readonly overdue: boolean;
  readonly after: ListCursor;
};

/** A page of the shop's cases: those in named states by when they are due, else the newest first. */
export const listCases = (
  deps: Deps,
  shop: ShopRow,
  asked: Asked,
): Promise<{ items: Case[]; nextCursor: string | null }> =>
  deps.store.read(async (tx) => {
    const now = nowOf(deps, shop);
    const { states, ownerId, overdue, shopperId, after } = asked;
    const limit = LIMITS.pageDefault;
    const byDue = isByDue(asked);
    const found = await tx.run(byDue ? selectCasesByDue : selectNewestCases, {
      shopId: shop.id,
      ...STATE_PLACES.toPlaces(states.length === 0 ? caseState.options : states),
      ownerId: ownerId ?? '',
      shopperId: shopperId === undefined ? '' : await idOf(tx, shop.id, shopperId),
      overdueAt: overdue ? now : 0,
      afterAt: after.at,
      afterId: after.id,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1)?.row : undefined;
    return {
      items: shown.map(({ row, ...about }) => toCase(row, about, now)),
      nextCursor: last === undefined ? null : `${byDue ? last.dueAt : last.openedAt}_${last.id}`,
    };
  });

/** Whether a list is in the order in which its cases are due. */
export const isByDue = ({ states, overdue }: Pick<Asked, 'states' | 'overdue'>): boolean =>
  overdue ||
  (states.length > 0 && states.every((state) => state === 'open' || state === 'waiting'));

/** A case with everything that happened to it. */
export const readCase = (deps: Deps, shop: ShopRow, id: string): Promise<Outcome<CaseDetail>> =>
  deps.store.read(async (tx): Promise<Outcome<CaseDetail>> => {
    const row = await findCase(tx, { shopId: shop.id, id });
    return row === undefined ? unknownCase(id) : { ok: await detailOf(tx, row, nowOf(deps, shop)) };
  });

/** The same of a row that was read. */
export const detailOf = async (tx: Tx, row: CaseRow, now: number): Promise<CaseDetail> => {
  const { shopId, id: caseId, shopperId } = row;
  const shopper = await shopperById(tx, { shopId, shopperId });
  const known = shopper?.erasedAt === null ? shopper : undefined;
  const { externalId = null, name = null } = known ?? {};
  const entries = await tx.run(selectCaseEntries, { shopId, caseId });
  return {
    ...toCase(row, { externalId, name }, now),
    shopper: known === undefined ? null : caseShopper(known),
    entries: entries.map(toEntry),
  };
};

function caseShopper(of: ShopperRow): NonNullable<CaseDetail['shopper']> {
  const { id, externalId, available, spendMinor, orderCount } = of;
  return { guestId: externalId === null ? id : null, available, spendMinor, orderCount };
}

/** A shopper nobody knows has no cases. */
async function idOf(tx: Tx, shopId: string, externalId: string): Promise<string> {
  return (await findNamedId(tx, { shopId, externalId })) ?? '-';
}
