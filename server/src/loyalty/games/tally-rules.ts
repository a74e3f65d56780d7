import type { LineScope } from '@okaeri/shared/conditions';
import type { OrderState } from '@okaeri/shared/orders';
import type { Challenge } from '@okaeri/shared/play';
import type { ProgramDocument } from '@okaeri/shared/program';

/** What a source counts for each challenge, by id; under the empty id, whether it is an order that counts. */
export type Tallies = Readonly<Record<string, number>>;

/** The id under which an order that counts stands among tallies. */
export const ORDER_TALLY = '';

type Line = OrderState['lines'][number];

/** Whether a scope that names anything names this line. */
export const inScope = (scope: LineScope, line: Line): boolean => {
  const { productIds, tags, collectionIds } = scope;
  if (productIds === undefined && tags === undefined && collectionIds === undefined) return true;
  return (
    productIds?.includes(line.productId) === true ||
    tags?.some((tag) => line.tags.includes(tag)) === true ||
    collectionIds?.some((id) => line.collectionIds.includes(id)) === true
  );
};

/** Whether a challenge runs at an instant. */
export const runsAt = (challenge: Challenge, at: number): boolean =>
  challenge.enabled &&
  (challenge.from === null || at >= Date.parse(challenge.from)) &&
  (challenge.until === null || at < Date.parse(challenge.until));

/** What an order counts, as the tallies need it. */
export interface CountedOrder {
  readonly state: OrderState;
  readonly orders: number;
  readonly spendMinor: number;
  readonly points: number;
}

/** What an order counts for the challenges of a programme: nothing while it does not count itself. */
export const orderTallies = (document: ProgramDocument, order: CountedOrder): Tallies => {
  if (order.orders === 0) return {};
  const at = Date.parse(order.state.placedAt);
  const tallies: Record<string, number> = { [ORDER_TALLY]: order.orders };
  for (const challenge of document.challenges) {
    const tally = runsAt(challenge, at) ? tallyOf(challenge, order) : 0;
    if (tally !== 0) tallies[challenge.id] = tally;
  }
  return tallies;
};

/** What an act counts: one for each challenge of a rule it fell under. */
export const actTallies = (
  document: ProgramDocument,
  act: { ruleIds: readonly string[]; at: number },
): Tallies =>
  Object.fromEntries(
    document.challenges
      .filter(
        ({ metric, ruleId }) =>
          metric === 'acts' && ruleId !== undefined && act.ruleIds.includes(ruleId),
      )
      .filter((challenge) => runsAt(challenge, act.at))
      .map(({ id }) => [id, 1]),
  );

/** How often a challenge is completed by what was counted in its period. */
export const completionsOf = (challenge: Challenge, progress: number): number =>
  Math.max(0, Math.min(challenge.repeats, Math.floor(progress / challenge.target)));

function tallyOf(challenge: Challenge, order: CountedOrder): number {
  switch (challenge.metric) {
    case 'orders':
      return order.orders;
    case 'spend':
      return order.spendMinor;
    case 'points':
      return order.points;
    case 'items':
      return piecesOf(order.state, challenge.scope);
    default:
      return 0;
  }
}

function piecesOf(state: OrderState, scope: LineScope): number {
  return state.lines
    .filter((line) => inScope(scope, line))
    .reduce((sum, line) => sum + Math.max(0, line.quantity - line.refundedQuantity), 0);
}
