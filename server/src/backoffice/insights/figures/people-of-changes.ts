import { walkShoppers } from '../../../loyalty/shoppers/find-queries.ts';
import { factsOf, stageOf } from '../../../loyalty/shoppers/context-rules.ts';
import { dayOf, startOfDay } from '../../../platform/lib/calendar.ts';
import { first, type Store } from '../../../platform/store/store.ts';
import type { createShares, Spans, StageMove } from './change-rules.ts';
import { selectFirstStageDay, walkRedeemed, walkStageChanges } from './change-queries.ts';
import type { FigureOrder } from './figure-order.ts';
import { inPages } from './pages.ts';
import { insidersOf } from '../../../loyalty/orders/days/insiders.ts';
import { walkMarketing } from './queries.ts';

type Shares = ReturnType<typeof createShares>;

/** Counts members by whether they took a reward, and says since when everybody has been one. */
export const membersOf = async (
  store: Store,
  order: FigureOrder,
  shares: Shares,
  spans: Spans,
): Promise<ReadonlyMap<string, number>> => {
  const { timeZone } = order.document;
  const redeemed = new Map<string, number[]>();
  const within = instantsOf(order, spans);
  for await (const { shopperId, createdAt } of inPages(store, walkRedeemed, (last, limit) => ({
    ...within,
    afterId: last?.id ?? '',
    limit,
  })))
    add(redeemed, shopperId, dayOf(createdAt, timeZone));
  const members = new Map<string, number>();
  for await (const { id, status, enrolledAt } of shoppersOf(store, order)) {
    if (status !== 'member' || enrolledAt === null) continue;
    const since = dayOf(enrolledAt, timeZone);
    members.set(id, since);
    shares.member(since, redeemed.get(id) ?? []);
  }
  return members;
};

/**
 * Counts where people stood and went.
 *
 * @returns whether that is known of both times: where changes of stage are kept only since, nothing can be compared
 */
export const moversOf = async (
  store: Store,
  order: FigureOrder,
  shares: Shares,
  spans: Spans,
): Promise<boolean> => {
  const { shopId, document, now } = order;
  const { from } = spans.before;
  const known = await store.read((tx) => first(tx, selectFirstStageDay, { shopId }));
  if (known?.day == null || known.day > from) return false;
  const moves = new Map<string, StageMove[]>();
  for await (const { shopperId, day, fromStage, toStage } of inPages(
    store,
    walkStageChanges,
    (last, limit) => ({
      shopId,
      from,
      afterDay: last?.day ?? -1,
      afterShopper: last?.shopperId ?? '',
      limit,
    }),
  ))
    add(moves, shopperId, { day, from: fromStage, to: toStage });
  for await (const row of shoppersOf(store, order))
    shares.stages(
      stageOf(factsOf(row, null), document.loop, now),
      dayOf(row.createdAt, document.timeZone),
      moves.get(row.id) ?? [],
    );
  return true;
};

/** Counts who was reached by marketing, and who complained about it. */
export const reachedOf = async (
  store: Store,
  order: FigureOrder,
  shares: Shares,
  spans: Spans,
): Promise<void> => {
  const { shopId, from, before } = instantsOf(order, spans);
  const { timeZone } = order.document;
  const reached = new Map<string, { day: number; complained: boolean }[]>();
  for await (const row of inPages(store, walkMarketing, (last, limit) => ({
    shopId,
    afterAt: last?.plannedAt ?? from,
    afterId: last?.id ?? '',
    before,
    limit,
  }))) {
    if (row.decision !== 'sent' || row.channel !== 'email') continue;
    const day = dayOf(row.plannedAt, timeZone);
    add(reached, row.shopperId, { day, complained: row.complainedAt !== null });
  }
  const insiders = await insidersOf(store, order);
  for (const [shopperId, touches] of reached) if (!insiders.has(shopperId)) shares.reached(touches);
};

/** Shoppers who are no insiders. */
async function* shoppersOf(store: Store, { shopId, insiderTags }: FigureOrder) {
  for await (const row of inPages(store, walkShoppers, (last, limit) => ({
    shopId,
    afterId: last?.id ?? '',
    limit,
  })))
    if (!row.tags.some((tag) => insiderTags.includes(tag))) yield row;
}

function instantsOf({ shopId, document }: FigureOrder, { now, before }: Spans) {
  const { timeZone } = document;
  return {
    shopId,
    from: startOfDay(before.from, timeZone),
    before: startOfDay(now.until + 1, timeZone),
  };
}

function add<Value>(of: Map<string, Value[]>, key: string, value: Value): void {
  const known = of.get(key);
  if (known === undefined) of.set(key, [value]);
  else known.push(value);
}
