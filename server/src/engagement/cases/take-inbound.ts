import type { InboundMail } from '@okaeri/shared/inbound-mail';
import { keyOfEmail } from '@okaeri/shared/emails';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../platform/lib/digest.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { orderIdOf } from './case-view.ts';
import type { NewEntry } from './case-entry-rules.ts';
import { caseOfAddress } from './case-token-rules.ts';
import { findCase } from './find-case.ts';
import { hearShopper } from './hear-shopper.ts';
import {
  addressOf,
  bareId,
  isPlainId,
  recipientsOf,
  whyAutomatic,
  wordsOf,
} from './inbound-rules.ts';
import { selectEntryFrom } from './queries.ts';
import { lockedOwner } from './write-entry.ts';

/**
 * Takes a message that came to the shop by e-mail. It becomes part of a case only if the token in its address and its
 * sender fit; anything else is a line in the log, and the answer is the same (E115).
 */
export const takeInbound = async (deps: Deps, shop: ShopRow, mail: InboundMail): Promise<void> => {
  const why =
    whyAutomatic(mail) ?? (await deps.store.write((tx) => take(deps, tx, { shop, mail })));
  if (why === null) return;
  // Neither words nor addresses of people belong into a log.
  deps.logger.info({ shopId: shop.id, why }, 'a message by e-mail became part of no case');
};

/** Why a message is not taken; null where it was. */
async function take(
  deps: Deps,
  tx: Tx,
  { shop, mail }: { shop: ShopRow; mail: InboundMail },
): Promise<string | null> {
  const id = caseOfAddress(deps.secretKey, recipientsOf(mail), shop.id);
  const row = id === undefined ? undefined : await findCase(tx, { shopId: shop.id, id });
  const shopper = row && (await lockedOwner(tx, row));
  if (row === undefined || shopper === undefined) return 'its address has no token of a case';
  const isTheirs =
    shopper.email !== null && keyOfEmail(shopper.email) === keyOfEmail(addressOf(mail.from ?? ''));
  if (!isTheirs || shopper.erasedAt !== null) return 'its sender is not the shopper of the case';
  if (shopper.status === 'blocked') return 'the shopper is blocked';
  const messageId = bareId(mail.messageId);
  const source = `mail:${sha256(messageId)}`;
  if ((await first(tx, selectEntryFrom, { shopId: shop.id, source })) !== undefined)
    return 'it was taken before';
  const { text, quoted, isCut } = wordsOf(mail.text ?? '');
  if (text === '') return 'it says nothing';
  const entry: NewEntry = {
    by: { kind: 'shopper', name: shopper.name },
    kind: 'message',
    note: text,
    data: {
      channel: 'email',
      // It stands in headers of what is sent later: an id that has more in it than an id does not.
      ...(isPlainId(messageId) && { messageId }),
      ...(quoted !== null && { quoted }),
      ...(isCut && { isCut }),
    },
    source,
  };
  const now = nowOf(deps, shop);
  const orderId = orderIdOf(row);
  const shopperId = shopper.id;
  const heard = { shop, shopperId, orderId, reason: 'help', entry, now } as const;
  const kept = await hearShopper(deps, tx, heard);
  return kept === undefined ? 'its case has no room for more' : null;
}
