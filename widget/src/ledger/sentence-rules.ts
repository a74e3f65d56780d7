import type { BoughtLine, ListedTransaction, Receipt, ReceiptReason } from '@okaeri/shared/ledger';
import { isComing, type Thing } from './thing-rules.ts';

/** What a sentence can be about. */
export interface ToldFacts extends Partial<Omit<Back, 'kind'>> {
  readonly kind: string;
  readonly points?: number;
  readonly at?: string;
  readonly since?: string;
  /** In the shop's own words. */
  readonly reason?: string;
  /** Points that went, of how many. */
  readonly gone?: number;
  readonly whole?: number;
}

/** What a receipt begins with. */
type LeadKind =
  | 'brought'
  | 'earned'
  | 'coming'
  | 'gone'
  | 'undone'
  | Back['kind']
  | 'taken'
  | 'givenBack'
  | 'expired'
  | 'given'
  | 'took'
  | 'nothing';

/** What it may say after that. */
type AfterKind = 'kept' | 'debt' | 'waits' | 'used' | 'returned';

/** One sentence of a receipt, as facts of the ledger; `say-thing.ts` puts them into words. */
export type Told =
  | (ToldFacts & { readonly kind: LeadKind | AfterKind })
  /** When points are there; null while that is not known. */
  | { readonly kind: 'when'; readonly at: string | null }
  | { readonly kind: 'because'; readonly because: ReceiptReason };

/** What of an order came back, as it stands: everything, pieces of one line or of several, or money alone. */
interface Back {
  readonly kind: 'allBack' | 'cameBack' | 'pieces' | 'refunded';
  readonly back: number;
  readonly of: number;
  /** The line, where it is one and its product is known. */
  readonly line: BoughtLine | null;
  readonly refundedMinor: number;
  readonly grossMinor: number;
}

/** What of an order came back; null where nothing did. */
export const backOf = (bought: readonly BoughtLine[]): Back | null => {
  const refundedMinor = sum(bought, (line) => line.refundedMinor);
  const grossMinor = sum(bought, (line) => line.grossMinor);
  const returned = bought.filter((line) => line.refundedQuantity > 0);
  const back = sum(returned, (line) => Math.min(line.refundedQuantity, line.quantity));
  const of = sum(bought, ({ quantity }) => quantity);
  if (refundedMinor === 0 && back === 0) return null;
  const facts = { back, of, line: null, refundedMinor, grossMinor };
  if (back === 0) return { ...facts, kind: 'refunded' };
  if (back === of) return { ...facts, kind: 'allBack' };
  const [line, ...others] = returned;
  return line?.product && others.length === 0
    ? { ...facts, kind: 'cameBack', of: line.quantity, line }
    : { ...facts, kind: 'pieces' };
};

/**
 * What a receipt says, the first sentence first.
 *
 * @param debt what the shopper owes now
 */
export const toldOf = (thing: Thing, debt: number): readonly [Told, ...Told[]] => {
  const [{ kind, source, reason, effectiveAt, matureAt }] = thing.rows;
  const points = Math.abs(thing.points);
  if (kind === 'expire')
    return [{ kind: 'expired', points, at: effectiveAt, since: matureAt ?? effectiveAt }];
  if (source?.kind === 'redemption') return toldOfReward(thing);
  if (reason !== null) return [{ kind: thing.points < 0 ? 'took' : 'given', points, reason }];
  return toldOfSource(thing, debt);
};

function toldOfReward({ rows, points }: Thing): readonly [Told, ...Told[]] {
  const taken = rows.filter(({ kind }) => kind === 'redeem');
  const cost = sum(taken, (row) => 0 - row.points);
  if (rows[0].kind === 'release' && points === 0)
    return [{ kind: 'givenBack', points: cost }, { kind: 'returned' }];
  const told: Told = { kind: 'taken', points: cost };
  const state = taken[0]?.state;
  if (state === 'held') return [told, { kind: 'waits' }];
  return state === 'spent' ? [told, { kind: 'used' }] : [told];
}

function toldOfSource(thing: Thing, debt: number): readonly [Told, ...Told[]] {
  const { rows, points } = thing;
  const [newest] = rows;
  const because = newest.receipt?.reason ?? null;
  const why: readonly Told[] = because === null ? [] : [{ kind: 'because', because }];
  const when = comingAt(thing);
  const back = backOf(newest.bought);
  const whole = Math.max(
    points,
    sum(receiptsOf(rows), ({ awarded }) => awarded),
  );
  if (back && whole > 0 && (because === null || because === 'fullyRefunded')) {
    const gone = whole - points;
    return [{ ...back, gone, whole, points: gone }, ...leftOf(thing, debt), ...when];
  }
  if (newest.kind === 'clawback')
    return [{ kind: 'gone', points: 0 - newest.points }, ...why, ...leftOf(thing, debt), ...when];
  if (points === 0) return [{ kind: 'nothing' }, ...why];
  const undone = undoneOf(thing);
  if (undone) return [undone, ...when];
  const brought = newest.source?.kind === 'order' ? 'brought' : 'earned';
  return [{ kind: when.length > 0 ? 'coming' : brought, points }, ...when];
}

/** That a refund was undone, where that is what an order did last. */
function undoneOf({ rows: [newest, ...older] }: Thing): Told | null {
  const { kind, effectiveAt: at } = newest;
  const before = older.find((row) => row.kind === 'clawback');
  const reason = before?.receipt?.reason ?? 'fullyRefunded';
  if (kind !== 'earn' || before === undefined || reason !== 'fullyRefunded') return null;
  const back = [newest, ...older].filter((row) => row.kind === 'earn' && row.effectiveAt === at);
  return { kind: 'undone', at, points: sum(back, ({ points }) => points) };
}

/** When what is on the way is the shopper's. */
function comingAt(thing: Thing): readonly Told[] {
  if (!isComing(thing)) return [];
  const at = thing.rows.find(({ state }) => state === 'pending')?.matureAt ?? null;
  return [{ kind: 'when', at }];
}

/** What a refund should have taken and did not, and what it took that was not there any more. */
function leftOf({ rows, points }: Thing, debt: number): readonly Told[] {
  const kept =
    points -
    sum(receiptsOf(rows), ({ lines, awarded }) =>
      lines.length > 0 ? sum(lines, (line) => line.kept) : awarded,
    );
  const [newest] = rows;
  const owed = Math.min(debt, 0 - newest.points, 0 - newest.balanceAfter.available);
  const told: Told[] = [];
  if (kept > 0) told.push({ kind: 'kept', points: kept });
  if (owed > 0) told.push({ kind: 'debt', points: owed });
  return told;
}

/** The newest receipt of each rule and campaign. */
export const receiptsOf = (rows: readonly ListedTransaction[]): readonly Receipt[] => {
  const receipts = new Map<string, Receipt>();
  for (const { receipt } of rows.toReversed())
    if (receipt) receipts.set(`${receipt.ruleId} ${receipt.campaignId}`, receipt);
  return [...receipts.values()];
};

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
