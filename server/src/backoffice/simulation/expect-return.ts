import type { Simulation, SimulatedReturn } from '@okaeri/shared/simulation';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { settledFigure } from '../insights/figures/settled-figure.ts';
import { insightSettingsOf } from '../insights/settings.ts';
import { returnWith } from './return-rules.ts';

/** A year: how far ahead a return is looked for. */
const AHEAD_WEEKS = 52;

/** What the figures have to say of a draft that was replayed; they are taken where nobody has asked for them yet. */
export const expectReturn = async (
  deps: Deps,
  shop: ShopRow,
  by: {
    readonly result: Omit<Simulation, 'expectedReturn'>;
    readonly currentCurrency: string;
    readonly from: number;
    readonly until: number;
  },
): Promise<SimulatedReturn> => {
  const { result, currentCurrency } = by;
  const forecast = await settledFigure<'forecast'>(deps, shop, {
    asOf: undefined,
    asked: { figure: 'forecast', horizonWeeks: AHEAD_WEEKS, includeFreeOrders: false },
  });
  const measured = await settledFigure<'return'>(deps, shop, {
    asOf: undefined,
    asked: { figure: 'return', period: undefined },
  });
  const { marginShare } = await deps.store.read((tx) => insightSettingsOf(tx, shop.id));
  const replayed = {
    purchaseDays: result.purchaseDays,
    currency: result.currency,
    currentCurrency,
    currentCostMinor: result.current.costMinor,
    draftCostMinor: result.draft.costMinor,
    days: (by.until - by.from) / DAY_MS,
  };
  return returnWith(replayed, { forecast, measured }, marginShare);
};
