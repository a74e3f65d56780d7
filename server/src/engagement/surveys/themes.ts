import { LIMITS } from '@okaeri/shared/limits';
import type { SurveyResponse } from '@okaeri/shared/survey-results';
import type { Theme, ThemeInput, ThemeOutcome } from '@okaeri/shared/themes';
import { nowOf } from '../../access/shop-clock.ts';
import { lockShopRow } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Tx } from '../../platform/store/store.ts';
import { lockResponse, namedResponse, noResponse } from './lock-response.ts';
import type { AnswerRow, ResponseRow } from './response-tables.ts';
import { retallyResponse } from './results-tally.ts';
import { planTelling } from './theme-telling.ts';
import { themesIn } from './theme-rules.ts';
import {
  deleteThemesOf,
  insertResponseTheme,
  insertTheme,
  selectThemeIdsOf,
  selectThemes,
  updateTheme,
} from './theme-queries.ts';
import type { ThemeRow } from './theme-tables.ts';

/** What answers are about, the oldest first. */
export const listThemes = (deps: Deps, shop: ShopRow): Promise<{ items: Theme[] }> =>
  deps.store.read(async (tx) => ({
    items: (await tx.run(selectThemes, { shopId: shop.id })).map(toTheme),
  }));

/** Names a theme, or names it otherwise. Its words count for answers from now on. */
export const saveTheme = (
  deps: Deps,
  { shop, themeId, input }: { shop: ShopRow; themeId: string; input: ThemeInput },
): Promise<Outcome<Theme>> =>
  deps.store.write(async (tx): Promise<Outcome<Theme>> => {
    // Themes of a shop are counted: two that come at once wait for each other.
    await lockShopRow(tx, shop.id);
    const all = await tx.run(selectThemes, { shopId: shop.id });
    const known = all.find(({ id }) => id === themeId);
    if (known === undefined && all.length >= LIMITS.themesMax)
      return {
        refused: {
          code: 'tooManyDefinitions',
          detail: `A shop has at most ${LIMITS.themesMax} themes.`,
        },
      };
    const row: ThemeRow = {
      ...(known ?? { outcome: null, outcomeAt: null, createdAt: nowOf(deps, shop) }),
      shopId: shop.id,
      id: themeId,
      ...input,
    };
    await tx.run(known === undefined ? insertTheme : updateTheme, row);
    return { ok: toTheme(row) };
  });

/** Says what the shop did about a theme. Once it is done, those who raised it are told, each once (E49). */
export const saveOutcome = (
  deps: Deps,
  { shop, themeId, outcome }: { shop: ShopRow; themeId: string; outcome: ThemeOutcome },
): Promise<Outcome<Theme>> =>
  deps.store.write(async (tx): Promise<Outcome<Theme>> => {
    await lockShopRow(tx, shop.id);
    const all = await tx.run(selectThemes, { shopId: shop.id });
    const known = all.find(({ id }) => id === themeId);
    if (known === undefined) return unknownTheme(themeId);
    const now = nowOf(deps, shop);
    const row: ThemeRow = { ...known, outcome, outcomeAt: now };
    await tx.run(updateTheme, row);
    if (outcome.state === 'done') await planTelling(deps, tx, { shop, themeId, now });
    return { ok: toTheme(row) };
  });

/** The themes a person ties a response to: all of them, in place of what rules found. */
export const tieThemes = (
  deps: Deps,
  input: { shop: ShopRow; surveyId: string; responseId: string; themeIds: readonly string[] },
): Promise<Outcome<SurveyResponse>> =>
  deps.store.write(async (tx): Promise<Outcome<SurveyResponse>> => {
    const { shop, surveyId, responseId } = input;
    const themeIds = [...new Set(input.themeIds)];
    const response = await lockResponse(tx, { shopId: shop.id, id: responseId });
    if (response?.surveyId !== surveyId || response.state === 'withdrawn')
      return noResponse(responseId);
    const known = await tx.run(selectThemes, { shopId: shop.id });
    const strange = themeIds.find((id) => !known.some((theme) => theme.id === id));
    if (strange !== undefined) return unknownTheme(strange);
    const of = { shopId: shop.id, responseId };
    await tx.run(deleteThemesOf, of);
    const at = nowOf(deps, shop);
    for (const themeId of themeIds)
      await tx.run(insertResponseTheme, { ...of, themeId, by: 'person', at });
    await retallyResponse(tx, of);
    return { ok: await namedResponse(tx, response) };
  });

/**
 * Ties a response to the themes its words are about, in the write that saves it. What a person said of it stays; what is
 * withdrawn is about nothing.
 */
export const tieByRules = async (
  tx: Tx,
  response: ResponseRow,
  answers: readonly Pick<AnswerRow, 'valueText'>[],
): Promise<void> => {
  const { shopId, id: responseId, locale, savedAt: at } = response;
  const of = { shopId, responseId };
  const tied = await tx.run(selectThemeIdsOf, of);
  if (response.state === 'withdrawn') {
    if (tied.length > 0) await tx.run(deleteThemesOf, of);
    return;
  }
  if (tied.some(({ by }) => by === 'person')) return;
  const words = answers.flatMap(({ valueText }) => valueText ?? []).join('\n');
  if (words === '' && tied.length === 0) return;
  const themes = await tx.run(selectThemes, { shopId });
  const about = themesIn(words, locale, themes).slice(0, LIMITS.themesPerAnswerMax);
  if (tied.length > 0) await tx.run(deleteThemesOf, of);
  for (const themeId of about)
    await tx.run(insertResponseTheme, { ...of, themeId, by: 'rule', at });
};

export const unknownTheme = (themeId: string): Outcome<never> => ({
  refused: { code: 'unknownTheme', detail: `The shop has no theme "${themeId}".` },
});

function toTheme({ id, name, rules, outcome, outcomeAt, createdAt }: ThemeRow): Theme {
  const at = outcomeAt === null ? null : isoOf(outcomeAt);
  return { id, name, rules, outcome, outcomeAt: at, createdAt: isoOf(createdAt) };
}
