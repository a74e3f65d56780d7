import type { Stage } from './segments.ts';
import type { Figure } from './figures.ts';
import type { SurveyKind } from './survey-questions.ts';

/*
 * How the shop changed from some days to as many after them: shares of people, and scores (E83, E84). A difference is
 * worth a word only where its interval leaves out 0.
 */

/** A share of people, or a score of answers, in some days; null of fewer than thirty. */
export interface Measured {
  /** How many of them it was; null of a score. */
  readonly count: number | null;
  readonly of: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * What is compared: buyers who had bought before, buyers who are members, members who redeemed, a survey's score, moves
 * from one stage to another, complaints about marketing by e-mail.
 */
type ChangeKind = 'repeat' | 'members' | 'redeemed' | 'score' | 'move' | 'complaints';

/** One figure now and before. */
export interface Change {
  /** What makes it the same as another day's, such as `repeat`, `score nps-1` or `move loyal lapsed`. */
  readonly figure: string;
  readonly kind: ChangeKind;
  readonly survey: { readonly id: string; readonly kind: Exclude<SurveyKind, 'custom'> } | null;
  readonly move: { readonly from: Stage; readonly to: Stage } | null;
  readonly now: Measured;
  readonly before: Measured;
  /** Now less before; null where one of them is of too few. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** `GET /v1/insights/changes`: the last finished days against as many before them. */
export interface ChangeFigures extends Figure {
  readonly days: number;
  readonly from: string;
  readonly until: string;
  readonly comparedFrom: string;
  readonly comparedUntil: string;
  readonly changes: readonly Change[];
}

/** A number of two times. */
interface NowAndBefore {
  readonly now: number;
  readonly before: number;
}

/** What a week or a month came to, against the one before it (E84): `GET /v1/insights/report`. */
export interface ReportFigures extends Figure {
  /** `2026-10`, or `2026-W45`. */
  readonly period: string;
  readonly from: string;
  readonly until: string;
  /** It still runs: nothing is compared. */
  readonly unfinished: boolean;
  readonly currency: string;
  readonly buyers: NowAndBefore;
  /** Of them, those who bought for the first time. */
  readonly newBuyers: NowAndBefore;
  readonly revenueMinor: NowAndBefore;
  readonly changes: readonly Change[];
}

/** A change that was worth saying (E83): its interval is one of 99 %, as it is looked at every day. */
export interface Alert extends Change {
  readonly id: string;
  /** The local day it was first said of, and the last on which it still was. */
  readonly openedOn: string;
  readonly saidOn: string;
  /** After seven quiet days; null while it is open. */
  readonly closedOn: string | null;
  /** When somebody of the team said that it was seen. */
  readonly seenAt: string | null;
}

/** `GET /v1/insights/alerts`, the newest first. */
export interface AlertList {
  readonly definition: string;
  /** The local day on which the shop was looked at last; null before the first. */
  readonly lookedOn: string | null;
  readonly items: readonly Alert[];
}

/** What somebody of the team asked to be told by e-mail: `GET|PUT /v1/insights/mine`. */
export interface MyInsightMail {
  readonly report: boolean;
  readonly alerts: boolean;
  readonly language: 'en' | 'ja';
  /** How often reports are made; a setting of the shop. */
  readonly every: 'week' | 'month';
  /** When the next is sent. */
  readonly nextReportAt: string;
  /** Where it goes. */
  readonly email: string;
  /** Whether this server can send e-mails. */
  readonly hasMail: boolean;
}
