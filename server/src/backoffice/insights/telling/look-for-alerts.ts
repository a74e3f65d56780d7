import type { Change } from '@okaeri/shared/changes';
import { LIMITS } from '@okaeri/shared/limits';
import { eachShop } from '../../../access/each-shop.ts';
import { listShops } from '../../../access/find-shop.ts';
import { lockShopRow } from '../../../access/shop-document.ts';
import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { currentProgram } from '../../../loyalty/program/load-program.ts';
import { selectAnybody } from '../../../loyalty/shoppers/find-queries.ts';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { newId } from '../../../platform/lib/ids.ts';
import { queueRow } from '../../../platform/outbox/enqueue-row.ts';
import { first, type Tx } from '../../../platform/store/store.ts';
import { followAlert, isWorthSaying } from '../figures/alert-rules.ts';
import { figureNow } from '../figures/take-figure.ts';
import { insightSettingsOf } from '../settings.ts';
import { inTurn } from '../take-in-turn.ts';
import {
  closeAlert,
  insertAlert,
  sayAlert,
  selectAlertLook,
  selectOpenAlerts,
  upsertAlertLook,
} from './queries.ts';

const ID_PREFIX = 'al_';
/** The last finished days that are compared with as many before them (E83). */
const DAYS = 28;

/** Looks at every shop once on each of its local days, whenever that is noticed first. */
export const lookForAlerts = async (deps: Deps): Promise<void> => {
  await eachShop(await listShops(deps), async (shop) => {
    // A closed shop rests; what changed meanwhile is seen once it is open again.
    if (shop.closedAt !== null || deps.underWay.stopping.aborted) return;
    const today = await dayToLook(deps, shop);
    if (today === null) return;
    const changes = await inTurn(deps, () => changesOf(deps, shop));
    await deps.store.write((tx) => noteLook(deps, tx, { shop, today, changes }));
  });
};

/** The local day, unless the shop was looked at on it, or nobody is there to be looked at. */
function dayToLook(deps: Deps, shop: ShopRow): Promise<number | null> {
  return deps.store.read(async (tx) => {
    const { document } = await currentProgram(deps, tx, shop);
    const today = dayOf(nowOf(deps, shop), document.timeZone);
    const look = await first(tx, selectAlertLook, { shopId: shop.id });
    if (look !== undefined && look.day >= today) return null;
    const anybody = await first(tx, selectAnybody, { shopId: shop.id });
    return anybody === undefined ? null : today;
  });
}

async function changesOf(deps: Deps, shop: ShopRow): Promise<readonly Change[]> {
  const asked = { figure: 'changes', days: DAYS, confidence: 99 } as const;
  const found = await figureNow<'changes'>(deps, shop, { asOf: undefined, asked });
  if ('refused' in found) throw new Error(found.refused.detail);
  return found.ok.changes;
}

/** Opens, says again and closes alerts by what was found on a day; of two who looked the first counts. */
async function noteLook(
  deps: Deps,
  tx: Tx,
  of: { readonly shop: ShopRow; readonly today: number; readonly changes: readonly Change[] },
): Promise<void> {
  const { shop, today, changes } = of;
  const shopId = shop.id;
  await lockShopRow(tx, shopId);
  const look = await first(tx, selectAlertLook, { shopId });
  if (look !== undefined && look.day >= today) return;
  const open = await tx.run(selectOpenAlerts, { shopId, limit: LIMITS.alertsOpenMax });
  const said = new Map(
    changes.filter(isWorthSaying).map((change) => [change.figure, change] as const),
  );
  let places = LIMITS.alertsOpenMax - open.length;
  for (const { id, figure, saidDay } of open) {
    const document = said.get(figure);
    const step = followAlert({ saidDay }, { isSaid: document !== undefined, today });
    if (step === 'say') await tx.run(sayAlert, { shopId, id, document, saidDay: today });
    if (step !== 'close') continue;
    await tx.run(closeAlert, { shopId, id, closedDay: today });
    places += 1;
  }
  const known = new Set(open.map(({ figure }) => figure));
  // In the order in which figures are said: where there is no more room, the rest waits for another day.
  const opened = [...said.values()].filter(({ figure }) => !known.has(figure)).slice(0, places);
  const days = { openedDay: today, saidDay: today, closedDay: null };
  for (const document of opened) {
    const { figure } = document;
    const row = { shopId, id: ID_PREFIX + newId(), figure, document, ...days, seenAt: null };
    await tx.run(insertAlert, row);
  }
  if (opened.length > 0) await tellReaders(deps, tx, { shopId, today });
  await tx.run(upsertAlertLook, { shopId, day: today });
}

async function tellReaders(
  deps: Deps,
  tx: Tx,
  { shopId, today }: { readonly shopId: string; readonly today: number },
): Promise<void> {
  const { alerts } = await insightSettingsOf(tx, shopId);
  for (const userId of alerts.userIds)
    await queueRow(deps, tx, {
      shopId,
      id: `alerts:${today}:${userId}`,
      payload: { kind: 'alertMail', day: today, userId },
    });
}
