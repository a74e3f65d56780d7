import { z } from 'zod';
import { text } from './values.ts';
import type { QuotationAsked } from './quotations.ts';
import type { SurveyKind } from './survey-questions.ts';
import type { ResponseState, SurveyAnswer, SurveyState } from './surveys.ts';

/** `GET /v1/surveys/{surveyId}/results`. */
export const resultsQuery = z.strictObject({
  /** The wave, or for surveys asked after an order or a case the month; the newest where it is left out. */
  wave: text.optional(),
  /** A version with other words than the newest that was asked in that wave. */
  version: z.coerce.number().int().min(1).optional(),
});

/** `GET /v1/surveys/{surveyId}/responses`. */
export const responsesQuery = z.strictObject({
  wave: text.optional(),
  theme: text.optional(),
  cursor: text.optional(),
});

/** An estimate with its 95 % interval, all null while fewer than thirty stand behind it. */
export interface SurveyEstimate {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The score of a survey: NPS in points with the adjusted interval, CSAT as the share of 4 and 5, CES as a mean, loyalty as
 * the mean of its four items.
 */
export interface SurveyScore extends SurveyEstimate {
  readonly kind: Exclude<SurveyKind, 'custom'>;
  /** Of NPS alone, and null like the value. */
  readonly promoters: number | null;
  readonly detractors: number | null;
}

/** This wave less the closed one before it, on the adjusted scores. */
export interface SurveyChange {
  readonly wave: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** How likely such a difference is by chance alone. */
  readonly p: number;
  /** Whether other words were asked then. */
  readonly versionChanged: boolean;
}

/** A share with Wilson's interval; null like an estimate. */
export interface ChoiceShare {
  readonly id: string;
  readonly count: number | null;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What was answered to one question. */
export interface QuestionResult {
  readonly id: string;
  readonly kind: 'scale' | 'choices' | 'text';
  readonly n: number;
  /** Of a scale: its mean with Student's interval. */
  readonly mean: SurveyEstimate | null;
  /** Of a scale, how often each value was given; of choices, their shares. Empty of too few answers. */
  readonly choices: readonly ChoiceShare[];
  /** How many said something in words. */
  readonly words: number;
}

/** How often a theme was raised, of all who said something in words. */
export interface ThemeCount {
  readonly id: string;
  readonly count: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Mean score of those who raised it; null of too few. */
  readonly meanScore: number | null;
}

/** A wave or month in the trend. */
export interface TrendPoint extends SurveyEstimate {
  readonly wave: string;
  /** The version with whose words it began: a trend breaks where it changes. */
  readonly version: number;
  readonly unfinished: boolean;
  /** Of answers brought from another tool, which are in no score of ours. */
  readonly imported: boolean;
}

/** What a survey came to in one wave, of one version's words. */
export interface SurveyResults {
  readonly surveyId: string;
  readonly kind: SurveyKind;
  /** Null where it was never asked. */
  readonly wave: string | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** Answers still come; it is not compared. */
  readonly unfinished: boolean;
  /** The first version with these words. */
  readonly version: number;
  /** All that were asked in this wave. */
  readonly versions: readonly number[];
  readonly invited: number;
  readonly shown: number;
  readonly dismissed: number;
  readonly answered: number;
  readonly withdrawn: number;
  /** How many said something in words. */
  readonly commented: number;
  /** Of those it was shown to, who answered. */
  readonly response: SurveyEstimate;
  /** Null of a custom survey, which has none. */
  readonly score: SurveyScore | null;
  readonly incentivised: SurveyScore | null;
  readonly notIncentivised: SurveyScore | null;
  readonly tiers: readonly { readonly tierId: string | null; readonly score: SurveyScore }[];
  readonly previous: SurveyChange | null;
  readonly questions: readonly QuestionResult[];
  readonly themes: readonly ThemeCount[];
  /** The newest waves, the oldest first. */
  readonly trend: readonly TrendPoint[];
}

/** One set of answers. */
export interface SurveyResponse {
  readonly id: string;
  readonly wave: string;
  readonly version: number;
  readonly state: ResponseState;
  /** The merchant's id; null of a guest, and of somebody who was erased. */
  readonly shopperId: string | null;
  readonly guestId: string | null;
  readonly shopperName: string | null;
  readonly orderId: string | null;
  readonly score: number | null;
  readonly incentivised: boolean;
  readonly tierId: string | null;
  /** From the shop's own people; it counts nowhere. */
  readonly fromTheShop: boolean;
  readonly channel: 'email' | 'page';
  readonly locale: string | null;
  readonly startedAt: string;
  readonly completedAt: string | null;
  readonly answers: Readonly<Record<string, SurveyAnswer>>;
  readonly themeIds: readonly string[];
  /** What the shop asked to quote of it. */
  readonly quotations: readonly QuotationAsked[];
}

/** `GET /v1/surveys/{surveyId}/responses`: the newest first. */
export interface SurveyResponses {
  readonly items: readonly SurveyResponse[];
  readonly nextCursor: string | null;
}

/** Where a survey stands, for a list of them. */
export interface SurveySummary {
  readonly surveyId: string;
  readonly state: SurveyState;
  readonly wave: string | null;
  readonly unfinished: boolean;
  readonly score: SurveyScore | null;
  readonly answered: number;
}

/** `GET /v1/surveys/summaries`. */
export interface SurveySummaries {
  readonly items: readonly SurveySummary[];
}

/** `GET /v1/exports/surveys/{surveyId}`: the columns of the table, answers as JSON in one of them. */
export const RESPONSE_COLUMNS = [
  'id',
  'wave',
  'version',
  'state',
  'shopperId',
  'orderId',
  'score',
  'incentivised',
  'tierId',
  'startedAt',
  'completedAt',
  'answers',
  'themes',
] as const;
export type ResponseColumn = (typeof RESPONSE_COLUMNS)[number];
