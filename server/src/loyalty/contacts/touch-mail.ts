import type { ContactKind } from '@okaeri/shared/contacts';
import { findShop, readShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import type { Delivery, DeliveryHandler } from '../../platform/outbox/deliver-due.ts';
import type { OutboxKind, OutboxPayload } from '../../platform/outbox/payloads.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { suppressAddress } from '../consents/suppress-address.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { askTouch, type Asked } from './ask-touch.ts';
import { dropTouch, ownTouch } from './plan-touch.ts';
import type { WantedTouch } from './touch-types.ts';
import { noteFailedTouch, putOffTouch, selectTouch } from './touch-queries.ts';

type MailKind = ContactKind & OutboxKind;

/** A touch while it is decided: whom it is for, with their row locked, and what it is about. */
export interface PlannedMail<Kind extends MailKind, Topic> {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly shop: ShopRow;
  readonly payload: OutboxPayload<Kind>;
  readonly shopper: ShopperRow;
  readonly topic: Topic;
  readonly now: number;
}

/** What only the area of a kind of touch knows about its e-mails. */
interface TouchMail<Kind extends MailKind, Topic, Facts> {
  readonly kind: Kind;
  /** Finds what it is about and locks whom it is for, or says why there is nobody. */
  readonly find: (
    tx: Tx,
    planned: { readonly shop: ShopRow; readonly payload: OutboxPayload<Kind> },
  ) => Promise<Delivery | { readonly shopper: ShopperRow; readonly topic: Topic }>;
  /** Null while it is wanted; else why it is not any more, or when it will be. */
  readonly stillWanted: (mail: PlannedMail<Kind, Topic>) => Promise<Delivery | null>;
  /** What makes it the same touch as another. */
  readonly keyOf: (payload: OutboxPayload<Kind>) => string;
  /** The touch it is, as it was planned. */
  readonly touchOf: (mail: PlannedMail<Kind, Topic>) => WantedTouch;
  /** What the message says, gathered in the write that decides; null where nothing is left to say. */
  readonly facts: (mail: PlannedMail<Kind, Topic>) => Promise<Facts | null>;
  /** By awaited kinds and others alike; those in the lane `awaited` do not queue behind what is sent to many. */
  readonly lane?: 'awaited' | 'mail';
  readonly send: (deps: Deps, shop: ShopRow, facts: Facts, messageId: string) => Promise<Delivery>;
}

interface Decided<Facts> {
  readonly shop: ShopRow;
  readonly facts: Facts;
  readonly to: string;
  readonly key: string;
  readonly messageId: string;
}

/**
 * Sends a kind of touch by e-mail, if it is still wanted, may be sent to this person, and has room in their budget.
 * It is decided before the message leaves: one that is handed over again is not charged twice, and does not leave
 * where it is not allowed any more.
 */
export const touchMail = <Kind extends MailKind, Topic, Facts>(
  touch: TouchMail<Kind, Topic, Facts>,
): DeliveryHandler<Kind> => ({
  lane: touch.lane ?? 'mail',
  async deliver(deps, row, payload) {
    const known = await findShop(deps, row.shopId);
    if (known === undefined) return dropped('the shop is gone');
    const decided = await deps.store.write(async (tx) => {
      // As it is in this write, and not as it was kept: what was refused meanwhile does not leave.
      const shop = await readShop(tx, known.id);
      return (
        rests(deps, shop ?? known) ?? decide(deps, tx, { touch, shop: shop ?? known, payload })
      );
    });
    if ('kind' in decided) return decided;
    const { shop } = decided;
    const sent = await touch.send(deps, shop, decided.facts, decided.messageId);
    if (sent.kind === 'failed') await noteRefused(deps, shop, decided);
    return sent;
  },
});

/** Nothing is said and nobody asked while a shop is closed: what waits is asked again, and may be too late then (E6). */
export const rests = (deps: Deps, shop: ShopRow): Delivery | undefined =>
  shop.closedAt === null ? undefined : later(shop, nowOf(deps, shop) + HOUR_MS);

/** Not wanted any more, for this reason. */
export function dropped(why: string): Delivery {
  return { kind: 'dropped', why };
}

/** To be asked again at a time of the shop's clock, which may be ahead of the real one. */
export function later(shop: ShopRow, at: number): Delivery {
  return { kind: 'later', at: at - shop.clockOffsetMs };
}

async function decide<Kind extends MailKind, Topic, Facts>(
  deps: Deps,
  tx: Tx,
  input: { touch: TouchMail<Kind, Topic, Facts>; shop: ShopRow; payload: OutboxPayload<Kind> },
): Promise<Delivery | Decided<Facts>> {
  const { touch, shop, payload } = input;
  const now = nowOf(deps, shop);
  const found = await touch.find(tx, { shop, payload });
  if ('kind' in found) {
    const planned = { shopId: shop.id, key: touch.keyOf(payload), now };
    if (found.kind === 'dropped') await dropTouch(tx, { ...planned, reason: 'subjectGone' });
    return found;
  }
  const mail = { deps, tx, shop, payload, ...found, now };
  const { id: shopperId } = mail.shopper;
  const planned = { shopId: shop.id, shopperId, wanted: touch.touchOf(mail), now };
  const wanted = await ownTouch(tx, planned);
  const gathered: { facts?: Facts } = {};
  const gather = async (): Promise<boolean> => {
    const facts = await touch.facts(mail);
    if (facts !== null) gathered.facts = facts;
    return facts !== null;
  };
  const held = await heldBack(touch, mail, { wanted, gather });
  if (held !== null) return held;
  const { key } = wanted;
  // Handed over again after a crash, it is the same message (E21), and says what is true now.
  if (gathered.facts === undefined && !(await gather())) {
    await tx.run(noteFailedTouch, { shopId: shop.id, key, failedAt: now });
    return dropped('subjectGone');
  }
  const { facts } = gathered;
  if (facts === undefined) return dropped('subjectGone');
  const row = await first(tx, selectTouch, { shopId: shop.id, key });
  const messageId = `<${row?.id ?? ''}@${new URL(deps.publicUrl).hostname}>`;
  return { shop, facts, to: mail.shopper.email ?? '', key, messageId };
}

/** Why this person is not written to, or when they may be. */
async function heldBack<Kind extends MailKind, Topic, Facts>(
  { stillWanted }: TouchMail<Kind, Topic, Facts>,
  mail: PlannedMail<Kind, Topic>,
  { wanted, gather }: { wanted: WantedTouch; gather: () => Promise<boolean> },
): Promise<Delivery | null> {
  const { deps, tx, shop } = mail;
  const of = { shopId: shop.id, key: wanted.key };
  const unwanted = await stillWanted(mail);
  if (unwanted?.kind === 'later') {
    const askAt = unwanted.at + shop.clockOffsetMs;
    await tx.run(putOffTouch, { ...of, askAt, waitReason: null });
    return unwanted;
  }
  const definition = unwanted === null ? 'running' : 'subjectGone';
  const decision = await askTouch(deps, tx, { ...mail, wanted, definition, gather });
  return unwanted ?? (await deliveryOf(mail, of, decision));
}

/** What the outbox does with what was decided; null for what leaves. */
async function deliveryOf(
  { tx, shop, now }: { tx: Tx; shop: ShopRow; now: number },
  of: { shopId: string; key: string },
  decision: Asked,
): Promise<Delivery | null> {
  switch (decision.decision) {
    case 'waits':
      return later(shop, decision.until);
    case 'dropped':
      if (decision.isRepeat) await tx.run(noteFailedTouch, { ...of, failedAt: now });
      return dropped(decision.reason);
    case 'held':
      return dropped('held');
    default:
      return null;
  }
}

/** The mail server takes nothing for this address: nothing more is sent there (E29). */
function noteRefused(
  deps: Deps,
  shop: ShopRow,
  { to: email, key }: Decided<unknown>,
): Promise<void> {
  const at = nowOf(deps, shop);
  return deps.store.write(async (tx) => {
    await tx.run(noteFailedTouch, { shopId: shop.id, key, failedAt: at });
    await suppressAddress(tx, { shopId: shop.id, email, reason: 'hardBounce', at });
  });
}
