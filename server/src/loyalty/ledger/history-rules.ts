import type { LedgerRow, MerchantTransaction, Transaction } from '@okaeri/shared/ledger';
import type { ProgramDocument } from '@okaeri/shared/program';
import { isImport, isUndone } from './adjustment-rules.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import { unpackReceipt } from './receipt-rules.ts';
import type { RedemptionRow } from './account-tables.ts';
import type { AwardRow, TransactionRow } from './tables.ts';

/** A row of the ledger with what it is about. */
export interface HistoryRow {
  readonly transaction: TransactionRow;
  readonly award: AwardRow | null;
  readonly redemption: RedemptionRow | null;
  readonly adjustment: {
    readonly reason: string;
    readonly note: string | null;
    readonly undoneAt: number | null;
    readonly batchId: string | null;
  } | null;
  /** Who made the adjustment in the console. */
  readonly by: string | null;
}

type Balance = Transaction['balanceAfter'];

/** What one transaction moved on the accounts people see. */
interface Move extends Balance {
  readonly sequence: number;
}

/**
 * Walks back from a known balance: after each transaction stood what came before the newer ones. What stood
 * before the oldest of them is there too.
 *
 * @param moves every transaction down from the known balance, newest first
 */
export const balancesAfter = (known: Balance, moves: readonly Move[]): Map<number, Balance> => {
  const balances = new Map<number, Balance>();
  let { pending, available } = known;
  const [newest] = moves;
  if (newest) balances.set(newest.sequence, { pending, available });
  for (const move of moves) {
    pending -= move.pending;
    available -= move.available;
    balances.set(move.sequence - 1, { pending, available });
  }
  return balances;
};

/** What a row belongs to: rows of one source are told together. Nothing for what is its own thing, such as an expiry. */
export const sourceKeyOf = (row: HistoryRow): string | null => {
  const source = sourceOf(row);
  return source === null || row.transaction.kind === 'expire'
    ? null
    : `${source.kind} ${source.id}`;
};

/** A row as people read it. */
export const toTransaction = (
  row: HistoryRow,
  context: { document: ProgramDocument; balanceAfter: Transaction['balanceAfter']; now: number },
): MerchantTransaction => {
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
};

/** The same as a row of the ledger that adds up. */
export const toLedgerRow = (
  row: HistoryRow,
  context: Parameters<typeof toTransaction>[1],
): Omit<LedgerRow, 'bought'> => {
  const { transaction, adjustment, redemption } = row;
  const { kind, pending, available } = transaction;
  return {
    ...toTransaction(row, context),
    kind: kind === 'mature' ? kind : kindOf(kind),
    moved: { pending, available },
    canUndo:
      kind === 'adjust' &&
      adjustment !== null &&
      adjustment.undoneAt === null &&
      !isImport(adjustment.batchId ?? '') &&
      !isUndone(row.award?.sourceId ?? ''),
    code: redemption === null || redemption.code === '' ? null : redemption.code,
  };
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
    ? { reason: adjustment.reason, note: adjustment.note, by }
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
