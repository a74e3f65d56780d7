import type { MarketingState } from '@okaeri/shared/contacts';
import type { Actor } from '../../access/ability-rules.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { lockShopRow } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  addToMailDay,
  insertPause,
  selectMailDay,
  selectPause,
  setResumed,
} from './complaint-queries.ts';
import { COMPLAINT_DAYS, isTooMany, type MailCounts } from './complaint-rules.ts';

const NONE: MailCounts = { sent: 0, complained: 0 };

/** Counts a message of marketing, or a complaint about one; too many complaints let marketing rest (E30). */
export const countMarketing = async (
  tx: Tx,
  { shopId, now, what }: { shopId: string; now: number; what: keyof MailCounts },
): Promise<void> => {
  const day = Math.floor(now / DAY_MS);
  const before = (await first(tx, selectMailDay, { shopId, day })) ?? NONE;
  const more = { moreSent: what === 'sent' ? 1 : 0, moreComplained: what === 'complained' ? 1 : 0 };
  await tx.run(addToMailDay, {
    shopId,
    day,
    sent: before.sent + more.moreSent,
    complained: before.complained + more.moreComplained,
    ...more,
  });
  if (isTooMany(await countsOf(tx, shopId, now)))
    await tx.run(insertPause, { shopId, pausedAt: now });
};

/** Whether marketing by e-mail rests. */
export const isMarketingPaused = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await first(tx, selectPause, { shopId }))?.pausedAt != null;

/** How marketing by e-mail is taken. */
export const readMarketingState = (deps: Deps, shop: ShopRow): Promise<MarketingState> =>
  deps.store.read((tx) => stateOf(tx, shop.id, nowOf(deps, shop)));

/** A person lets marketing go on: what was counted until then counts no more. */
export const resumeMarketing = (
  deps: Deps,
  { shop, actor }: { shop: ShopRow; actor: Actor },
): Promise<Outcome<MarketingState>> =>
  deps.store.write(async (tx): Promise<Outcome<MarketingState>> => {
    if (actor.kind !== 'person')
      return { refused: { code: 'personNeeded', detail: 'Somebody has to look at it first.' } };
    await lockShopRow(tx, shop.id);
    const now = nowOf(deps, shop);
    if (await isMarketingPaused(tx, shop.id)) {
      const sums = await sumsAt(tx, shop.id, now);
      const { sent: sentBefore, complained: complainedBefore } = sums;
      const by = { resumedAt: now, resumedBy: actor.name };
      await tx.run(setResumed, { shopId: shop.id, ...by, sentBefore, complainedBefore });
    }
    return { ok: await stateOf(tx, shop.id, now) };
  });

async function stateOf(tx: Tx, shopId: string, now: number): Promise<MarketingState> {
  const pause = await first(tx, selectPause, { shopId });
  const { sent, complained } = await countsOf(tx, shopId, now);
  return {
    days: COMPLAINT_DAYS,
    sent,
    complained,
    share: sent === 0 ? null : complained / sent,
    pausedAt: pause?.pausedAt == null ? null : isoOf(pause.pausedAt),
    resumedAt: pause?.resumedAt == null ? null : isoOf(pause.resumedAt),
    resumedBy: pause?.resumedBy ?? null,
  };
}

/** What was counted in the last days, two rows and no more (E116), and since somebody let it go on. */
async function countsOf(tx: Tx, shopId: string, now: number): Promise<MailCounts> {
  const until = await sumsAt(tx, shopId, now);
  const from = await sumsAt(tx, shopId, now - COMPLAINT_DAYS * DAY_MS);
  const pause = await first(tx, selectPause, { shopId });
  return {
    sent: until.sent - Math.max(from.sent, pause?.sentBefore ?? 0),
    complained: until.complained - Math.max(from.complained, pause?.complainedBefore ?? 0),
  };
}

async function sumsAt(tx: Tx, shopId: string, at: number): Promise<MailCounts> {
  return (await first(tx, selectMailDay, { shopId, day: Math.floor(at / DAY_MS) })) ?? NONE;
}
