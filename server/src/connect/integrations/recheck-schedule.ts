import type { Deps } from '../../deps.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import type { OpenConnection } from './find-connection.ts';
import { adapterOf } from './platforms.ts';
import { selectOrdersUpdatedFrom } from './queries.ts';
import { DELETED } from './snapshot-order-rules.ts';
import type { PlatformOrderRow } from './tables.ts';

/**
 * How long after its last message an order is looked at once more. Most refunds are taken back at once,
 * by the person who made them by mistake; few after the end of a quarter.
 */
export const RECHECK_AFTER_MS = [1, 24, 7 * 24, 30 * 24, 90 * 24].map((hours) => hours * HOUR_MS);

/** Orders asked about in one request. */
const AT_ONCE = 100;

type Known = Pick<PlatformOrderRow, 'id' | 'toldAt' | 'digest' | 'listed'>;

/** The stretches of time whose orders are due, those that touch as one: a long way back is gone over once. */
export const recheckWindowsOf = (from: number, to: number): { from: number; to: number }[] => {
  const stretches: { from: number; to: number }[] = [];
  for (const after of RECHECK_AFTER_MS.toReversed()) {
    const last = stretches.at(-1);
    if (last !== undefined && from - after <= last.to) last.to = to - after;
    else stretches.push({ from: from - after, to: to - after });
  }
  return stretches;
};

/**
 * Orders that went without a trace. A platform's list of what has changed says nothing of an order that was
 * deleted, nor, at WooCommerce, of a refund that was; only a message does, and messages are lost. So each
 * order is looked at again some time after its last message. As time goes from `from` to `to`, every order
 * comes by each of those times once.
 */
export async function* ordersToAskFor(
  deps: Deps,
  connection: OpenConnection,
  { from, to }: { from: number; to: number },
): AsyncGenerator<string> {
  for (const stretch of recheckWindowsOf(from, to)) yield* lookWithin(deps, connection, stretch);
}

/** Orders whose last message came within a stretch of time that are not as they are known: gone, back, or with other refunds. */
async function* lookWithin(
  deps: Deps,
  connection: OpenConnection,
  { from, to }: { from: number; to: number },
): AsyncGenerator<string> {
  const { lookAt } = adapterOf(connection);
  const { shopId } = connection.row;
  if (lookAt === undefined) return;
  // From the instant after `from` on: what came at it was looked at before.
  let next: { at: number; afterId: string } | undefined = { at: from + 1, afterId: '' };
  while (next !== undefined) {
    const asked = { shopId, ...next, to, limit: AT_ONCE };
    const known: Known[] = await deps.store.read((tx) => tx.run(selectOrdersUpdatedFrom, asked));
    const last = known.at(-1);
    if (last === undefined) return;
    const ids = known.map(({ id }) => id);
    const there = await lookAt(deps, connection, ids);
    for (const row of known) if (differs(row, there.get(row.id))) yield row.id;
    next = known.length === AT_ONCE ? { at: last.toldAt, afterId: last.id } : undefined;
  }
}

function differs(known: Known, refunds: readonly string[] | undefined): boolean {
  if (refunds === undefined) return known.digest !== DELETED;
  const listed = Object.keys(known.listed);
  return (
    known.digest === DELETED ||
    listed.length !== refunds.length ||
    refunds.some((id) => known.listed[id] === undefined)
  );
}
