import { LIMITS } from '@okaeri/shared/limits';
import type { ShopRow } from '../../access/tables.ts';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { rests } from '../../loyalty/contacts/touch-mail.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { arrivedOrderOf } from '../../loyalty/orders/arrived-orders.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { DeliveryHandler } from '../../platform/outbox/deliver-due.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { drawOne } from './draw-wave.ts';
import { selectAfter } from './queries.ts';
import { loadDefinition } from './read-surveys.ts';
import type { WaveRow } from './tables.ts';
import { insertWave, selectWave } from './wave-queries.ts';
import { waveOf } from './wave-rules.ts';

/** Something that was settled with a shopper, after which a survey may ask. */
interface Settled {
  readonly subject: 'order' | 'case';
  /** The order's or case's id: the key of the wave. */
  readonly id: string;
  readonly shopperId: string;
  readonly settledAt: number;
}

/** A fact that is told later than this begins nothing (E7). */
const LATE_MS = LIMITS.factLateDaysMax * DAY_MS;

/**
 * Notes that an order has arrived, where a survey asks about that: one row of the outbox, and everything else when
 * it is delivered (E15).
 */
export const noteArrival = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; orderId: string; arrivedAt: number; now: number },
): Promise<void> => {
  const { shop, orderId, arrivedAt, now } = input;
  if (arrivedAt < now - LATE_MS) return;
  if ((await tx.run(selectAfter, { shopId: shop.id, trigger: 'afterArrival' })).length === 0)
    return;
  const payload = { kind: 'surveyArrival', orderId } as const;
  await addToOutbox(deps, tx, { shop, id: `enter:survey:${orderId}`, payload, dueAt: now });
};

/** Notes that a case was put right, where a survey asks about that; whom it asks is drawn when the row is delivered. */
export const noteResolved = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; caseId: string; shopperId: string; now: number },
): Promise<void> => {
  const { shop, caseId, shopperId, now } = input;
  if ((await tx.run(selectAfter, { shopId: shop.id, trigger: 'afterCase' })).length === 0) return;
  const payload = { kind: 'surveyCase', caseId, shopperId, resolvedAt: now } as const;
  await addToOutbox(deps, tx, { shop, id: `enter:survey:case:${caseId}`, payload, dueAt: now });
};

/** Draws whom surveys ask about a case that was put right. */
export const deliverResolved: DeliveryHandler<'surveyCase'> = {
  lane: 'mail',
  async deliver(deps, row, { caseId: id, shopperId, resolvedAt: settledAt }) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return { kind: 'dropped', why: 'the shop is gone' };
    const resting = rests(deps, shop);
    if (resting !== undefined) return resting;
    const settled = { subject: 'case', id, shopperId, settledAt } as const;
    await deps.store.write((tx) => drawAfter(deps, tx, { shop, settled, now: nowOf(deps, shop) }));
    return { kind: 'sent' };
  },
};

/** Draws whom surveys ask about an order that has arrived. Delivered again it changes nothing. */
export const deliverArrival: DeliveryHandler<'surveyArrival'> = {
  lane: 'mail',
  async deliver(deps, row, { orderId }) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return { kind: 'dropped', why: 'the shop is gone' };
    const resting = rests(deps, shop);
    if (resting !== undefined) return resting;
    await deps.store.write(async (tx) => {
      const found = await arrivedOrderOf(tx, { shopId: shop.id, orderId });
      if (found?.shopperId == null) return;
      const { arrivedAt: settledAt } = found.order;
      const settled = { subject: 'order', id: orderId, shopperId: found.shopperId } as const;
      const now = nowOf(deps, shop);
      await drawAfter(deps, tx, { shop, settled: { ...settled, settledAt }, now });
    });
    return { kind: 'sent' };
  },
};

/** Opens the wave of an order or a case in every survey that asks about such, and draws its shopper (E32). */
async function drawAfter(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; settled: Settled; now: number },
): Promise<void> {
  const { shop, settled, now } = input;
  const trigger = settled.subject === 'order' ? 'afterArrival' : 'afterCase';
  const asking = await tx.run(selectAfter, { shopId: shop.id, trigger });
  if (asking.length === 0) return;
  const person = { shopId: shop.id, shopperId: settled.shopperId };
  const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
  if (shopper === undefined) return;
  const { document } = await currentProgram(deps, tx, shop);
  const { timeZone } = document;
  for (const survey of asking) {
    const of = { shopId: shop.id, surveyId: survey.id };
    const definition = await loadDefinition(tx, { ...of, version: survey.version });
    const { trigger: asked, openDays, sampleRate } = definition;
    if (!('afterDays' in asked)) continue;
    const planned = waveOf(settled.id, settled.settledAt, { ...asked, openDays, timeZone });
    if (planned.closesAt <= now) continue;
    const wave: WaveRow = {
      ...of,
      ...planned,
      subject: settled.subject,
      version: survey.version,
      sampleRate,
      drawnTo: null,
    };
    await tx.run(insertWave, wave);
    const known = await first(tx, selectWave, { ...of, key: planned.key });
    if (known !== undefined) await drawOne(deps, tx, { shop, wave: known, shopper, now });
  }
}
