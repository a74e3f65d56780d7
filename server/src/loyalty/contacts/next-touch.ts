import type { NextTouchAnswer, NextTouchInput } from '@okaeri/shared/contacts';
import { readShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { lockShopper } from '../ledger/queries.ts';
import { findMerged } from '../shoppers/lock-shopper.ts';
import { askTouch, peekTouch } from './ask-touch.ts';
import type { TouchRow } from './tables.ts';
import { priorityOf } from './touch-kinds.ts';
import type { PageTouch, Someone } from './touch-types.ts';

interface Visit {
  readonly shop: ShopRow;
  readonly shopper: Pick<ShopperRow, 'id'>;
  readonly asked: NextTouchInput;
}

const NOTHING: NextTouchAnswer = { touch: null };

/**
 * What to show a shopper now: of what is wanted the first that may be shown, by priority, time and key. What stands is
 * answered again. Finding nothing to decide it only reads, as it comes with every page view (E54).
 */
export const nextTouch = async (deps: Deps, visit: Visit): Promise<NextTouchAnswer> => {
  const seen = await deps.store.read((tx) => look(deps, tx, visit));
  return seen === 'toDecide' ? deps.store.write((tx) => decide(deps, tx, visit)) : seen;
};

async function look(deps: Deps, tx: Tx, visit: Visit): Promise<NextTouchAnswer | 'toDecide'> {
  const key = { shopId: visit.shop.id, shopperId: visit.shopper.id };
  const of = await someone(deps, tx, { visit, row: await findMerged(tx, key) });
  if (of === undefined) return NOTHING;
  for (const one of await candidates(deps, tx, of, visit.asked)) {
    const peeked = await peekTouch(deps, tx, { ...of, ...one });
    if (peeked.isWritten) return 'toDecide';
    if (peeked.decision === 'shown') return answerOf(one, peeked.row);
  }
  return NOTHING;
}

async function decide(deps: Deps, tx: Tx, visit: Visit): Promise<NextTouchAnswer> {
  const key = { shopId: visit.shop.id, shopperId: visit.shopper.id };
  const of = await someone(deps, tx, { visit, row: await first(tx, lockShopper, key) });
  if (of === undefined) return NOTHING;
  for (const one of await candidates(deps, tx, of, visit.asked)) {
    const asked = await askTouch(deps, tx, { ...of, ...one });
    if (asked.decision !== 'shown') continue;
    if (asked.isNew && asked.row !== undefined) await one.onShown?.(tx, asked.row);
    return answerOf(one, asked.row);
  }
  return NOTHING;
}

/** Shop and shopper as they are in this transaction; nobody where they have left. */
async function someone(
  deps: Deps,
  tx: Tx,
  { visit, row }: { visit: Visit; row: ShopperRow | undefined },
): Promise<Someone | undefined> {
  if (row === undefined || row.erasedAt !== null || row.mergedInto !== null) return undefined;
  const shop = (await readShop(tx, visit.shop.id)) ?? visit.shop;
  return { shop, shopper: row, now: nowOf(deps, shop) };
}

async function candidates(
  deps: Deps,
  tx: Tx,
  of: Someone,
  { kinds, surveyId }: NextTouchInput,
): Promise<readonly PageTouch[]> {
  const found: PageTouch[] = [];
  for (const pageTouches of deps.pageTouches)
    found.push(...(await pageTouches(tx, { ...of, surveyId: surveyId ?? null })));
  const settings = contactSettingsOf(of.shop);
  const rank = ({ wanted: { kind, priority } }: PageTouch): number =>
    priorityOf(settings, { kind, priority: priority ?? deps.touches[kind].priority });
  return found
    .filter(({ wanted }) => kinds === undefined || kinds.includes(wanted.kind))
    .filter(({ wanted }) => wanted.dueAt <= of.now)
    .toSorted(
      (a, b) =>
        rank(b) - rank(a) ||
        a.wanted.dueAt - b.wanted.dueAt ||
        (a.wanted.key < b.wanted.key ? -1 : 1),
    );
}

function answerOf({ wanted, answer }: PageTouch, row: TouchRow | undefined): NextTouchAnswer {
  if (row === undefined) return NOTHING;
  return { touch: { id: row.id, kind: wanted.kind, ...answer } };
}
