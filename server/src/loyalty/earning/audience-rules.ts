import type { Audience } from '@okaeri/shared/conditions';
import type { Points } from '@okaeri/shared/earning';
import type { OwnerContext } from '../ledger/documents.ts';

/** Where something happened: which shop front, which market. */
export interface SalesContext {
  readonly channel: string | null;
  readonly market: string | null;
}

/** Whether a rule, a campaign or a price is for this shopper here. What it does not say is not asked. */
export const isFor = (audience: Audience, who: OwnerContext, place: SalesContext): boolean =>
  among(audience.tierIds, who.tierId) &&
  (audience.segmentIds === undefined ||
    audience.segmentIds.some((id) => who.segmentIds.includes(id))) &&
  among(audience.channels, place.channel) &&
  among(audience.markets, place.market);

/** The points a rule gives this shopper here: of the first variant that fits, else its own. */
export const pointsFor = (
  rule: {
    readonly points: Points;
    readonly variants: readonly (Audience & { readonly points: Points })[];
  },
  who: OwnerContext,
  place: SalesContext,
): Points => rule.variants.find((variant) => isFor(variant, who, place))?.points ?? rule.points;

function among(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}
