import { decrypt } from '../../access/encrypt.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { dropped, touchMail } from '../../loyalty/contacts/touch-mail.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { sha256 } from '../../platform/lib/digest.ts';
import { first } from '../../platform/store/store.ts';
import { codeMail } from './request-mail.ts';

/** Sends the code that confirms an address. It was asked for, so no budget is charged. */
export const sendAddressCode = touchMail<
  'addressCode',
  null,
  Omit<Parameters<typeof codeMail>[0], 'code'> & {
    readonly sealedCode: string;
    readonly of: string;
  }
>({
  kind: 'addressCode',
  lane: 'awaited',
  async find(tx, { shop, payload: { shopperId } }) {
    const person = { shopId: shop.id, shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
    return shopper === undefined || shopper.email === null
      ? dropped('nobody to send it to')
      : { shopper, topic: null };
  },
  stillWanted: () => Promise.resolve(null),
  keyOf,
  touchOf: ({ payload, now }) => ({
    key: keyOf(payload),
    kind: 'addressCode',
    channel: 'email',
    subject: 'email',
    dueAt: now,
  }),
  facts: ({ shop, shopper, payload: { sealedCode, shopperId: of } }) =>
    Promise.resolve({
      to: shopper.email ?? '',
      locale: shopper.locale,
      shopName: shop.name,
      sealedCode,
      of,
    }),
  async send(deps, shop, { sealedCode, of, ...facts }, messageId) {
    const code = decrypt(deps.secretKey, sealedCode, of);
    return handShopMail(deps, shop, { ...(await codeMail({ ...facts, code })), messageId });
  },
});

/** Each code is a message of its own. */
function keyOf({ sealedCode }: { sealedCode: string }): string {
  return `addressCode:${sha256(sealedCode)}`;
}
