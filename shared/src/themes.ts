import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id, line, locale, localizedText } from './values.ts';

/** Words by language: an answer in which one of them stands, as a whole word where the language has such, is about it. */
const themeRules = z.record(locale, z.array(line).max(LIMITS.themeWordsMax)).default({});
export type ThemeRules = z.infer<typeof themeRules>;

/** `PUT /v1/themes/{themeId}`: something answers are about. */
export const themeInput = z.strictObject({ name: localizedText, rules: themeRules });
export type ThemeInput = z.infer<typeof themeInput>;

/** `POST /v1/themes/{themeId}/outcome`: what the shop did about it. Saying it is done tells those who raised it, once. */
export const themeOutcome = z.strictObject({
  state: z.enum(['planned', 'done']),
  text: localizedText,
});
export type ThemeOutcome = z.infer<typeof themeOutcome>;

/** `PUT /v1/surveys/{surveyId}/responses/{responseId}/themes`: the themes a person ties a response to, all of them. */
export const responseThemesInput = z.strictObject({
  themeIds: z.array(id).max(LIMITS.themesPerAnswerMax),
});

/** A theme as merchants read it. */
export interface Theme extends ThemeInput {
  readonly id: string;
  readonly outcome: ThemeOutcome | null;
  readonly outcomeAt: string | null;
  readonly createdAt: string;
}

/** `GET /v1/themes`. */
export interface ThemeList {
  readonly items: readonly Theme[];
}
