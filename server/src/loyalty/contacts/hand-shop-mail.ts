import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { handMail } from '../../platform/mail/hand-mail.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { first } from '../../platform/store/store.ts';
import { selectSender } from './sender-queries.ts';

/**
 * Hands a message of a shop to the mail server: under the name the shop has chosen, from its own address once the
 * domain is proved, and from the server's until then (E114). A message that says where answers go is left as it is.
 */
export const handShopMail = async (deps: Deps, shop: ShopRow, mail: Mail): Promise<Delivery> => {
  const sender = await deps.store.read((tx) => first(tx, selectSender, { shopId: shop.id }));
  if (sender === undefined) return handMail(deps, mail);
  const { name, address, replyTo } = sender.document;
  const fromAddress = sender.provedAt === null ? null : address;
  return handMail(deps, {
    ...mail,
    fromName: name ?? mail.fromName,
    ...(fromAddress !== null && { fromAddress }),
    ...(replyTo !== null && mail.replyTo === undefined && { replyTo }),
  });
};
