import type { LedgerRow, MerchantTransaction, Page } from '@okaeri/shared/ledger';
import { LIMITS } from '@okaeri/shared/limits';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Deps } from '../../deps.ts';
import { loadProgram } from '../program/load-program.ts';
import type { Tx } from '../../platform/store/store.ts';
import {
  balancesAfter,
  sourceKeyOf,
  toLedgerRow,
  toTransaction,
  type HistoryRow,
} from './history-rules.ts';
import {
  IDS_MAX,
  selectHistory,
  selectHistoryOf,
  selectLedger,
  selectMoves,
  toPlaces,
} from './history-queries.ts';
import type { ShopperRow } from './account-tables.ts';

/** Older rows that come with a page at most; an order or reward with more is whole once all its pages were read. */
const OLDER_MAX = 1000;

/** Where a page begins: the newest transaction it may show, and the balance after it. */
interface Place {
  readonly sequence: number;
  readonly pending: number;
  readonly available: number;
}

/** A cursor that is not one of ours, or undefined where a page begins at the top. */
export const parseCursor = (cursor: string): Place | undefined => {
  const parts = /^(\d{1,15})_(-?\d{1,16})_(-?\d{1,16})$/.exec(cursor);
  if (parts === null) return undefined;
  const [sequence = 0, pending = 0, available = 0] = parts.slice(1).map(Number);
  return { sequence, pending, available };
};

/** What of a row its shopper is shown: not what the team noted, nor who of it did it. */
export const shownToShopper = <Row extends MerchantTransaction>(
  row: Row,
): Omit<Row, 'note' | 'by'> => {
  const { note: _, by: __, ...shown } = row;
  return shown;
};

interface Asked {
  readonly shopper: ShopperRow;
  readonly from: Place | undefined;
  readonly limit?: number;
  readonly now: number;
}

/** A page of a shopper's history, newest first, each row with the balance it left behind. */
export const listTransactions = async (
  deps: Deps,
  query: Asked,
): Promise<Page<MerchantTransaction>> => {
  const { items, nextCursor } = await readPage(deps, query, false);
  return { items, nextCursor };
};

/**
 * The same with the older rows of whatever is on the page, wherever a page would be cut: an order, its
 * refunds and their undoing are told together.
 */
export const listTogether = (
  deps: Deps,
  query: Asked,
): Promise<Page<MerchantTransaction> & { readonly earlier: readonly MerchantTransaction[] }> =>
  readPage(deps, query, true);

/** A page of everything that moved, newest first: with what was there before the last row, it adds up. */
export const listLedger = (
  deps: Deps,
  { shopper, now, limit = LIMITS.pageDefault, ...query }: Asked,
): Promise<Page<Omit<LedgerRow, 'bought'>>> =>
  deps.store.read(async (tx): Promise<Page<Omit<LedgerRow, 'bought'>>> => {
    const from = query.from ?? shopper;
    const key = { shopId: shopper.shopId, shopperId: shopper.id };
    const before = from.sequence + 1;
    const found = await tx.run(selectLedger, { ...key, before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1)?.transaction.sequence ?? from.sequence;
    const moves = await tx.run(selectMoves, { ...key, after: last - 1, until: from.sequence });
    const balances = balancesAfter(from, moves);
    const items: Omit<LedgerRow, 'bought'>[] = [];
    for (const row of shown) {
      const balanceAfter = balances.get(row.transaction.sequence) ?? { pending: 0, available: 0 };
      const document = await programOf(deps, tx, row);
      items.push(toLedgerRow(row, { document, balanceAfter, now }));
    }
    const next = balances.get(last - 1);
    const more = found.length > limit && next !== undefined;
    return {
      items,
      nextCursor: more ? `${last - 1}_${next.pending}_${next.available}` : null,
    };
  });

function readPage(
  deps: Deps,
  query: Asked,
  together: boolean,
): Promise<Page<MerchantTransaction> & { readonly earlier: readonly MerchantTransaction[] }> {
  return deps.store.read(async (tx) => {
    const { shopper, now, limit = LIMITS.pageDefault } = query;
    const from = query.from ?? shopper;
    const key = { shopId: shopper.shopId, shopperId: shopper.id };
    const found: HistoryRow[] = await tx.run(selectHistory, {
      ...key,
      before: from.sequence + 1,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1)?.transaction.sequence ?? from.sequence;
    const more = found.length > limit;
    const older = together && more ? await readOlder(tx, shown, { ...key, before: last }) : [];
    const lowest = older.at(-1)?.transaction.sequence ?? last;
    const moves = await tx.run(selectMoves, { ...key, after: lowest - 1, until: from.sequence });
    const balances = balancesAfter(from, moves);
    const toItems = async (rows: readonly HistoryRow[]): Promise<MerchantTransaction[]> => {
      const items: MerchantTransaction[] = [];
      for (const row of rows) {
        const balanceAfter = balances.get(row.transaction.sequence) ?? { pending: 0, available: 0 };
        const document = await programOf(deps, tx, row);
        items.push(toTransaction(row, { document, balanceAfter, now }));
      }
      return items;
    };
    // The balance before the last row of the page is where the next one begins.
    const next = balances.get(last - 1);
    return {
      items: await toItems(shown),
      earlier: await toItems(older),
      nextCursor: more && next ? `${last - 1}_${next.pending}_${next.available}` : null,
    };
  });
}

/** The rows further down that belong to what is on the page, newest first. */
async function readOlder(
  tx: Tx,
  page: readonly HistoryRow[],
  place: { shopId: string; shopperId: string; before: number },
): Promise<HistoryRow[]> {
  const keys = new Set(page.flatMap((row) => sourceKeyOf(row) ?? []));
  const ids = [...new Set([...keys].map((key) => key.slice(key.indexOf(' ') + 1)))];
  const found: HistoryRow[] = [];
  for (let at = 0; at < ids.length; at += IDS_MAX) {
    const some = toPlaces(ids.slice(at, at + IDS_MAX));
    const limit = OLDER_MAX;
    found.push(...(await tx.run(selectHistoryOf, { ...place, ...some, limit })));
  }
  // Ids of other kinds of sources may be the same.
  return found
    .filter((row) => keys.has(sourceKeyOf(row) ?? ''))
    .toSorted((one, other) => other.transaction.sequence - one.transaction.sequence);
}

function programOf(deps: Deps, tx: Tx, row: HistoryRow): Promise<ProgramDocument> {
  const version =
    row.transaction.receipt?.program ??
    row.award?.programVersion ??
    row.redemption?.programVersion ??
    1;
  return loadProgram(deps, tx, { shopId: row.transaction.shopId, version });
}
