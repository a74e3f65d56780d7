import { decrypt } from '../../access/encrypt.ts';
import { findShop } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { findMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import { codeMail } from './request-mail.ts';

/** Sends the code that confirms an address. It was asked for, so no budget is charged. */
export const sendAddressCode = async (
  deps: Deps,
  row: OutboxRow,
  { shopperId, sealedCode }: OutboxPayload<'addressCode'>,
): Promise<Delivery> => {
  const { shopId } = row;
  const shop = await findShop(deps, shopId);
  const shopper = await deps.store.read((tx) => findMerged(tx, { shopId, shopperId }));
  if (shop === undefined || shopper?.email == null)
    return { kind: 'dropped', why: 'nobody to send it to' };
  const code = decrypt(deps.secretKey, sealedCode, shopperId);
  const { email: to, locale } = shopper;
  return handShopMail(deps, shop, await codeMail({ to, locale, shopName: shop.name, code }));
};
