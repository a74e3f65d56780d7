import { signLink } from '../../access/signed-links.ts';
import { first } from '../../platform/store/store.ts';
import { digestAddress } from '../consents/address-digest.ts';
import { confirmMail } from '../consents/confirm-mail.ts';
import { PENDING_MS, standingOf } from '../consents/consent-rules.ts';
import { findStatement, readStatements } from '../consents/read-consents.ts';
import type { ConsentRow } from '../consents/tables.ts';
import { readWordings } from '../consents/wordings.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { handShopMail } from './hand-shop-mail.ts';
import { dropped, touchMail, type PlannedMail } from './touch-mail.ts';

/** What the message says, but for its link, which cannot be signed while the store waits. */
type Prepared = Omit<Parameters<typeof confirmMail>[0], 'confirmUrl'> & {
  readonly shopperId: string;
  readonly statement: ConsentRow;
};

/** Sends the e-mail that asks to confirm a consent, while it waits for that (E25). */
export const sendConfirmation = touchMail<'consentConfirm', ConsentRow, Prepared>({
  kind: 'consentConfirm',
  lane: 'awaited',
  async find(tx, { shop, payload: { shopperId, consentId } }) {
    const person = { shopId: shop.id, shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
    if (shopper === undefined || shopper.erasedAt !== null) return dropped('nobody to ask');
    const statement = await findStatement(tx, { shopId: shop.id, id: consentId });
    return statement === undefined ? dropped('nothing was said') : { shopper, topic: statement };
  },
  stillWanted: async (mail) =>
    (await isWaiting(mail)) ? null : dropped('nothing waits to be confirmed'),
  keyOf,
  touchOf: ({ topic, payload }) => ({
    key: keyOf(payload),
    kind: 'consentConfirm',
    channel: 'email',
    subject: topic.purpose,
    dueAt: payload.askedAt ?? topic.at,
  }),
  async facts({ tx, shop, shopper, topic }) {
    const { document } = await readWordings(tx, shop.id);
    const texts = document.wordings.find(({ id }) => id === topic.wordingId)?.texts ?? {};
    const language = (topic.locale ?? 'en').split('-')[0] ?? 'en';
    return {
      to: shopper.email ?? '',
      locale: topic.locale,
      shopName: shop.name,
      wording: texts[language] ?? Object.values(texts)[0] ?? null,
      shopperId: shopper.id,
      statement: topic,
    };
  },
  async send(deps, shop, { shopperId, statement, ...facts }, messageId) {
    const token = await signLink(deps, shop, {
      use: 'consent',
      shopperId,
      orderId: null,
      confirmed: false,
      consentId: statement.id,
      endsAt: statement.at + PENDING_MS,
    });
    const confirmUrl = `${deps.publicUrl}/consent/${shop.publicKey}#${token}`;
    const mail = await confirmMail({ ...facts, confirmUrl });
    return handShopMail(deps, shop, { ...mail, messageId });
  },
});

/** Whether it is still to be confirmed, by whoever has the address now. */
async function isWaiting(mail: PlannedMail<'consentConfirm', ConsentRow>): Promise<boolean> {
  const { tx, shop, shopper, topic, now } = mail;
  if (shopper.email === null) return false;
  const { purpose, channel, addressDigest } = topic;
  const about = { shopId: shop.id, shopperId: shopper.id, purpose, channel };
  const { state } = standingOf(await readStatements(tx, about), now);
  const isTheirs = (await digestAddress(tx, shop.id, shopper.email)) === addressDigest;
  return state === 'pending' && isTheirs;
}

/** One for each time it was asked: one a day and address at most. */
function keyOf({ consentId, askedAt }: { consentId: string; askedAt?: number }): string {
  return askedAt === undefined
    ? `consentConfirm:${consentId}`
    : `consentConfirm:${consentId}:${askedAt}`;
}
