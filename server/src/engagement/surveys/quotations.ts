import { LIMITS } from '@okaeri/shared/limits';
import type { Quotation, QuotationInput, ThemeQuotations } from '@okaeri/shared/quotations';
import type { SurveyResponse } from '@okaeri/shared/survey-results';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { lockResponse, namedResponse, noResponse } from './lock-response.ts';
import {
  deleteQuotation,
  insertQuotation,
  selectQuotationsOfResponse,
  selectStandingQuotations,
  updateQuotation,
} from './quotation-queries.ts';
import { hasWords, isDeclined, stillStands } from './quotation-rules.ts';
import type { QuotationRow } from './quotation-tables.ts';
import { selectAnswers } from './response-queries.ts';
import type { AnswerRow, ResponseRow } from './response-tables.ts';
import { selectTheme, selectThemeIdsOf } from './theme-queries.ts';
import { unknownTheme } from './themes.ts';
import type { ThemeRow } from './theme-tables.ts';

/** So many are shown beside what the shop did. */
const SHOWN_MAX = 3;

interface OfQuotation {
  readonly shop: ShopRow;
  readonly surveyId: string;
  readonly responseId: string;
  readonly themeId: string;
}

/**
 * Asks the author of an answer whether some of its words may be shown beside what the shop did about a theme (E49, L12).
 * The same again changes nothing; other words are another question, for which an earlier yes does not count. A no stands.
 */
export const askToQuote = (
  deps: Deps,
  input: OfQuotation & { asked: QuotationInput },
): Promise<Outcome<SurveyResponse>> =>
  deps.store.write(async (tx): Promise<Outcome<SurveyResponse>> => {
    const { shop, surveyId, responseId, themeId, asked } = input;
    const response = await lockResponse(tx, { shopId: shop.id, id: responseId });
    if (response?.surveyId !== surveyId || response.state === 'withdrawn')
      return noResponse(responseId);
    if ((await first(tx, selectTheme, { shopId: shop.id, id: themeId })) === undefined)
      return unknownTheme(themeId);
    const refused = await notQuotable(tx, response, { shop, themeId, asked });
    if (refused !== undefined) return refused;
    const now = nowOf(deps, shop);
    const all = await tx.run(selectQuotationsOfResponse, { shopId: shop.id, responseId });
    const known = all.find((one) => one.themeId === themeId);
    if (known === undefined || !stillStands(known, asked, now)) {
      if (all.some(isDeclined)) return notPossible('Its author does not want to be quoted.');
      const row: QuotationRow = {
        shopId: shop.id,
        // A yes that is on its way to other words must not become one to these.
        id: `qu_${newId()}`,
        responseId,
        themeId,
        surveyId,
        wave: response.wave,
        questionId: asked.questionId,
        shopperId: response.shopperId ?? '',
        text: asked.text,
        state: 'asked',
        name: null,
        askedAt: now,
        endsAt: now + asked.days * DAY_MS,
        agreedAt: null,
        decidedAt: null,
      };
      if (known !== undefined) await tx.run(deleteQuotation, known);
      await tx.run(insertQuotation, row);
    }
    return { ok: await namedResponse(tx, response) };
  });

/** Asks no more, or shows it no more: the shop does not want to quote it. */
export const dropQuotation = (deps: Deps, input: OfQuotation): Promise<Outcome<SurveyResponse>> =>
  deps.store.write(async (tx): Promise<Outcome<SurveyResponse>> => {
    const { shop, surveyId, responseId } = input;
    const response = await lockResponse(tx, { shopId: shop.id, id: responseId });
    if (response?.surveyId !== surveyId) return noResponse(responseId);
    const all = await tx.run(selectQuotationsOfResponse, { shopId: shop.id, responseId });
    const known = all.find((one) => one.themeId === input.themeId);
    // What its author said no to stays known, so that they are not asked again.
    if (known?.state === 'asked' || known?.state === 'given')
      await tx.run(updateQuotation, { ...known, state: 'gone', text: '', name: null });
    return { ok: await namedResponse(tx, response) };
  });

/** Takes back what an answer does not say any more, in the write that changes it: what was agreed to is not there. */
export const keepQuotations = async (
  tx: Tx,
  { shopId, id: responseId }: Pick<ResponseRow, 'shopId' | 'id'>,
  answers: readonly Pick<AnswerRow, 'questionId' | 'valueText'>[],
): Promise<void> => {
  for (const quotation of await tx.run(selectQuotationsOfResponse, { shopId, responseId }))
    if (quotation.text !== '' && !hasWords(answers, quotation)) {
      const state = isDeclined(quotation) ? quotation.state : 'gone';
      await tx.run(updateQuotation, { ...quotation, state, text: '', name: null });
    }
};

/** What may be shown beside what the shop says it did about a theme: nothing before that. */
export const listThemeQuotations = (
  deps: Deps,
  { shop, themeId }: { shop: ShopRow; themeId: string },
): Promise<Outcome<ThemeQuotations>> =>
  deps.store.read(async (tx): Promise<Outcome<ThemeQuotations>> => {
    const theme = await first(tx, selectTheme, { shopId: shop.id, id: themeId });
    if (theme === undefined) return unknownTheme(themeId);
    const found = await standingQuotations(tx, theme, {
      shop,
      now: nowOf(deps, shop),
      limit: LIMITS.pageMax,
    });
    const items = found.map(({ quotation, locale }) => ({
      ...toQuotation({ quotation, locale }),
      id: quotation.id,
      surveyId: quotation.surveyId,
      responseId: quotation.responseId,
      agreedAt: isoOf(quotation.agreedAt ?? quotation.askedAt),
      endsAt: isoOf(quotation.endsAt),
    }));
    return { ok: { items } };
  });

/** The same for shoppers. */
export const shownQuotations = async (
  tx: Tx,
  theme: ThemeRow,
  of: { shop: ShopRow; now: number },
): Promise<Quotation[]> =>
  (await standingQuotations(tx, theme, { ...of, limit: SHOWN_MAX })).map(toQuotation);

/** Every word that leaves is found here. Who became one of the shop since is no shopper to quote (E9). */
async function standingQuotations(
  tx: Tx,
  theme: ThemeRow,
  { shop, now, limit }: { shop: ShopRow; now: number; limit: number },
) {
  if (theme.outcome?.state !== 'done') return [];
  const { insiderTags } = settingsOf(shop);
  const of = { shopId: theme.shopId, themeId: theme.id, now, limit: LIMITS.pageMax };
  const standing: StandingQuotation[] = [];
  for (let offset = 0; standing.length < limit; offset += LIMITS.pageMax) {
    const page = await tx.run(selectStandingQuotations, { ...of, offset });
    standing.push(...page.filter(({ tags }) => !tags.some((one) => insiderTags.includes(one))));
    if (page.length < LIMITS.pageMax) break;
  }
  return standing.slice(0, limit);
}

interface StandingQuotation {
  readonly quotation: QuotationRow;
  readonly locale: string | null;
}

function toQuotation({ quotation, locale }: StandingQuotation): Quotation {
  return { text: quotation.text, name: quotation.name, locale };
}

async function notQuotable(
  tx: Tx,
  { shopId, id: responseId, insider, shopperId }: ResponseRow,
  { shop, themeId, asked }: { shop: ShopRow; themeId: string; asked: QuotationInput },
): Promise<Outcome<never> | undefined> {
  if (insider) return notPossible('People of the shop are not quoted as its shoppers.');
  if (shopperId === null) return notPossible('Nobody is left who could say yes.');
  const author = await first(tx, lockShopper, { shopId, shopperId });
  if (author !== undefined && isInsider(author, settingsOf(shop)))
    return notPossible('People of the shop are not quoted as its shoppers.');
  const tied = await tx.run(selectThemeIdsOf, { shopId, responseId });
  if (!tied.some((one) => one.themeId === themeId))
    return notPossible(`The answer is not about "${themeId}".`);
  const answers = await tx.run(selectAnswers, { shopId, responseId });
  if (hasWords(answers, asked)) return undefined;
  const message = 'must stand in the answer, in one piece and as it was written';
  const errors = [{ path: 'text', message, code: 'notTheirWords' }];
  const detail = 'Only the author’s own words are quoted.';
  return { refused: { code: 'invalidRequest', detail, extra: { errors } } };
}

/** Why something is not quoted. */
export function notPossible(detail: string): Outcome<never> {
  return { refused: { code: 'quotationNotPossible', detail } };
}
