import type { ImportedAnswer } from '@okaeri/shared/answer-imports';
import type { ShopRow } from '../../access/tables.ts';
import { digestAddress } from '../../loyalty/consents/address-digest.ts';
import { findByEmail } from '../../loyalty/shoppers/lock-shopper.ts';
import { findRef } from '../../loyalty/shoppers/shopper-ref.ts';
import { monthOf } from '../../platform/lib/calendar.ts';
import { canonicalJson, sha256 } from '../../platform/lib/digest.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  deleteImportedAnswer,
  insertImportedAnswer,
  selectAnswersOfImport,
  selectImportedAnswer,
} from './import-queries.ts';
import type { ImportedAnswerRow } from './import-tables.ts';
import { addToCell } from './results-queries.ts';

/** Where answers of a file come to. */
export interface ImportPlace {
  readonly shop: ShopRow;
  readonly surveyId: string;
  readonly importId: string;
  readonly timeZone: string;
}

/**
 * Keeps an answer given in another tool, and counts it beside those given here: it opens and pays nothing (E119). The same
 * answer again is not kept; false then.
 */
export const importAnswer = async (
  tx: Tx,
  { shop, surveyId, importId, timeZone }: ImportPlace,
  answer: ImportedAnswer,
): Promise<boolean> => {
  const shopId = shop.id;
  const { respondent, score, text, orderId } = answer;
  const who = respondent === null ? '' : await digestAddress(tx, shopId, respondent);
  const digest = sha256(canonicalJson([who, answer.answeredAt, score, text ?? '']));
  if ((await first(tx, selectImportedAnswer, { shopId, surveyId, digest })) !== undefined)
    return false;
  const answeredAt = Date.parse(answer.answeredAt);
  const shopperId = respondent === null ? null : await shopperOf(tx, shopId, respondent);
  const period = monthOf(answeredAt, timeZone);
  const row: ImportedAnswerRow = {
    shopId,
    surveyId,
    digest,
    importId,
    shopperId,
    orderId,
    score,
    // Of somebody who is not known here nothing is kept that they may have said of themselves.
    text: shopperId === null ? null : text,
    answeredAt,
    period,
  };
  await tx.run(insertImportedAnswer, row);
  await count(tx, row, 1);
  return true;
};

/** Takes some of what a file brought back, and says how much. */
export const dropImportedAnswers = async (
  tx: Tx,
  asked: { shopId: string; importId: string; limit: number },
): Promise<number> => {
  const found = await tx.run(selectAnswersOfImport, asked);
  for (const row of found) {
    const { shopId, surveyId, digest } = row;
    await tx.run(deleteImportedAnswer, { shopId, surveyId, digest });
    await count(tx, row, -1);
  }
  return found.length;
};

async function count(tx: Tx, row: ImportedAnswerRow, by: number): Promise<void> {
  const { shopId, surveyId, period, score } = row;
  const place = { version: 0, incentivised: 'no', tierId: '', part: '' } as const;
  const cell = { ...place, period, kind: 'imported', value: String(score) } as const;
  await tx.run(addToCell, { shopId, surveyId, ...cell, count: by });
}

/** Whom a file means: by an address, else by the merchant's id. */
async function shopperOf(tx: Tx, shopId: string, respondent: string): Promise<string | null> {
  const found = respondent.includes('@')
    ? await findByEmail(tx, { shopId, email: respondent })
    : await findRef(tx, shopId, { externalId: respondent });
  return found === undefined || found.erasedAt !== null ? null : found.id;
}
