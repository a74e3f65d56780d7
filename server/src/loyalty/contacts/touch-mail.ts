import type { ContactKind } from '@okaeri/shared/contacts';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Delivery, DeliveryHandler } from '../../platform/outbox/deliver-due.ts';
import type { OutboxKind, OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { loadProgram } from '../program/load-program.ts';
import { claimContact } from './claim-contact.ts';
import { mailAt } from './contact-rules.ts';
import { isAllowed } from '../consents/read-consents.ts';
import { isSuppressed, suppressAddress } from '../consents/suppress-address.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';

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
  /** What makes it the same touch as another, such as an order. */
  readonly subjectOf: (mail: PlannedMail<Kind, Topic>) => string;
  /** What the message says, gathered in the write that decides. */
  readonly facts: (mail: PlannedMail<Kind, Topic>) => Promise<Facts>;
  readonly send: (deps: Deps, shop: ShopRow, facts: Facts) => Promise<Delivery>;
}

/**
 * Sends a kind of touch by e-mail, if it is still wanted, may be sent to this person, and has room in their budget.
 * The budget is charged before the message leaves: one that was charged and is tried again is not charged twice.
 */
export const touchMail = <Kind extends MailKind, Topic, Facts>(
  touch: TouchMail<Kind, Topic, Facts>,
): DeliveryHandler<Kind> => ({
  lane: 'mail',
  async deliver(deps, row, payload) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return dropped('the shop is gone');
    const decided = await deps.store.write((tx) => decide(deps, tx, { touch, shop, payload }));
    if ('kind' in decided) return decided;
    const sent = await touch.send(deps, shop, decided.facts);
    if (sent.kind === 'failed') await noteRefused(deps, shop, decided.to);
    return sent;
  },
});

async function decide<Kind extends MailKind, Topic, Facts>(
  deps: Deps,
  tx: Tx,
  input: { touch: TouchMail<Kind, Topic, Facts>; shop: ShopRow; payload: OutboxPayload<Kind> },
): Promise<Delivery | { readonly facts: Facts; readonly to: string }> {
  const { touch, shop, payload } = input;
  const found = await touch.find(tx, { shop, payload });
  if ('kind' in found) return found;
  const mail = { deps, tx, shop, payload, ...found, now: nowOf(deps, shop) };
  const held = (await touch.stillWanted(mail)) ?? (await heldBack(touch, mail));
  return held ?? { facts: await touch.facts(mail), to: mail.shopper.email ?? '' };
}

/** The mail server takes nothing for this address: nothing more is sent there (E29). */
function noteRefused(deps: Deps, shop: ShopRow, email: string): Promise<void> {
  const at = nowOf(deps, shop);
  return deps.store.write((tx) =>
    suppressAddress(tx, { shopId: shop.id, email, reason: 'hardBounce', at }),
  );
}

/** Why this person is not written to, or when they may be. */
async function heldBack<Kind extends MailKind, Topic, Facts>(
  { kind, subjectOf }: TouchMail<Kind, Topic, Facts>,
  mail: PlannedMail<Kind, Topic>,
): Promise<Delivery | null> {
  const { deps, tx, shop, shopper, now } = mail;
  if (shopper.email === null || shopper.status === 'blocked') return dropped('nobody to write to');
  if (await isSuppressed(tx, shop.id, shopper.email)) return dropped('suppressed');
  const { purpose } = deps.touches[kind];
  if (!(await isAllowed(tx, { shop, shopper, purpose, channel: 'email', now })))
    return dropped('no consent');
  const version = shop.programVersion;
  const { timeZone } = await loadProgram(deps, tx, { shopId: shop.id, version });
  const mayLeaveAt = mailAt(contactSettingsOf(shop), now, timeZone);
  if (mayLeaveAt > now) return later(shop, mayLeaveAt);
  const wish = { kind, channel: 'email', subject: subjectOf(mail) } as const;
  const decision = await claimContact(deps, tx, { shop, shopper, wish, now });
  if (decision.allowed) return null;
  return decision.until === null ? dropped('asked before') : later(shop, decision.until);
}

/** Not wanted any more, for this reason. */
export function dropped(why: string): Delivery {
  return { kind: 'dropped', why };
}

/** To be asked again at a time of the shop's clock, which may be ahead of the real one. */
export function later(shop: ShopRow, at: number): Delivery {
  return { kind: 'later', at: at - shop.clockOffsetMs };
}
