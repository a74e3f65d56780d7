import { consentPurpose, type ConsentPurpose } from '@okaeri/shared/consents';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { NOT_FOR_CHILDREN } from '../consents/child-refusal.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import { findStatement, standingConsent } from '../consents/read-consents.ts';
import { currentWording, readWordings } from '../consents/wordings.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { findMerged } from '../shoppers/lock-shopper.ts';
import type { MailReason } from './preference-words/shape.ts';
import type { TouchRow } from './tables.ts';
import type { TouchKinds } from './touch-kinds.ts';
import { selectTouchesOf } from './touch-queries.ts';

/** What one may choose on the page that needs no sign-in. */
interface Preference {
  readonly purpose: ConsentPurpose;
  readonly isOn: boolean;
  /** The words one agrees to with the button, in the shop's languages; null where none are needed. */
  readonly wording: Readonly<Record<string, string>> | null;
  /** Whether it can be switched on here: what needs words can not without them. */
  readonly canStart: boolean;
}

/** A message that was decided, and why. */
interface RecentMail {
  readonly at: string;
  readonly purpose: ConsentPurpose | null;
  readonly isSent: boolean;
  readonly reason: MailReason;
}

export interface Preferences {
  readonly items: readonly Preference[];
  readonly recent: readonly RecentMail[];
}

/** Messages that are told of, and touches among which they are looked for. */
const TOLD = 10;
const LOOKED_AT = 50;
const NOTHING: Preferences = { items: [], recent: [] };

/**
 * What the shop sends somebody by e-mail, and why it did or did not lately. The link was sent to their address: it
 * shows what they may choose and nothing else of them. Of somebody who was erased there is nothing to show.
 */
export const readPreferences = (
  deps: Deps,
  shop: ShopRow,
  { shopperId, about }: { shopperId: string; about: ConsentPurpose },
): Promise<Preferences> =>
  deps.store.read(async (tx) => {
    const shopper = await findMerged(tx, { shopId: shop.id, shopperId });
    if (shopper === undefined || shopper.erasedAt !== null) return NOTHING;
    const now = nowOf(deps, shop);
    const items: Preference[] = [];
    for (const purpose of purposesOf(deps, shop, about))
      items.push(await preferenceOf(tx, { shop, shopper, purpose, now }));
    return { items, recent: await recentMail(deps, tx, shopper) };
  });

/** What the shop sends at all, beside what the link is about. */
function purposesOf({ touches }: Deps, shop: ShopRow, about: ConsentPurpose): ConsentPurpose[] {
  const used = new Set(Object.values(touches).map(({ purpose }) => purpose));
  const isForChildren = contactSettingsOf(shop).addressesChildren;
  return consentPurpose.options.filter(
    (purpose) =>
      (used.has(purpose) || purpose === about) &&
      !(isForChildren && NOT_FOR_CHILDREN.includes(purpose)),
  );
}

async function preferenceOf(
  tx: Tx,
  of: { shop: ShopRow; shopper: ShopperRow; purpose: ConsentPurpose; now: number },
): Promise<Preference> {
  const { shop, purpose } = of;
  const { allowed } = await standingConsent(tx, { ...of, channel: 'email' });
  const { document } = await readWordings(tx, shop.id);
  const wording = currentWording(document, purpose)?.texts ?? null;
  const canStart = purpose !== 'marketing' || wording !== null;
  return { purpose, isOn: allowed, wording, canStart };
}

async function recentMail(deps: Deps, tx: Tx, shopper: ShopperRow): Promise<RecentMail[]> {
  const { shopId, id: shopperId } = shopper;
  const newest = { beforeAt: Number.MAX_SAFE_INTEGER, beforeId: '', limit: LOOKED_AT };
  const found = await tx.run(selectTouchesOf, { shopId, shopperId, ...newest });
  const mails = found.filter(
    ({ channel, decision, arm }) => channel === 'email' && decision !== null && arm === 'treated',
  );
  const told: RecentMail[] = [];
  for (const touch of mails.slice(0, TOLD)) {
    const { purpose } = deps.touches[touch.kind];
    const at = isoOf(touch.decidedAt ?? touch.plannedAt);
    const isSent = touch.decision === 'sent' && touch.failedAt === null;
    told.push({ at, purpose, isSent, reason: await reasonOf(deps.touches, tx, touch) });
  }
  return told;
}

async function reasonOf(touches: TouchKinds, tx: Tx, touch: TouchRow): Promise<MailReason> {
  const { shopId, decision, reason, consentId } = touch;
  if (decision !== 'sent') return { kind: DROPPED_FOR[reason ?? ''] ?? 'overtaken' };
  if (touch.failedAt !== null) return { kind: 'undeliverable' };
  if (consentId !== null) {
    const consent = await findStatement(tx, { shopId, id: consentId });
    return { kind: 'agreed', on: consent === undefined ? null : isoOf(consent.at) };
  }
  return { kind: touches[touch.kind].purpose === null ? 'service' : 'notRefused' };
}

/** What reasons of the log are to the person they are about; the others say that it no longer applied. */
const DROPPED_FOR: Readonly<
  Record<string, 'refused' | 'undeliverable' | 'tooMany' | 'overtaken' | undefined>
> = {
  noConsent: 'refused',
  noProfiling: 'refused',
  dismissed: 'refused',
  suppressed: 'undeliverable',
  noAddress: 'undeliverable',
  noChannel: 'undeliverable',
  capped: 'tooMany',
  reserved: 'tooMany',
  quiet: 'tooMany',
};
