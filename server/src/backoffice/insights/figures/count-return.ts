import type { Estimate } from '@okaeri/shared/figures';
import type { ReturnFigures } from '@okaeri/shared/effect-figures';
import type { Store } from '../../../platform/store/store.ts';
import { meanWithin, momentsOf } from './compare-rules.ts';
import { countEffects, type OfPeriod } from './count-effects.ts';
import { costOfQuarter } from './count-costs.ts';
import { DEFINITIONS } from './definitions.ts';
import type { Arm } from './experiment-rules.ts';
import { baseOf, roundIfAny, told, UNTOLD } from './figure-base.ts';
import { returnOf, type ProgrammeReturn } from './return-rules.ts';

/** What the programme returned in a quarter: the lift alone while the shop has told no margin (E81). */
export const countReturn = async (store: Store, order: OfPeriod): Promise<ReturnFigures> => {
  const { answer, spending, treated, held } = await countEffects(store, order);
  const { marginShare } = order.settings;
  const { costMinor, costsWithoutRate } = await costOfQuarter(store, order, answer.period);
  const between = spending?.between ?? null;
  const found =
    between === null
      ? null
      : returnOf(between, { treated: answer.treated.people, marginShare, cost: costMinor });
  return {
    ...baseOf(order, { definition: DEFINITIONS.return, people: answer.people }),
    period: answer.period,
    state: found === null ? 'notMeasured' : 'measured',
    reason: answer.state === 'done' ? null : answer.state,
    currency: order.document.currency,
    marginShare,
    spentMinor: { treated: spentBy(found, treated), held: spentBy(found, held) },
    liftMinor: told(found?.lift ?? null),
    costMinor: found === null || marginShare === null ? null : costMinor,
    costsWithoutRate,
    netMinor: told(found?.net ?? null),
    return: told(found?.return ?? null),
    paysFromLiftMinor: roundIfAny(found?.paysFromLift),
  };
};

/** What one person of an arm spent, once anything is told. */
function spentBy(found: ProgrammeReturn | null, { spending }: Arm): Estimate {
  if (found === null) return UNTOLD;
  return told(meanWithin(momentsOf(spending.map(({ post }) => post))));
}
