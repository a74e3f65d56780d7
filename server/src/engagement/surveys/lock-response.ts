import type { SurveyResponse } from '@okaeri/shared/survey-results';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectResponse } from './response-queries.ts';
import type { ResponseRow } from './response-tables.ts';
import { toResponse } from './results-responses.ts';

/** A response that a merchant changes something of, with its author locked: who answers, withdraws or is merged waits (E2). */
export const lockResponse = async (
  tx: Tx,
  of: { shopId: string; id: string },
): Promise<ResponseRow | undefined> => {
  const found = await first(tx, selectResponse, of);
  if (found?.shopperId == null) return found;
  const author = { shopId: of.shopId, shopperId: found.shopperId };
  // Whoever they have become meanwhile is waited for too.
  await lockMerged(tx, await first(tx, lockShopper, author));
  return first(tx, selectResponse, of);
};

/** The response as merchants read it, with its author's name. */
export const namedResponse = async (tx: Tx, response: ResponseRow): Promise<SurveyResponse> => {
  const { shopId, shopperId } = response;
  const author =
    shopperId === null ? undefined : await first(tx, lockShopper, { shopId, shopperId });
  const { externalId = null, name = null } = author ?? {};
  return toResponse(tx, { response, externalId, name });
};

export const noResponse = (responseId: string): Outcome<never> => ({
  refused: { code: 'unknownResponse', detail: `The survey has no response "${responseId}".` },
});
