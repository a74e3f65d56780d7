import type { EarningRule, OrderRule } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { OwnerContext } from '../../ledger/documents.ts';

/** What an order's target is computed from, besides its state. */
export interface OrderTerms {
  readonly document: ProgramDocument;
  readonly programVersion: number;
  /** What was found out about the owner when the order first needed it. */
  readonly who: OwnerContext;
  /** What one unit of the order's currency is in the programme's, kept from the first state. */
  readonly toShopRate: string | null;
  /** Times at one of which a campaign must run: when it was placed, and when it was quoted. */
  readonly campaignTimes: readonly number[];
}

/** The rule that says how an order's money is counted where no rule is asked: the first on orders. */
export const firstOrderRule = (earning: readonly EarningRule[]): OrderRule | undefined =>
  earning.find((rule): rule is OrderRule => rule.on === 'order' && rule.enabled);
