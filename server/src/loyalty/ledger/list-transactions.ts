import type { MerchantTransaction, Page, Transaction } from '@okaeri/shared/ledger';
import { LIMITS } from '@okaeri/shared/limits';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Deps } from '../../deps.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectHistory, selectMoves } from './history-queries.ts';
import { unpackReceipt } from './receipt-rules.ts';
import type { AwardRow, TransactionRow } from './tables.ts';
import type { RedemptionRow, ShopperRow } from './account-tables.ts';

interface HistoryRow {
  readonly transaction: TransactionRow;
  readonly award: AwardRow | null;
  readonly redemption: RedemptionRow | null;
  readonly adjustment: { readonly reason: string; readonly note: string | null } | null;
  /** Who made the adjustment in the console. */
  readonly by: string | null;
}

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

const PLAIN: Readonly<Record<AwardRow['sourceKind'], string>> = {
  order: 'Order',
  signup: 'Sign-up',
  act: 'Taking part',
  referral: 'Referral',
  adjustment: 'Adjustment',
  tier: 'Tier',
  challenge: 'Challenge',
  streak: 'Streak',
  gift: 'Gift',
};

/** What of a row its shopper is shown: not what the team noted, nor who of it did it. */
export const shownToShopper = <Row extends MerchantTransaction>(
  row: Row,
): Omit<Row, 'note' | 'by'> => {
  const { note: _, by: __, ...shown } = row;
  return shown;
};

/** A page of a shopper's history, newest first, each row with the balance it left behind. */
export const listTransactions = (
  deps: Deps,
  query: { shopper: ShopperRow; from: Place | undefined; limit?: number; now: number },
): Promise<Page<MerchantTransaction>> =>
  deps.store.read(async (tx) => {
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
    const moves = await tx.run(selectMoves, { ...key, after: last - 1, until: from.sequence });
    // Walks back from the known balance: after each transaction stood what came before the newer ones.
    const balances = new Map<number, Transaction['balanceAfter']>();
    let { pending, available } = from;
    for (const move of moves) {
      balances.set(move.sequence, { pending, available });
      pending -= move.pending;
      available -= move.available;
    }
    const items: MerchantTransaction[] = [];
    for (const row of shown) {
      const balanceAfter = balances.get(row.transaction.sequence) ?? { pending: 0, available: 0 };
      items.push(
        toTransaction(row, { document: await programOf(deps, tx, row), balanceAfter, now }),
      );
    }
    const nextCursor = found.length > limit ? `${last - 1}_${pending}_${available}` : null;
    return { items, nextCursor };
  });

function toTransaction(
  row: HistoryRow,
  context: { document: ProgramDocument; balanceAfter: Transaction['balanceAfter']; now: number },
): MerchantTransaction {
  const { transaction, award } = row;
  const { receipt } = transaction;
  return {
    id: `tx_${transaction.shopperId}_${transaction.sequence}`,
    at: isoOf(transaction.recordedAt),
    effectiveAt: isoOf(transaction.effectiveAt),
    kind: kindOf(transaction.kind),
    source: sourceOf(row),
    points: pointsOf(transaction),
    state: stateOf(row, context.now),
    label: labelOf(row, context.document),
    ...wordsOf(row),
    matureAt: award ? toIso(award.matureAt) : null,
    expireAt: award ? toIso(award.expireAt) : null,
    balanceAfter: context.balanceAfter,
    receipt: receipt && unpackReceipt(receipt, award?.lineIds ?? [], context.document),
  };
}

function programOf(deps: Deps, tx: Tx, row: HistoryRow): Promise<ProgramDocument> {
  const version =
    row.transaction.receipt?.program ??
    row.award?.programVersion ??
    row.redemption?.programVersion ??
    1;
  return loadProgram(deps, tx, { shopId: row.transaction.shopId, version });
}

function kindOf(kind: TransactionRow['kind']): Transaction['kind'] {
  // The query leaves out the kinds that move points between a shopper's own accounts.
  return kind === 'mature' || kind === 'use' || kind === 'count' ? 'adjust' : kind;
}

function sourceOf({ award, redemption }: HistoryRow): Transaction['source'] {
  if (award) return { kind: award.sourceKind, id: award.sourceId };
  return redemption ? { kind: 'redemption', id: redemption.id } : null;
}

function pointsOf(row: TransactionRow): number {
  return row.kind === 'earn' || row.kind === 'clawback' ? 0 - row.issued : row.available;
}

function stateOf(row: HistoryRow, now: number): Transaction['state'] {
  const { transaction, award, redemption } = row;
  switch (transaction.kind) {
    case 'earn':
      if (transaction.issued === 0) return 'none';
      return award && (award.matured || award.matureAt <= now) ? 'available' : 'pending';
    case 'redeem':
      if (redemption?.state === 'used') return 'spent';
      return redemption?.state === 'issued' ? 'held' : 'reversed';
    case 'expire':
      return 'expired';
    case 'clawback':
      return 'reversed';
    default:
      return 'available';
  }
}

function labelOf(row: HistoryRow, document: ProgramDocument): string {
  if (row.adjustment) return row.adjustment.reason;
  if (row.award) return sourceLabel(row.award, row.transaction.receipt, document);
  if (row.transaction.kind === 'merge') return 'Accounts joined';
  const reward = document.rewards.find(({ id }) => id === row.redemption?.rewardId);
  return reward?.name['en'] ?? Object.values(reward?.name ?? {})[0] ?? 'Reward';
}

/** What was said of an adjustment; what became of its points later says nothing of its own. */
function wordsOf({
  transaction,
  adjustment,
  by,
}: HistoryRow): Pick<MerchantTransaction, 'reason' | 'note' | 'by'> {
  return transaction.kind === 'adjust' && adjustment !== null
    ? { ...adjustment, by }
    : { reason: null, note: null, by: null };
}

/** What an award is called where no language is asked for: by its campaign, its order or its rule. */
function sourceLabel(
  award: AwardRow,
  receipt: TransactionRow['receipt'],
  document: ProgramDocument,
): string {
  const campaign = receipt?.campaign && nameIn(document.campaigns, receipt.campaign);
  if (campaign) return campaign;
  if (award.sourceKind === 'order') return `Order ${award.sourceId}`;
  const lists = [
    document.earning,
    document.tiers,
    document.challenges,
    document.streaks,
    document.gifts,
  ];
  const named = lists.map((list) => nameIn(list, award.part)).find((name) => name !== undefined);
  return named ?? PLAIN[award.sourceKind];
}

function nameIn(
  list: readonly { id: string; name?: Readonly<Record<string, string>> | undefined }[],
  id: string,
): string | undefined {
  const name = list.find((item) => item.id === id)?.name;
  return name?.['en'] ?? Object.values(name ?? {})[0];
}
