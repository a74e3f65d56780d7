import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { insidersOf } from '../../../loyalty/orders/days/insiders.ts';
import { selectHeirs, selectOverdueLots, walkLotMoves } from './queries.ts';
import { pointsOf, type LotRow, type PersonPoints } from './lot-rules.ts';

interface Walked {
  readonly shopId: string;
  readonly insiderTags: readonly string[];
  /** What became of points from then on does not count. */
  readonly before: number;
  readonly monthOf: (at: number) => number;
}

/**
 * The points of everybody who is no insider, person by person: the chains of people who were merged are one, whatever
 * was moved between them.
 */
export async function* walkPeople(store: Store, walked: Walked): AsyncGenerator<PersonPoints> {
  const { shopId, before, monthOf } = walked;
  const heirs = await store.read((tx) => tx.run(selectHeirs, { shopId }));
  const over = await store.read((tx) => tx.run(selectOverdueLots, { shopId, before }));
  const overdue = new Set(over.map(({ id }) => id));
  const insiders = await insidersOf(store, walked);
  const into = new Map(heirs.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const roots = new Set(into.values());
  /** Chains of people who were merged, until all have come by. */
  const families = new Map<string, LotRow[]>();
  const isOver = (awardId: string): boolean => overdue.has(awardId);
  for await (const { shopperId, rows } of chainsOf(store, walked)) {
    const root = rootOf(shopperId, into);
    if (insiders.has(root)) continue;
    if (root === shopperId && !roots.has(root)) yield pointsOf(rows, monthOf, isOver);
    else families.set(root, [...(families.get(root) ?? []), ...rows]);
  }
  for (const rows of families.values()) yield pointsOf(rows.toSorted(byTime), monthOf, isOver);
}

/** At one instant a chain is closed before another takes what it had. */
function byTime(a: LotRow, b: LotRow): number {
  const opens = (row: LotRow): number => (row.kind === 'merge' && row.issued < 0 ? 1 : 0);
  return a.effectiveAt - b.effectiveAt || opens(a) - opens(b) || a.sequence - b.sequence;
}

function rootOf(id: string, into: ReadonlyMap<string, string>): string {
  const heir = into.get(id);
  return heir === undefined ? id : rootOf(heir, into);
}

async function* chainsOf(
  store: Store,
  { shopId, before }: Walked,
): AsyncGenerator<{ shopperId: string; rows: LotRow[] }> {
  let chain: { shopperId: string; rows: LotRow[] } | undefined;
  for (let after = { afterShopper: '', afterSequence: 0 }; ;) {
    const page = await store.read((tx) =>
      tx.run(walkLotMoves, { shopId, before, ...after, limit: WALK_PAGE }),
    );
    for (const row of page) {
      if (chain !== undefined && chain.shopperId !== row.shopperId) {
        yield chain;
        chain = undefined;
      }
      chain ??= { shopperId: row.shopperId, rows: [] };
      chain.rows.push(row);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) break;
    after = { afterShopper: last.shopperId, afterSequence: last.sequence };
  }
  if (chain !== undefined) yield chain;
}
