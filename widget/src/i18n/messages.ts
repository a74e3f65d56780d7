import type { messages as first } from './en/first.ts';
import type { messages as history } from './en/history.ts';
import type { messages as invitation } from './en/invitation.ts';
import type { messages as more } from './en/more.ts';
import type { messages as order } from './en/order.ts';
import type { messages as panel } from './en/panel.ts';
import type { messages as review } from './en/review.ts';
import type { messages as survey } from './en/survey.ts';
import type { messages as write } from './en/write.ts';
import type { Text } from './fill.ts';

/*
 * What a language has to say, by when it is needed. English is the measure: a language that
 * leaves a text out does not compile.
 */

/** The name of a message; merchants replace messages by it. */
export type MessageKey =
  | keyof typeof panel
  | keyof typeof more
  | keyof typeof order
  | keyof typeof review
  | keyof typeof survey
  | keyof typeof write;

/** Messages by name, as many as are there. */
type Texts = Readonly<Partial<Record<MessageKey, Text>>>;

/** Words that are fetched when they are first needed. */
export type LaterTexts = () => Promise<{ readonly messages: Texts }>;

/** A language: the way to its words, by when they are needed. */
export interface LanguageTexts {
  /** For the panel and its home, and whatever stands in the page beside reviews and questions. */
  readonly panel: LaterTexts;
  /** For every panel but the home. */
  readonly more: LaterTexts;
  /** For the points of an order. */
  readonly order: LaterTexts;
  /** For surveys. */
  readonly survey: LaterTexts;
  /** For reviews and questions, which need no others until one of them is touched. */
  readonly review: LaterTexts;
  /** For whoever writes a review, reports one, or looks at its photos. */
  readonly write: LaterTexts;
}

/** A language's words for every page view: the launcher and the inline elements. */
export type FirstTexts = Readonly<Record<keyof typeof first, string>>;
/** A language's words for the panel and its home. */
export type PanelTexts = Readonly<Record<keyof typeof panel, Text>>;
/** A language's words for the history and its receipts, among those of every other panel. */
export type HistoryTexts = Readonly<Record<keyof typeof history, Text>>;
/** A language's words for every other panel. */
export type MoreTexts = Readonly<Record<keyof typeof more, Text>>;
/** A language's words for the points of an order. */
export type OrderTexts = Readonly<Record<keyof typeof order, Text>>;
/** A language's words for surveys. */
export type SurveyTexts = Readonly<Record<keyof typeof survey, Text>>;
/** A language's words for reviews and questions. */
export type ReviewTexts = Readonly<Record<keyof typeof review, Text>>;
/** A language's words for writing a review, and what else a touch brings. */
export type WriteTexts = Readonly<Record<keyof typeof write, Text>>;
/** A language's words for the page to which e-mails lead, beside those of reviews. */
export type InvitationTexts = Readonly<Record<keyof typeof invitation, string>>;
