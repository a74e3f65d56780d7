import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id } from './values.ts';
import { longWords } from './words.ts';

/** Under which name somebody lets the shop quote them. */
const quotationName = z.enum(['firstName', 'initials', 'none']);
export type QuotationName = z.infer<typeof quotationName>;

/** `PUT /v1/surveys/{surveyId}/responses/{responseId}/quotations/{themeId}`: which words the shop asks to quote. */
export const quotationInput = z.strictObject({
  questionId: id,
  /** As they stand in the answer, in one piece. */
  text: longWords(LIMITS.quotationTextMax),
  /** For how long. */
  days: z.int().min(1).max(LIMITS.quotationDaysMax).default(730),
});
export type QuotationInput = z.infer<typeof quotationInput>;

/** `PUT /me/quotations/{quotationId}`: yes, under this name. */
export const quotationYes = z.strictObject({
  name: quotationName,
  /** The name as it was shown to who says yes; null for none. Where it is another by now, nothing was agreed to. */
  as: z.string().max(LIMITS.textLengthMax).nullish(),
});

/**
 * Where the question stands: it waits, its author said yes or no or took the yes back, or what was asked about is not
 * what the answer says any more.
 */
export type QuotationState = 'asked' | 'given' | 'refused' | 'withdrawn' | 'gone';

/** What the shop asked to quote, as merchants read it beside the answer. */
export interface QuotationAsked {
  readonly id: string;
  readonly themeId: string;
  readonly questionId: string;
  /** Empty once the answer does not have the words any more. */
  readonly text: string;
  readonly state: QuotationState;
  /** The name its author chose; null for none, and until they have said yes. */
  readonly name: string | null;
  readonly askedAt: string;
  readonly endsAt: string;
  /** When its author last said yes or no. */
  readonly decidedAt: string | null;
}

/** Words whose author lets them be shown. */
export interface Quotation {
  readonly text: string;
  /** Null where its author wants none to be shown. */
  readonly name: string | null;
  /** The language it was said in, where that is known. */
  readonly locale: string | null;
}

/** `GET /v1/themes/{themeId}/quotations`: what may be shown beside what the shop did about a theme, and until when. */
export interface ThemeQuotations {
  readonly items: readonly (Quotation & {
    readonly id: string;
    readonly surveyId: string;
    readonly responseId: string;
    readonly agreedAt: string;
    readonly endsAt: string;
  })[];
}

/** What the shop would like to quote, or may, for who said it. */
export interface OwnQuotation {
  readonly id: string;
  readonly themeId: string;
  readonly theme: Readonly<Record<string, string>>;
  /** Null through a link whose holder has not shown that they read the mail of whom it was sent to. */
  readonly text: string | null;
  readonly state: 'asked' | 'given';
  /** The name it is shown with; null for none. */
  readonly name: string | null;
  /** The names that may be chosen; none through such a link. */
  readonly names: Readonly<Partial<Record<Exclude<QuotationName, 'none'>, string>>>;
  readonly endsAt: string;
}

/** The same in the list of all that is kept about a shopper. */
export interface QuotationLine extends QuotationAsked {
  readonly responseId: string;
}
