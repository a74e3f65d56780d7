import { createHash } from 'node:crypto';
import type { InsightSettings } from '@okaeri/shared/insight-settings';
import type { ProgramDocument } from '@okaeri/shared/program';

/** Letters of a digest that tell apart what one shop has said: 96 bits. */
const DIGEST_LENGTH = 16;

/** A figure that is asked for. */
export type FigureAsked =
  | { readonly figure: 'cohorts'; readonly months: number }
  | { readonly figure: 'gaps' }
  | { readonly figure: 'rfm' }
  | { readonly figure: 'liability' }
  | { readonly figure: 'acquisition' }
  | { readonly figure: 'retention-value' }
  | { readonly figure: 'words-and-deeds' }
  | { readonly figure: 'changes'; readonly days: number; readonly confidence: 95 | 99 }
  | { readonly figure: 'report'; readonly period: string | undefined }
  | { readonly figure: 'measurements' }
  | { readonly figure: 'effects'; readonly period: string | undefined }
  | { readonly figure: 'return'; readonly period: string | undefined }
  | { readonly figure: 'map'; readonly period: string | undefined }
  | {
      readonly figure: 'forecast';
      readonly horizonWeeks: number;
      readonly includeFreeOrders: boolean;
    };

export type FigureName = FigureAsked['figure'];

/** Of which shop, and of which day. */
export interface FigureOrder<Asked extends FigureAsked = FigureAsked> {
  readonly shopId: string;
  readonly document: ProgramDocument;
  /** The shop's tags of people who belong to it: they stand in no figure (E9). */
  readonly insiderTags: readonly string[];
  /** From which local day on all orders are known; null where they always were (E72). */
  readonly completeFrom: string | null;
  /** The share of people the programme's holdout keeps from marketing. */
  readonly heldShare: number;
  /** What the shop has said that its orders do not tell. */
  readonly settings: InsightSettings;
  /** A local day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly now: number;
  readonly asked: Asked;
}

/** What a figure of a day is kept by. Once the shop says something else of itself, what was taken before is another figure. */
export const figureKey = (order: Omit<FigureOrder, 'shopId' | 'now'>): string => {
  const { asked, asOf, document, insiderTags, heldShare, settings } = order;
  const { figure, ...parameters } = asked;
  const { timeZone, currency, rates, pointValueMinor, loop } = document;
  const { marginShare, completeFrom, fixedCostMinorPerMonth } = settings;
  const said = [timeZone, currency, rates, pointValueMinor, loop, insiderTags, heldShare];
  const toldBy = [...said, marginShare, completeFrom, fixedCostMinorPerMonth];
  return [
    figure,
    asOf,
    ...Object.values(parameters).map((one) => String(one ?? '')),
    keyDigest(toldBy),
  ].join(' ');
};

function keyDigest(of: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(of))
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}
