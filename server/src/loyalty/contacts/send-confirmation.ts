import { findShop } from '../../access/find-shop.ts';
import { signLink } from '../../access/signed-links.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import { findMerged } from '../shoppers/lock-shopper.ts';
import { digestAddress } from '../consents/address-digest.ts';
import { confirmMail } from '../consents/confirm-mail.ts';
import { PENDING_MS, standingOf } from '../consents/consent-rules.ts';
import { findStatement, readStatements } from '../consents/read-consents.ts';
import { isSuppressedByHand } from '../consents/suppress-address.ts';
import { readWordings } from '../consents/wordings.ts';
import { handShopMail } from './hand-shop-mail.ts';
import { rests } from './touch-mail.ts';

/** Sends the e-mail that asks to confirm a consent, while it waits for that. */
export const sendConfirmation = async (
  deps: Deps,
  row: OutboxRow,
  { shopperId, consentId }: OutboxPayload<'consentConfirm'>,
): Promise<Delivery> => {
  const { shopId } = row;
  const shop = await findShop(deps, shopId);
  if (shop === undefined) return { kind: 'dropped', why: 'the shop is gone' };
  const resting = rests(deps, shop);
  if (resting !== undefined) return resting;
  const now = nowOf(deps, shop);
  const asked = await deps.store.write(async (tx) => {
    const shopper = await findMerged(tx, { shopId, shopperId });
    const statement = await findStatement(tx, { shopId, id: consentId });
    if (shopper?.email == null || statement === undefined) return undefined;
    const { purpose, channel, wordingId } = statement;
    const addressDigest = await digestAddress(tx, shopId, shopper.email);
    const { state } = standingOf(
      await readStatements(tx, { shopId, shopperId: shopper.id, purpose, channel }),
      now,
    );
    if (state !== 'pending' || statement.addressDigest !== addressDigest) return undefined;
    // The shopper asked for it, so that a bounce or a complaint of before does not count; the shop's own word does.
    if (await isSuppressedByHand(tx, shopId, shopper.email)) return undefined;
    const { document } = await readWordings(tx, shopId);
    const texts = document.wordings.find(({ id }) => id === wordingId)?.texts ?? {};
    const language = (statement.locale ?? 'en').split('-')[0] ?? 'en';
    const wording = texts[language] ?? Object.values(texts)[0] ?? null;
    return { shopper, to: shopper.email, statement, wording };
  });
  if (asked === undefined) return { kind: 'dropped', why: 'nothing waits to be confirmed' };
  const token = await signLink(deps, shop, {
    use: 'consent',
    shopperId: asked.shopper.id,
    orderId: null,
    confirmed: false,
    consentId: asked.statement.id,
    endsAt: asked.statement.at + PENDING_MS,
  });
  return handShopMail(
    deps,
    shop,
    await confirmMail({
      to: asked.to,
      locale: asked.statement.locale,
      shopName: shop.name,
      wording: asked.wording,
      confirmUrl: `${deps.publicUrl}/consent/${shop.publicKey}#${token}`,
    }),
  );
};
