import type { ContactChannel, ContactKind } from '@okaeri/shared/contacts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import { isAllowed } from '../consents/read-consents.ts';
import { isSuppressed } from '../consents/suppress-address.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { loadProgram } from '../program/load-program.ts';
import {
  decideTouch,
  whyNot,
  type Definition,
  type DropReason,
  type PlannedTouch,
  type Reachable,
  type Touch,
  type TouchDecision,
} from './decide-touch-rules.ts';
import { quietUntil } from './quiet-rules.ts';
import type { TouchRow } from './tables.ts';
import {
  decideTouchRow,
  insertTouch,
  putOffTouch,
  selectCounted,
  selectPlanned,
  selectTouch,
} from './touch-queries.ts';

/** Touches looked back at, and planned ones that may reserve room: more than a month can hold, and what was dismissed in years. */
const LOOKED_AT = 200;

/** A touch that is wanted now or later. */
export interface WantedTouch {
  /** What makes it the same touch as another, in the whole shop. */
  readonly key: string;
  readonly kind: ContactKind;
  readonly channel: ContactChannel;
  /** What it is about, such as an order. */
  readonly subject: string;
  readonly dueAt: number;
  readonly validUntil: number;
}

interface Asked {
  readonly shop: ShopRow;
  /** Whose row is locked. */
  readonly shopper: ShopperRow;
  readonly wanted: WantedTouch;
  readonly definition: Definition;
  readonly now: number;
}

/** Writes down that a touch is to come, so that it can reserve its room. Planned again, it stays as it was. */
export const planTouch = (
  { touches }: Pick<Deps, 'touches'>,
  tx: Tx,
  input: { shopId: string; shopperId: string; wanted: WantedTouch; now: number },
): Promise<unknown> => {
  const { shopId, shopperId, wanted, now } = input;
  const { touchClass, priority } = touches[wanted.kind];
  const row: TouchRow = {
    shopId,
    ...wanted,
    id: `to_${newId()}`,
    shopperId,
    touchClass,
    priority,
    arm: 'treated',
    plannedAt: now,
    askAt: wanted.dueAt,
    waitReason: null,
    decision: null,
    reason: null,
    decidedAt: null,
    failedAt: null,
    bouncedAt: null,
    complainedAt: null,
    dismissedAt: null,
    unsubscribedAt: null,
  };
  return tx.run(insertTouch, row);
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
): Promise<unknown> => tx.run(decideTouchRow, { ...of, decision: 'dropped', decidedAt: now });

/**
 * Decides a touch and writes down what was decided, in one write with the budget: nobody else decides about what is
 * sent or shown to shoppers. What was decided before stands.
 */
export const askTouch = async (
  deps: Deps,
  tx: Tx,
  asked: Asked,
): Promise<TouchDecision & { readonly isRepeat?: true }> => {
  const { shop, shopper, wanted, now } = asked;
  const { key } = wanted;
  const known = await first(tx, selectTouch, { shopId: shop.id, key });
  if (known !== undefined && known.decision !== null) return repeated(deps, tx, asked, known);
  const decision = decideTouch(await touchOf(deps, tx, asked), {
    ...(await surroundings(deps, tx, asked)),
    settings: contactSettingsOf(shop),
    now,
  });
  const { channel } = wanted;
  // A page asks without a plan: a no writes nothing, and what stands already is there.
  const isWritten = channel === 'email' || (decision.decision === 'shown' && decision.isNew);
  if (!isWritten) return decision;
  if (known === undefined)
    await planTouch(deps, tx, { shopId: shop.id, shopperId: shopper.id, wanted, now });
  await keep(tx, asked, decision);
  tell(deps, tx, asked, decision);
  return decision;
};

async function keep(tx: Tx, { shop, wanted, now }: Asked, decision: TouchDecision): Promise<void> {
  const of = { shopId: shop.id, key: wanted.key };
  if (decision.decision === 'waits') {
    const { until, reason } = decision;
    await tx.run(putOffTouch, { ...of, askAt: until, waitReason: reason });
    return;
  }
  const reason = decision.decision === 'dropped' ? decision.reason : null;
  await tx.run(decideTouchRow, { ...of, decision: decision.decision, reason, decidedAt: now });
}

function tell({ touches }: Deps, tx: Tx, asked: Asked, decision: TouchDecision): void {
  if (decision.decision === 'waits') return;
  const { kind, channel } = asked.wanted;
  const data = {
    kind,
    class: touches[kind].touchClass,
    channel,
    decision: decision.decision,
    reason: decision.decision === 'dropped' ? decision.reason : null,
    arm: 'treated',
  };
  const { shop, shopper } = asked;
  tx.emit({ shopId: shop.id, type: 'contact.decided', shopperId: shopper.id, data });
}

/** What was decided is handed over again; what is not allowed any more does not leave, and stays counted (E21). */
async function repeated(
  deps: Deps,
  tx: Tx,
  asked: Asked,
  known: TouchRow,
): Promise<TouchDecision & { readonly isRepeat: true }> {
  if (known.decision === 'dropped' || known.decision === 'held')
    return { decision: 'dropped', reason: known.reason ?? 'exited', isRepeat: true };
  const touch = await touchOf(deps, tx, asked);
  const reason = whyNot(touch, asked.now);
  if (reason !== null) return { decision: 'dropped', reason, isRepeat: true };
  if (touch.quietUntil !== null && touch.channel === 'email' && !touch.isAwaited)
    return { decision: 'waits', reason: 'quiet', until: touch.quietUntil, isRepeat: true };
  return { decision: known.decision ?? 'sent', isNew: false, isRepeat: true };
}

async function touchOf(deps: Deps, tx: Tx, asked: Asked): Promise<Touch> {
  const { shop, shopper, wanted, definition, now } = asked;
  const { touchClass, priority, standsForMs, purpose } = deps.touches[wanted.kind];
  const version = shop.programVersion;
  const { timeZone } = await loadProgram(deps, tx, { shopId: shop.id, version });
  return {
    ...wanted,
    touchClass,
    priority,
    standsForMs,
    isAwaited: false,
    isAboutOwnPoints: false,
    isProfiled: false,
    arm: 'treated',
    definition,
    person: await reachable(deps, tx, { shop, shopper, purpose, channel: wanted.channel, now }),
    quietUntil:
      wanted.channel === 'email' ? quietUntil(contactSettingsOf(shop), now, timeZone) : null,
  };
}

type Reach = Parameters<typeof isAllowed>[1] & { shopper: ShopperRow };

async function reachable(deps: Deps, tx: Tx, reach: Reach): Promise<Reachable> {
  const { shop, shopper, channel } = reach;
  const isMail = channel === 'email';
  return {
    isBlocked: shopper.status === 'blocked',
    hasChannel: !isMail || deps.mail !== null,
    hasAddress: !isMail || shopper.email !== null,
    isSuppressed:
      isMail && shopper.email !== null && (await isSuppressed(tx, shop.id, shopper.email)),
    hasConsent: await isAllowed(tx, reach),
    mayProfile: shopper.personalised,
  };
}

async function surroundings(
  deps: Deps,
  tx: Tx,
  { shop, shopper, wanted, now }: Asked,
): Promise<{ counted: Parameters<typeof decideTouch>[1]['counted']; planned: PlannedTouch[] }> {
  const person = { shopId: shop.id, shopperId: shopper.id, limit: LOOKED_AT };
  const counted = await tx.run(selectCounted, person);
  const planned: PlannedTouch[] = [];
  for (const row of await tx.run(selectPlanned, person)) {
    if (row.key === wanted.key) continue;
    const { purpose } = deps.touches[row.kind];
    const { channel } = row;
    const person = await reachable(deps, tx, { shop, shopper, purpose, channel, now });
    planned.push({
      ...row,
      definition: 'running',
      isReachable:
        !person.isBlocked &&
        person.hasChannel &&
        person.hasAddress &&
        !person.isSuppressed &&
        person.hasConsent,
    });
  }
  return {
    counted: counted.map((row) => ({ ...row, decidedAt: row.decidedAt ?? row.plannedAt })),
    planned,
  };
}
