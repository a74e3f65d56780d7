import { z } from 'zod';
import { audience } from './conditions.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import type { OwnQuotation, Quotation } from './quotations.ts';
import { checkQuestions } from './survey-checks.ts';
import { question, surveyKind, type SurveyKind, type SurveyQuestion } from './survey-questions.ts';
import { days, id, instant, line, locale } from './values.ts';
import { cleanWords } from './words.ts';

/** When a survey is asked: by the calendar, between two times, or after something was settled with one shopper. */
const surveyTrigger = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('relational'),
    every: z.enum(['month', 'quarter', 'half', 'year']),
  }),
  z.strictObject({ kind: z.literal('dates'), opensAt: instant, closesAt: instant }),
  z.strictObject({
    kind: z.literal('afterArrival'),
    afterDays: days.max(LIMITS.surveyOpenDaysMax),
  }),
  z.strictObject({ kind: z.literal('afterCase'), afterDays: days.max(LIMITS.surveyOpenDaysMax) }),
]);
export type SurveyTrigger = z.infer<typeof surveyTrigger>;

/** Whom a survey is for; whatever is not said is not asked. */
const surveyAudience = z.strictObject({
  tierIds: audience.tierIds,
  segmentIds: audience.segmentIds,
});

/** `PUT /v1/surveys/{surveyId}`: what is asked, when and whom. Every save is a version that is kept. */
export const surveyDefinition = z
  .strictObject({
    kind: surveyKind,
    name: line,
    questions: z.array(question).min(1).max(LIMITS.questionsMax),
    trigger: surveyTrigger,
    /** The share of those it is for that is asked. */
    sampleRate: z.number().gt(0).max(1).default(1),
    /** How often it is shown in pages to one shopper in one wave. */
    showsMax: z.int().min(1).max(LIMITS.surveyShowsMax).default(3),
    /** Days after which it is asked by e-mail where no page has shown it; null for never. */
    mailAfterDays: z.int().min(0).max(LIMITS.surveyOpenDaysMax).nullable().default(3),
    /** Days a wave is open; those of fixed dates close when they say. */
    openDays: z.int().min(1).max(LIMITS.surveyOpenDaysMax).default(14),
    audience: surveyAudience.default({}),
  })
  .superRefine(({ kind, questions }, context) => checkQuestions(kind, questions, context))
  .refine(({ trigger }) => trigger.kind !== 'dates' || trigger.opensAt < trigger.closesAt, {
    ...faulty('endsBeforeStart', 'must close after it opens', { path: ['trigger', 'closesAt'] }),
  });
export type SurveyDefinition = z.infer<typeof surveyDefinition>;

const surveyState = z.enum(['draft', 'running', 'paused', 'ended']);
export type SurveyState = z.infer<typeof surveyState>;

/** A survey as merchants read it: its newest version, and where it stands. */
export interface Survey extends SurveyDefinition {
  readonly id: string;
  readonly version: number;
  readonly state: SurveyState;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** `GET /v1/surveys`. */
export interface SurveyList {
  readonly items: readonly Survey[];
}

/** `POST /v1/surveys/{surveyId}/start`, `pause` and `end`. */
export interface SurveyStanding {
  readonly state: SurveyState;
  readonly version: number;
}

/** `GET /v1/surveys/{surveyId}/versions`: what was asked before, the newest first. */
export interface SurveyVersions {
  readonly items: readonly { readonly version: number; readonly savedAt: string }[];
}

const said = z.string().overwrite(cleanWords).max(LIMITS.answerTextMax);

/** What was said to one question: a point of a scale, words, choices, or choices with words. */
const answer = z.union([
  z.int(),
  said,
  z.array(id).max(LIMITS.choicesMax),
  z.strictObject({ choices: z.array(id).max(LIMITS.choicesMax), text: said }),
]);
export type SurveyAnswer = z.infer<typeof answer>;

/** `PUT /me/surveys/{surveyId}/{wave}`: the whole of what one answers. */
export const responseInput = z.strictObject({
  /** False saves as one goes. */
  complete: z.boolean().default(true),
  locale: locale.optional(),
  answers: z
    .record(id, answer)
    .refine(
      (answers) => Object.keys(answers).length <= LIMITS.questionsMax,
      faulty('tooMany', 'has more answers than a survey has questions'),
    ),
});
export type ResponseInput = z.infer<typeof responseInput>;

export type ResponseState = 'partial' | 'complete' | 'withdrawn';

/** What was offered for answering, as it was when the form was first opened; the same whatever is answered. */
export interface SurveyOffer {
  readonly points: number;
  readonly programVersion: number;
  readonly shownAt: string;
}

/** `POST /me/surveys/{surveyId}/{wave}/open`: the form. */
export interface SurveyForm {
  readonly surveyId: string;
  readonly wave: string;
  readonly version: number;
  readonly kind: SurveyKind;
  readonly questions: readonly SurveyQuestion[];
  readonly offer: { readonly points: number } | null;
  readonly closesAt: string;
  /** What one answered before; null through a link, which others may hold. */
  readonly response: {
    readonly state: ResponseState;
    readonly answers: Readonly<Record<string, SurveyAnswer>>;
  } | null;
}

/** What became of the answers. */
export interface SurveySent {
  readonly state: ResponseState;
  /** Points that are the shopper's for it. */
  readonly points: number;
  /** Questions whose answers were left out, since others hide them. */
  readonly ignored: readonly string[];
  readonly caseOpened: boolean;
}

/** `GET /me/surveys`: surveys one may answer now, and those one has answered and may still change. */
export interface MySurveys {
  readonly items: readonly {
    readonly surveyId: string;
    readonly wave: string;
    readonly closesAt: string;
    /** Null until something was answered. */
    readonly state: ResponseState | null;
  }[];
  /** What the shop did about what shoppers had said: first about what one said oneself, each the newest first. */
  readonly outcomes: readonly ToldOutcome[];
  /** What the shop asks to quote of what they said, or may. */
  readonly quotations: readonly OwnQuotation[];
}

/** “You said, we did”: a theme shoppers raised, and what came of it, in the shop's words. */
export interface ToldOutcome {
  readonly themeId: string;
  readonly name: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
  readonly at: string;
  /** Whether one had said so. */
  readonly mine: boolean;
  /** What others and oneself had said, where they let it be shown. */
  readonly quotations: readonly Quotation[];
}
