import { eachShop } from '../../../access/each-shop.ts';
import { listShops } from '../../../access/find-shop.ts';
import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { currentProgram } from '../../../loyalty/program/load-program.ts';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { queueRow } from '../../../platform/outbox/enqueue-row.ts';
import { first, type Tx } from '../../../platform/store/store.ts';
import { dateOf } from '../figures/day-rules.ts';
import { periodDue } from '../figures/period-rules.ts';
import { figureNow } from '../figures/take-figure.ts';
import { insightSettingsOf } from '../settings.ts';
import { inTurn } from '../take-in-turn.ts';
import { insertReport, selectReaders, selectReport } from './queries.ts';

type Due = ReturnType<typeof periodDue>;

/** What a report is known by: it is made once, whatever happens. */
export const reportKey = (period: string): string => `report:${period}`;

/** Makes the reports that are due, and sends each to those who had asked for it by then (E84). */
export const planReports = async (deps: Deps): Promise<void> => {
  await eachShop(await listShops(deps), async (shop) => {
    // A closed shop rests: what was due in the meantime is sent late, or skipped where the next one is due.
    if (shop.closedAt !== null || deps.underWay.stopping.aborted) return;
    const due = await deps.store.read((tx) => dueOf(deps, tx, shop));
    if (due === null) return;
    const asked = { figure: 'report', period: due.period.name } as const;
    const asOf = dateOf(due.period.until);
    const found = await inTurn(deps, () => figureNow<'report'>(deps, shop, { asOf, asked }));
    if ('refused' in found) throw new Error(found.refused.detail);
    const document = found.ok;
    await deps.store.write(async (tx) => {
      const { period, dueAt } = due;
      const key = reportKey(period.name);
      const row = { shopId: shop.id, key, document, dueAt, madeAt: nowOf(deps, shop) };
      if ((await first(tx, insertReport, row)) === undefined) return;
      for (const userId of await readersOf(tx, shop.id, dueAt))
        await queueRow(deps, tx, {
          shopId: shop.id,
          id: `${key}:${userId}`,
          payload: { kind: 'reportMail', period: period.name, userId },
        });
    });
  });
};

/** When the next report of a shop is due. */
export const nextReportAt = async (deps: Deps, tx: Tx, shop: ShopRow): Promise<number> =>
  (await periodOfNow(deps, tx, shop)).nextDueAt;

/** The period to report of; null where it was done, or nobody had asked by the time it was due. */
async function dueOf(deps: Deps, tx: Tx, shop: ShopRow): Promise<Due | null> {
  const { report } = await insightSettingsOf(tx, shop.id);
  if (report.userIds.length === 0) return null;
  const due = await periodOfNow(deps, tx, shop);
  const key = reportKey(due.period.name);
  if ((await first(tx, selectReport, { shopId: shop.id, key })) !== undefined) return null;
  return (await readersOf(tx, shop.id, due.dueAt)).length === 0 ? null : due;
}

async function periodOfNow(deps: Deps, tx: Tx, shop: ShopRow): Promise<Due> {
  const { report } = await insightSettingsOf(tx, shop.id);
  const { document } = await currentProgram(deps, tx, shop);
  const { timeZone } = document;
  const now = nowOf(deps, shop);
  return periodDue(now, { today: dayOf(now, timeZone), every: report.every, timeZone });
}

/** Who had asked for reports when one was due. */
async function readersOf(tx: Tx, shopId: string, dueAt: number): Promise<readonly string[]> {
  const { report } = await insightSettingsOf(tx, shopId);
  const readers = await tx.run(selectReaders, { shopId });
  const since = new Map(readers.map(({ userId, reportSince }) => [userId, reportSince]));
  return report.userIds.filter((userId) => (since.get(userId) ?? dueAt) <= dueAt);
}
