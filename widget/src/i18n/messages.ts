import type { messages as first } from './en/first.ts';
import type { messages as history } from './en/history.ts';
import type { messages as invitation } from './en/invitation.ts';
import type { messages as more } from './en/more.ts';
import type { messages as order } from './en/order.ts';
import type { messages as panel } from './en/panel.ts';
import type { messages as review } from './en/review.ts';
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
  | keyof typeof review;

/** Messages by name, as many as are there. */
type Texts = Readonly<Partial<Record<MessageKey, Text>>>;

/** Words that are fetched when they are first needed. */
type LaterTexts = () => Promise<{ readonly messages: Texts }>;

/** A language: the words of the panel and its home, and the way to the others. */
export interface LanguageTexts {
  readonly panel: PanelTexts;
  /** For every panel but the home. */
  readonly more: LaterTexts;
  /** For the points of an order. */
  readonly order: LaterTexts;
  /** For reviews and questions. */
  readonly review: LaterTexts;
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
/** A language's words for reviews and questions. */
export type ReviewTexts = Readonly<Record<keyof typeof review, Text>>;
/** A language's words for the page to which e-mails lead, beside those of reviews. */
export type InvitationTexts = Readonly<Record<keyof typeof invitation, string>>;
