import type { ProgramDocument } from '@okaeri/shared/program';

/** What a typical order would bring a shopper, and cost the shop. */
export interface OrderPreview {
  readonly points: number;
  readonly worthMinor: number;
  /** Of what was spent. */
  readonly share: number;
}

/**
 * What the programme's plain rule for orders gives for an amount, before campaigns, tiers and
 * caps: the same division as the server's (`server/src/loyalty/earning/points-rules.ts`), rounded as the rule says.
 * Null where orders earn nothing in that currency.
 */
export const previewOrder = (
  document: ProgramDocument,
  currency: string,
  amountMinor: number,
): OrderPreview | null => {
  const rules = document.earning.filter((one) => one.on === 'order');
  const rule = rules.find(({ enabled }) => enabled);
  if (rule === undefined || !('per' in rule.points)) return null;
  const rate = rule.points.per?.[currency];
  if (rate === undefined || amountMinor <= 0) return null;
  const steps = amountMinor / rate.amountMinor;
  const exact =
    rate.wholeSteps === true
      ? Math.floor(steps) * rate.points
      : (amountMinor * rate.points) / rate.amountMinor;
  const points = Math[rule.rounding](exact);
  const worthMinor = points * document.pointValueMinor;
  return { points, worthMinor, share: worthMinor / amountMinor };
};
