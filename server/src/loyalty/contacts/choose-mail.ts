import { consentInput, type ConsentPurpose } from '@okaeri/shared/consents';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { digestAddress } from '../consents/address-digest.ts';
import { childRefusal } from '../consents/child-refusal.ts';
import { saidAfter, standingOf } from '../consents/consent-rules.ts';
import { readStatements, standingConsent } from '../consents/read-consents.ts';
import { recordStatement } from '../consents/record-statement.ts';
import { currentWording, readWordings } from '../consents/wordings.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { noteUnsubscribedTouch, selectTouchesOf } from './touch-queries.ts';

/** Touches among which the last message is looked for. */
const LOOKED_AT = 50;
const BY_SHOPPER = { kind: 'shopper', name: null } as const;

interface Chooser {
  readonly shop: ShopRow;
  readonly shopper: ShopperRow;
  readonly now: number;
}

/**
 * Somebody wants no more e-mail about something. Saying so twice changes nothing. Anyone who was merged since is who
 * they became; of somebody who was erased nothing is written down, as they are sent nothing.
 */
export const refuseMail = (
  deps: Deps,
  shop: ShopRow,
  { shopperId, purposes }: { shopperId: string; purposes: readonly ConsentPurpose[] },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const of = await chooser(deps, tx, { shop, shopperId });
    if (of === undefined) return;
    for (const purpose of purposes) {
      const about = { purpose, channel: 'email' } as const;
      const person = { shopId: shop.id, shopperId: of.shopper.id };
      const before = standingOf(await readStatements(tx, { ...person, ...about }), of.now);
      if (before.state === 'withdrawn') continue;
      const said = consentInput.parse({ ...about, state: 'withdrawn', source: 'email' });
      const at = saidAfter(before, of.now);
      await recordStatement(deps, tx, { ...of, said, by: BY_SHOPPER, at, isConfirmed: true });
    }
    await noteUnsubscribed(deps, tx, of, purposes);
  });

/**
 * Somebody wants e-mail about something, by the button beside its words. The link went to an address of theirs: to one
 * that had confirmed before nothing is sent to confirm again, to another it is.
 */
export const allowMail = (
  deps: Deps,
  shop: ShopRow,
  { shopperId, purpose }: { shopperId: string; purpose: ConsentPurpose },
): Promise<'allowed' | 'pending' | 'notPossible'> =>
  deps.store.write(async (tx) => {
    const of = await chooser(deps, tx, { shop, shopperId });
    if (of === undefined) return 'notPossible';
    const { shopper, now } = of;
    if (shopper.status === 'blocked' || shop.closedAt !== null) return 'notPossible';
    const about = { purpose, channel: 'email' } as const;
    if ((await standingConsent(tx, { ...of, ...about })).allowed) return 'allowed';
    const { document } = await readWordings(tx, shop.id);
    const wordingId = currentWording(document, purpose)?.id ?? null;
    const isWordless = purpose === 'marketing' && wordingId === null;
    const isRefused = childRefusal(shop, { purpose, state: 'given' }) !== undefined;
    if (isWordless || isRefused || shopper.email === null) return 'notPossible';
    const said = consentInput.parse({ ...about, state: 'given', source: 'email', wordingId });
    const statements = await readStatements(tx, {
      shopId: shop.id,
      shopperId: shopper.id,
      ...about,
    });
    const digest = await digestAddress(tx, shop.id, shopper.email);
    const isConfirmed = statements.some(
      (one) => one.state === 'given' && one.wordingId !== null && one.addressDigest === digest,
    );
    const at = saidAfter(standingOf(statements, now), now);
    const row = await recordStatement(deps, tx, { ...of, said, by: BY_SHOPPER, at, isConfirmed });
    return row.state === 'pending' ? 'pending' : 'allowed';
  });

async function chooser(
  deps: Deps,
  tx: Tx,
  { shop, shopperId }: { shop: ShopRow; shopperId: string },
): Promise<Chooser | undefined> {
  const shopId = shop.id;
  const shopper = await lockMerged(tx, await first(tx, lockShopper, { shopId, shopperId }));
  if (shopper === undefined || shopper.erasedAt !== null) return undefined;
  return { shop, shopper, now: nowOf(deps, shop) };
}

/** The last message about what is refused now is the one that was too much (E17). */
async function noteUnsubscribed(
  deps: Deps,
  tx: Tx,
  { shop, shopper, now }: Chooser,
  purposes: readonly ConsentPurpose[],
): Promise<void> {
  const newest = { beforeAt: Number.MAX_SAFE_INTEGER, beforeId: '', limit: LOOKED_AT };
  const person = { shopId: shop.id, shopperId: shopper.id };
  const last = (await tx.run(selectTouchesOf, { ...person, ...newest })).find(
    ({ kind, channel, decision }) =>
      channel === 'email' &&
      decision === 'sent' &&
      purposes.some((purpose) => purpose === deps.touches[kind].purpose),
  );
  if (last === undefined) return;
  await tx.run(noteUnsubscribedTouch, { shopId: shop.id, key: last.key, unsubscribedAt: now });
}
