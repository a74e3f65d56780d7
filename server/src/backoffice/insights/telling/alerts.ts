import type { Alert, AlertList } from '@okaeri/shared/changes';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { isoOf } from '../../../platform/lib/clock.ts';
import type { Outcome } from '../../../platform/lib/outcome.ts';
import { first } from '../../../platform/store/store.ts';
import { dateOf } from '../figures/day-rules.ts';
import {
  selectAlert,
  selectAlertLook,
  selectClosedAlerts,
  selectOpenAlerts,
  setAlertSeen,
} from './queries.ts';
import type { AlertRow } from './tables.ts';

const DEFINITION =
  'Once a day the last 28 finished days are compared with the 28 before. A change is said if the 99 % interval of the difference excludes 0, as it is looked at every day, and at least 30 people stand behind both. It is over after seven days on which there was nothing to say. Changes over time: what caused them nobody knows.';

/** The alerts of a shop, the newest first. */
export const listAlerts = (
  deps: Deps,
  shopId: string,
  state: 'open' | 'closed',
): Promise<AlertList> =>
  deps.store.read(async (tx) => {
    const listed = state === 'open' ? selectOpenAlerts : selectClosedAlerts;
    const found = await tx.run(listed, { shopId, limit: LIMITS.alertsOpenMax });
    const look = await first(tx, selectAlertLook, { shopId });
    return {
      definition: DEFINITION,
      lookedOn: look === undefined ? null : dateOf(look.day),
      items: found.map(toAlert),
    };
  });

/** Somebody of the team has seen it. It stays open, so that the same is not said anew. */
export const seeAlert = (
  deps: Deps,
  { shop, id }: { readonly shop: ShopRow; readonly id: string },
): Promise<Outcome<Alert>> =>
  deps.store.write(async (tx): Promise<Outcome<Alert>> => {
    const key = { shopId: shop.id, id };
    await tx.run(setAlertSeen, { ...key, seenAt: nowOf(deps, shop) });
    const row = await first(tx, selectAlert, key);
    if (row === undefined)
      return { refused: { code: 'notFound', detail: `There is no alert "${id}".` } };
    return { ok: toAlert(row) };
  });

/** An alert as it is told. */
export const toAlert = ({
  id,
  document,
  openedDay,
  saidDay,
  closedDay,
  seenAt,
}: AlertRow): Alert => ({
  ...document,
  id,
  openedOn: dateOf(openedDay),
  saidOn: dateOf(saidDay),
  closedOn: closedDay === null ? null : dateOf(closedDay),
  seenAt: seenAt === null ? null : isoOf(seenAt),
});
