import { LIMITS } from '@okaeri/shared/limits';
import { findShop } from '../../../access/find-shop.ts';
import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { currentProgram } from '../../../loyalty/program/load-program.ts';
import { handMail } from '../../../platform/mail/hand-mail.ts';
import type { Delivery, DeliveryHandler } from '../../../platform/outbox/deliver-due.ts';
import { first, type Tx } from '../../../platform/store/store.ts';
import { dateOf } from '../figures/day-rules.ts';
import { dueAtOf, periodNamed, periodOf } from '../figures/period-rules.ts';
import { insightSettingsOf } from '../settings.ts';
import { toAlert } from './alerts.ts';
import { alertMail, reportMail, type Reading } from './insight-mail.ts';
import { reportKey } from './plan-reports.ts';
import { selectOpenAlerts, selectReport } from './queries.ts';
import { findReader } from './readers.ts';

const DAYS = 28;

/** Tells somebody of the team of the alerts that opened on a day and are still open. */
export const sendAlerts: DeliveryHandler<'alertMail'> = {
  lane: 'mail',
  async deliver(deps, row, { day, userId }) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return dropped('the shop is gone');
    const found = await deps.store.read(async (tx) => {
      const { alerts } = await insightSettingsOf(tx, shop.id);
      const reading = await readingOf(deps, tx, { shop, userId, asked: alerts.userIds });
      const open = await tx.run(selectOpenAlerts, { shopId: shop.id, limit: LIMITS.alertsOpenMax });
      return { reading, alerts: open.filter(({ openedDay }) => openedDay === day).map(toAlert) };
    });
    if (found.reading === null) return dropped('nobody asks for it any more');
    const [one, ...others] = found.alerts;
    if (one === undefined) return dropped('there is nothing to say any more');
    const days = { from: dateOf(day - DAYS), until: dateOf(day - 1) };
    return handMail(deps, await alertMail(found.reading, { alerts: [one, ...others], ...days }));
  },
};

/** Sends the report of a period to somebody of the team; where the next one is due by now, not any more (E84). */
export const sendReport: DeliveryHandler<'reportMail'> = {
  lane: 'mail',
  async deliver(deps, row, { period, userId }) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return dropped('the shop is gone');
    const found = await deps.store.read(async (tx) => {
      const { report } = await insightSettingsOf(tx, shop.id);
      const open = await tx.run(selectOpenAlerts, { shopId: shop.id, limit: LIMITS.alertsOpenMax });
      return {
        reading: await readingOf(deps, tx, { shop, userId, asked: report.userIds }),
        made: await first(tx, selectReport, { shopId: shop.id, key: reportKey(period) }),
        isOver: await isOver(deps, tx, { shop, period }),
        openAlerts: open.length,
      };
    });
    const { reading, made, openAlerts } = found;
    if (reading === null) return dropped('nobody asks for it any more');
    if (made === undefined || found.isOver) return dropped('the next report is due');
    return handMail(deps, await reportMail(reading, { report: made.document, openAlerts }));
  },
};

async function isOver(
  deps: Deps,
  tx: Tx,
  { shop, period }: { readonly shop: ShopRow; readonly period: string },
): Promise<boolean> {
  const named = periodNamed(period);
  if (named === undefined) return true;
  const { document } = await currentProgram(deps, tx, shop);
  const next = periodOf(named.until + 1, named.every);
  return nowOf(deps, shop) >= dueAtOf(next, document.timeZone);
}

/** How somebody is written to; null of whoever has left the team, or has said no since. */
async function readingOf(
  deps: Deps,
  tx: Tx,
  of: { readonly shop: ShopRow; readonly userId: string; readonly asked: readonly string[] },
): Promise<Reading | null> {
  const { shop, userId, asked } = of;
  const reader = await findReader(tx, { shopId: shop.id, userId });
  if (reader === undefined || !asked.includes(userId)) return null;
  const console = `${deps.publicUrl}/console/${shop.id}`;
  return {
    to: reader.email,
    language: reader.language,
    shopName: shop.name,
    consoleUrl: `${console}/insights`,
    settingsUrl: `${console}/settings/reports`,
  };
}

function dropped(why: string): Delivery {
  return { kind: 'dropped', why };
}
