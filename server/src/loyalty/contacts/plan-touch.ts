import { reviewSettings } from '@okaeri/shared/review-settings';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import { findMerged } from '../shoppers/lock-shopper.ts';
import { bucket } from './bucket-rules.ts';
import type { DropReason } from './decide-touch-rules.ts';
import type { TouchRow } from './tables.ts';
import { decideTouchRow, insertTouch, selectTouch } from './touch-queries.ts';
import type { WantedTouch } from './touch-types.ts';

/** Whom the whole programme's holdout keeps from marketing. */
const HOLDOUT = 'holdout:programme';
const MILLION = 1_000_000;

interface Planned {
  readonly shop: ShopRow;
  readonly shopperId: string;
  readonly wanted: WantedTouch;
  readonly now: number;
}

/** Writes down that a touch is to come, so that it can reserve its room. Planned again, it stays as it was. */
export const planTouch = async (
  deps: Pick<Deps, 'touches'>,
  tx: Tx,
  input: Planned,
): Promise<void> => {
  await tx.run(insertTouch, await plannedRow(deps, tx, input));
};

/** The row of a touch that is wanted, before anything is decided. */
export const plannedRow = async (
  { touches }: Pick<Deps, 'touches'>,
  tx: Tx,
  { shop, shopperId, wanted, now }: Planned,
): Promise<TouchRow> => {
  const { kind, key, channel, subject, dueAt } = wanted;
  const { touchClass, priority, validForMs } = touches[kind];
  return {
    shopId: shop.id,
    key,
    id: `to_${newId()}`,
    shopperId,
    kind,
    touchClass,
    channel,
    subject,
    priority: wanted.priority ?? priority,
    arm: wanted.arm ?? (await drawArm(tx, { shop, shopperId, touchClass })),
    plannedAt: now,
    dueAt,
    validUntil: wanted.validUntil ?? Math.min(dueAt + validForMs, NEVER_AT),
    askAt: dueAt,
    waitReason: null,
    decision: null,
    reason: null,
    decidedAt: null,
    consentId: null,
    addressDigest: null,
    failedAt: null,
    bouncedAt: null,
    complainedAt: null,
    clickedAt: null,
    dismissedAt: null,
    unsubscribedAt: null,
  };
};

/**
 * The touch as it is this shopper's. What was planned for somebody who is not meant any more, as an order that is
 * another's now, is over, and theirs is a touch of its own (E56).
 */
export const ownTouch = async (
  tx: Tx,
  input: { shopId: string; shopperId: string; wanted: WantedTouch; now: number },
): Promise<WantedTouch> => {
  const { shopId, shopperId, wanted, now } = input;
  const planned = await first(tx, selectTouch, { shopId, key: wanted.key });
  if (planned === undefined || planned.shopperId === shopperId) return wanted;
  await dropTouch(tx, { shopId, key: planned.key, reason: 'exited', now });
  return { ...wanted, key: `${wanted.key}:${shopperId}` };
};

/** Nothing comes of a planned touch, which then reserves no room any more; one that was decided stands. */
export const dropTouch = (
  tx: Tx,
  { now, ...of }: { shopId: string; key: string; reason: DropReason; now: number },
): Promise<unknown> =>
  tx.run(decideTouchRow, {
    ...of,
    decision: 'dropped',
    decidedAt: now,
    consentId: null,
    addressDigest: null,
  });

/** Marketing is held from a share of the shoppers, drawn by their internal id; never from those of the house (E9, E31). */
async function drawArm(
  tx: Tx,
  of: { shop: ShopRow; shopperId: string; touchClass: TouchRow['touchClass'] },
): Promise<TouchRow['arm']> {
  const { shop, shopperId, touchClass } = of;
  const { programmeHoldoutPpm } = contactSettingsOf(shop);
  if (touchClass !== 'marketing' || bucket(HOLDOUT, shopperId) >= programmeHoldoutPpm / MILLION)
    return 'treated';
  const shopper = await findMerged(tx, { shopId: shop.id, shopperId });
  const { insiderTags } = reviewSettings.parse(shop.reviewSettings ?? {});
  return shopper?.tags.some((tag) => insiderTags.includes(tag)) === true ? 'treated' : 'held';
}
