import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import type { Survey, SurveyDefinition } from '@okaeri/shared/surveys';
import { nowOf } from '../../access/shop-clock.ts';
import { lockShopRow, type Tagged } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { insertSurvey, insertVersion, lockSurvey, selectSurveys, updateSurvey } from './queries.ts';
import { tagOf, toSurvey } from './read-surveys.ts';
import type { SurveyRow } from './tables.ts';

/**
 * Saves a survey as a new version, if the one that was read is still the newest; `s0` makes a new one. What was drawn
 * keeps the version it was drawn with. The id of one that was deleted is never used again (E3, E128).
 */
export const saveSurvey = (
  deps: Deps,
  input: { shop: ShopRow; surveyId: string; document: SurveyDefinition; ifMatch: string },
): Promise<Outcome<Tagged<Survey>>> =>
  deps.store.write(async (tx): Promise<Outcome<Tagged<Survey>>> => {
    const { shop, surveyId, document, ifMatch } = input;
    // Surveys of a shop are counted: two that come at once wait for each other.
    await lockShopRow(tx, shop.id);
    const known = await first(tx, lockSurvey, { shopId: shop.id, id: surveyId });
    const refused = await refusalOf(tx, { shopId: shop.id, known, document, ifMatch });
    if (refused !== undefined) return { refused };
    const now = nowOf(deps, shop);
    const row: SurveyRow = {
      ...(known ?? newSurvey(shop.id, surveyId, now)),
      kind: document.kind,
      trigger: document.trigger.kind,
      version: (known?.version ?? 0) + 1,
    };
    await tx.run(known === undefined ? insertSurvey : updateSurvey, row);
    const { version } = row;
    await tx.run(insertVersion, { shopId: shop.id, surveyId, version, document, savedAt: now });
    return { ok: { document: toSurvey(row, document), etag: tagOf(row) } };
  });

async function refusalOf(
  tx: Tx,
  input: {
    shopId: string;
    known: SurveyRow | undefined;
    document: SurveyDefinition;
    ifMatch: string;
  },
): Promise<Refusal | undefined> {
  const { shopId, known, document, ifMatch } = input;
  if (known?.deletedAt != null)
    return { code: 'idUsed', detail: 'A survey of this id was deleted; take another id.' };
  const current = tagOf({ version: known?.version ?? 0 });
  if (unquoted(ifMatch) !== unquoted(current))
    return {
      code: 'preconditionFailed',
      detail: `The survey is now ${current}; read it and try again.`,
    };
  if (known === undefined)
    return (await tx.run(selectSurveys, { shopId })).length < LIMITS.surveysMax
      ? undefined
      : { code: 'tooManyDefinitions', detail: `A shop has at most ${LIMITS.surveysMax} surveys.` };
  if (known.state === 'ended')
    return { code: 'surveyClosed', detail: 'The survey has ended; what it asked stays as it is.' };
  // Scores of two kinds are no trend.
  return known.kind === document.kind
    ? undefined
    : {
        code: 'invalidRequest',
        detail: `The survey is of the kind "${known.kind}", for good.`,
        extra: { errors: [{ path: 'kind', message: 'must stay', code: 'notValid' }] },
      };
}

function unquoted(tag: string): string {
  return tag.replaceAll('"', '');
}

function newSurvey(shopId: string, id: string, now: number): SurveyRow {
  return {
    shopId,
    id,
    kind: 'custom',
    trigger: 'relational',
    state: 'draft',
    version: 0,
    createdAt: now,
    startedAt: null,
    endedAt: null,
    deletedAt: null,
  };
}
