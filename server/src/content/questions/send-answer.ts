import { findShop } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { settingsOf } from '../reviews/settings.ts';
import { findMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { first } from '../../platform/store/store.ts';
import { answerTexts } from './answer-texts.ts';
import { selectPost } from './queries.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import type { PostRow } from './tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

interface Found {
  readonly question: PostRow;
  readonly answer: PostRow;
  readonly asker: ShopperRow;
}

/** Writes to the person who asked that there is an answer. They waited for it, so no budget is charged. */
export const sendAnswer = async (
  deps: Deps,
  row: OutboxRow,
  { answerId }: OutboxPayload<'answerToQuestion'>,
): Promise<Delivery> => {
  const shop = await findShop(deps, row.shopId);
  const found = await findAnswer(deps, row.shopId, answerId);
  if (shop === undefined || found?.asker.email == null)
    return { kind: 'dropped', why: 'nobody to write to' };
  const parts = partsOf(shop, found);
  return handShopMail(deps, shop, {
    to: found.asker.email,
    fromName: shop.name,
    subject: answerTexts(found.asker.locale).subject(shop.name),
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
};

function findAnswer(deps: Deps, shopId: string, answerId: string): Promise<Found | undefined> {
  return deps.store.read(async (tx) => {
    const answer = await first(tx, selectPost, { shopId, id: answerId });
    if (answer?.state !== 'published' || answer.questionId === null) return undefined;
    const question = await first(tx, selectPost, { shopId, id: answer.questionId });
    if (question?.state !== 'published' || question.shopperId === null) return undefined;
    // An author who answers their own question knows what they have said.
    if (question.shopperId === answer.shopperId) return undefined;
    const asker = await findMerged(tx, { shopId, shopperId: question.shopperId });
    return asker === undefined ? undefined : { question, answer, asker };
  });
}

function partsOf(shop: ShopRow, { question, answer, asker }: Found): MailParts {
  const texts = answerTexts(asker.locale);
  const { productUrl } = settingsOf(shop);
  const url = productUrl?.replace('{productId}', encodeURIComponent(question.productId));
  const who = {
    shop: texts.shop(shop.name),
    insider: texts.insider(answer.name, shop.name),
    buyer: texts.buyer(answer.name),
    shopper: texts.buyer(answer.name),
  }[answer.author];
  return {
    language: texts.language,
    heading: texts.heading,
    paragraphs: [texts.asked, question.body, who, answer.body],
    ...(url !== undefined && { button: { label: texts.button, url } }),
    footer: [texts.because(shop.name)],
  };
}
