import { openLink } from '../../access/signed-links.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { lockShopper } from '../ledger/queries.ts';
import { first } from '../../platform/store/store.ts';
import { digestAddress } from './address-digest.ts';
import { PENDING_MS, saidAfter, standingOf } from './consent-rules.ts';
import { giveForConsent } from './give-for-consent.ts';
import { selectConsent } from './queries.ts';
import { readStatements } from './read-consents.ts';
import { recordStatement } from './record-statement.ts';
import { consentEvidence } from '@okaeri/shared/consents';

/**
 * Confirms a consent by the button behind the link of an e-mail. The link is good while the consent waits, for the
 * address it was given with; pressed again, it says the same again.
 */
export const confirmConsent = async (
  deps: Deps,
  shop: ShopRow,
  token: string,
): Promise<'confirmed' | 'over'> => {
  // As on the storefront: nobody agrees to anything in a closed shop (E6).
  if (shop.closedAt !== null) return 'over';
  const now = nowOf(deps, shop);
  const opened = await openLink(deps, shop, { token, use: 'consent', now });
  if ('refused' in opened) return 'over';
  const { shopperId, consentId } = opened.ok;
  return deps.store.write(async (tx) => {
    const key = { shopId: shop.id, shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, key));
    const asked = await first(tx, selectConsent, { shopId: shop.id, id: consentId ?? '' });
    if (shopper === undefined || shopper.erasedAt !== null || asked === undefined) return 'over';
    // Nor who is blocked, whichever way they come (E10).
    if (shopper.status === 'blocked') return 'over';
    const { purpose, channel, wordingId, locale, addressDigest } = asked;
    const about = { shopId: shop.id, shopperId: shopper.id, purpose, channel };
    const before = standingOf(await readStatements(tx, about), now);
    const { state, by } = before;
    const isSameAddress =
      shopper.email !== null && (await digestAddress(tx, shop.id, shopper.email)) === addressDigest;
    if (state === 'given' && by !== null && by.at >= asked.at && by.wordingId === wordingId)
      return 'confirmed';
    // What was withdrawn since then, or asked anew with other words, is not undone by an old link.
    const isWaiting = state === 'pending' && by?.wordingId === wordingId;
    if (!isWaiting || now - asked.at >= PENDING_MS || !isSameAddress) return 'over';
    const statement = await recordStatement(deps, tx, {
      shop,
      shopper,
      said: {
        purpose,
        channel,
        state: 'given',
        source: 'doubleOptIn',
        wordingId,
        locale,
        endsAt: null,
        evidence: asked.evidence ?? consentEvidence.parse({}),
      },
      by: { kind: 'shopper', name: null },
      at: saidAfter(before, now),
      now,
      isConfirmed: true,
    });
    await giveForConsent(deps, tx, { shop, statement, now });
    return 'confirmed';
  });
};
