import type { BoughtLine, ListedTransaction, ReceiptReason } from '@okaeri/shared/ledger';
import { isComing, type Thing } from './thing-rules.ts';

/** What a receipt begins with, as facts of the ledger; `say-thing.ts` makes sentences of them. */
export type Told =
  | { readonly kind: 'brought' | 'coming' | 'gone'; readonly points: number }
  | {
      readonly kind: 'cameBack';
      readonly back: Back;
      readonly gone: number;
      readonly whole: number;
    }
  | { readonly kind: 'undone' | 'again'; readonly points: number; readonly at: string }
  | { readonly kind: 'taken' | 'givenBack' | 'merged'; readonly points: number }
  | {
      readonly kind: 'expired';
      readonly points: number;
      readonly at: string;
      readonly since: string | null;
    }
  | { readonly kind: 'given' | 'took'; readonly points: number; readonly reason: string }
  | { readonly kind: 'nothing' }
  // What is said after the first.
  | { readonly kind: 'when'; readonly at: string | null }
  | { readonly kind: 'kept' | 'debt'; readonly points: number }
  | { readonly kind: 'because'; readonly reason: ReceiptReason }
  | { readonly kind: 'waits' | 'used' | 'returned' };

/** What of an order came back, as it stands. */
export type Back =
  | { readonly kind: 'all' }
  /** So many pieces, of one line where it is one. */
  | {
      readonly kind: 'pieces';
      readonly back: number;
      readonly of: number;
      readonly line: BoughtLine | null;
    }
  | { readonly kind: 'money'; readonly refundedMinor: number; readonly grossMinor: number };

/** What of an order came back; null where nothing did. */
export const backOf = (bought: readonly BoughtLine[]): Back | null => {
  const refundedMinor = sum(bought, (line) => line.refundedMinor);
  const grossMinor = sum(bought, (line) => line.grossMinor);
  const returned = bought.filter((line) => line.refundedQuantity > 0);
  const back = sum(returned, (line) => Math.min(line.refundedQuantity, line.quantity));
  const all = sum(bought, ({ quantity }) => quantity);
  if (refundedMinor === 0 && back === 0) return null;
  if (back > 0 && back >= all) return { kind: 'all' };
  if (back === 0) return { kind: 'money', refundedMinor, grossMinor };
  const [line, ...others] = returned;
  const isOne = line !== undefined && others.length === 0;
  return isOne
    ? { kind: 'pieces', back, of: line.quantity, line }
    : { kind: 'pieces', back, of: all, line: null };
};

/** What an order has done last: its refund was undone, it counts again after all, or neither. */
export const undoingOf = ({
  rows,
}: Thing): { kind: 'undone' | 'again'; points: number; at: string } | null => {
  const [newest] = rows;
  if (newest.kind !== 'earn' || newest.points === 0 || backOf(newest.bought) !== null) return null;
  const before = rows.find(({ kind }) => kind === 'clawback');
  if (before === undefined) return null;
  const at = newest.effectiveAt;
  const points = sum(
    rows.filter((row) => row.kind === 'earn' && row.effectiveAt === at),
    (row) => row.points,
  );
  const reason = before.receipt?.reason ?? 'fullyRefunded';
  return { kind: reason === 'fullyRefunded' ? 'undone' : 'again', points, at };
};

/**
 * What a receipt says, the first sentence first.
 *
 * @param debt what the shopper owes now
 */
export const toldOf = (thing: Thing, debt: number): readonly [Told, ...Told[]] => {
  const [newest] = thing.rows;
  const points = Math.abs(thing.points);
  if (newest.kind === 'expire')
    return [{ kind: 'expired', points, at: newest.effectiveAt, since: newest.matureAt }];
  if (newest.kind === 'merge') return [{ kind: 'merged', points }];
  if (newest.source?.kind === 'redemption') return toldOfReward(thing);
  if (newest.kind === 'adjust' && newest.reason !== null)
    return [{ kind: thing.points < 0 ? 'took' : 'given', points, reason: newest.reason }];
  return toldOfSource(thing, debt);
};

function toldOfReward({ rows, points }: Thing): readonly [Told, ...Told[]] {
  const taken = sum(
    rows.filter(({ kind }) => kind === 'redeem'),
    (row) => 0 - row.points,
  );
  if (rows[0].kind === 'release' && points === 0)
    return [{ kind: 'givenBack', points: taken }, { kind: 'returned' }];
  const told: Told = { kind: 'taken', points: taken };
  const state = rows.find(({ kind }) => kind === 'redeem')?.state;
  if (state === 'held') return [told, { kind: 'waits' }];
  return state === 'spent' ? [told, { kind: 'used' }] : [told];
}

function toldOfSource(thing: Thing, debt: number): readonly [Told, ...Told[]] {
  const { rows, points } = thing;
  const when = comingAt(thing);
  const reason = rows[0].receipt?.reason ?? null;
  const because: readonly Told[] = reason === null ? [] : [{ kind: 'because', reason }];
  const undoing = undoingOf(thing);
  if (undoing) return [undoing, ...when];
  const back = backOf(rows[0].bought);
  const whole = wholeOf(thing);
  if (back !== null && (reason === null || reason === 'fullyRefunded') && whole > 0)
    return [
      { kind: 'cameBack', back, gone: whole - points, whole },
      ...leftOf(thing, debt),
      ...when,
    ];
  const lost = rows[0].kind === 'clawback';
  if (lost)
    return [
      { kind: 'gone', points: 0 - rows[0].points },
      ...because,
      ...leftOf(thing, debt),
      ...when,
    ];
  if (points === 0) return [{ kind: 'nothing' }, ...because];
  return [{ kind: when.length > 0 ? 'coming' : 'brought', points }, ...when];
}

/** When what is on the way is the shopper's. */
function comingAt(thing: Thing): readonly Told[] {
  if (!isComing(thing)) return [];
  const row = thing.rows.find(({ state }) => state === 'pending');
  return [{ kind: 'when', at: row?.matureAt ?? null }];
}

/** What a refund should have taken and did not, and what it took that was not there any more. */
function leftOf({ rows, points }: Thing, debt: number): readonly Told[] {
  const shouldBe = sum(receiptsOf(rows), ({ lines, awarded }) =>
    lines.length > 0 ? sum(lines, ({ kept }) => kept) : awarded,
  );
  const [newest] = rows;
  const owed = Math.min(debt, 0 - newest.points, 0 - newest.balanceAfter.available);
  return [
    ...(points > shouldBe ? [{ kind: 'kept', points: points - shouldBe } as const] : []),
    ...(newest.kind === 'clawback' && owed > 0 ? [{ kind: 'debt', points: owed } as const] : []),
  ];
}

/** What it would have brought had nothing come back; never less than it has. */
function wholeOf({ rows, points }: Thing): number {
  return Math.max(
    points,
    sum(receiptsOf(rows), ({ awarded }) => awarded),
  );
}

/** The newest receipt of each rule and campaign. */
export const receiptsOf = (
  rows: readonly ListedTransaction[],
): readonly NonNullable<ListedTransaction['receipt']>[] => {
  const receipts = new Map<string, NonNullable<ListedTransaction['receipt']>>();
  for (const { receipt } of rows.toReversed())
    if (receipt) receipts.set(`${receipt.ruleId} ${receipt.campaignId}`, receipt);
  return [...receipts.values()];
};

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
