import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first } from '../../platform/store/store.ts';
import { findRespondent, type RespondentContext } from './find-invitation.ts';
import { keepQuotations } from './quotations.ts';
import { deleteAnswersOfResponse, selectResponseBy } from './response-queries.ts';
import type { ResponseRow } from './response-tables.ts';
import { tallyResponse } from './results-tally.ts';
import { tieByRules } from './themes.ts';
import { movePoints, saveResponse } from './save-response.ts';
import { signalResponse } from './signal-response.ts';

/**
 * Takes one's answers back, with what was given for them: values and words are deleted, and stand in no figure any
 * more (E41). It is never too late for it, nor refused to somebody who is blocked.
 */
export const withdrawResponse = (deps: Deps, asker: RespondentContext): Promise<Outcome<null>> =>
  deps.store.write(async (tx): Promise<Outcome<null>> => {
    const found = await findRespondent(deps, tx, asker);
    if ('refused' in found) return found;
    const { shopper, survey, wave, invitation, now } = found.ok;
    const key = { shopId: shopper.shopId, shopperId: shopper.id, surveyId: survey.id };
    const known = await first(tx, selectResponseBy, { ...key, wave: wave.key });
    if (known === undefined || known.state === 'withdrawn') return { ok: null };
    const row: ResponseRow = {
      ...known,
      state: 'withdrawn',
      score: null,
      scoredAt: null,
      completedAt: null,
      signalAt: null,
      withdrawnAt: now,
    };
    await saveResponse(tx, known, row);
    await tx.run(deleteAnswersOfResponse, { shopId: row.shopId, responseId: row.id });
    const { shop } = asker;
    await keepQuotations(tx, row, []);
    await tieByRules(tx, row, []);
    await tallyResponse(deps, tx, { shop, responseId: row.id });
    const { offer } = invitation;
    await movePoints(deps, tx, { shop, shopper, response: row, offer, now });
    await signalResponse(deps, tx, { shop, survey, response: row });
    return { ok: null };
  });
