import type { Store } from '../../../platform/store/store.ts';
import { countAcquisition } from './count-acquisition.ts';
import { countChanges } from './count-changes.ts';
import { countCohorts } from './count-cohorts.ts';
import { countDeeds } from './count-deeds.ts';
import { countEffects } from './count-effects.ts';
import { countForecast } from './count-forecast.ts';
import { countGaps } from './count-gaps.ts';
import { countLiability } from './count-liability.ts';
import { countMap } from './count-map.ts';
import { countMeasurements } from './count-measurements.ts';
import { countReport } from './count-report.ts';
import { countRetention } from './count-retention.ts';
import { countReturn } from './count-return.ts';
import { countRfm } from './count-rfm.ts';
import type { KeptFigure } from './documents.ts';
import type { FigureOrder } from './figure-order.ts';

/** Takes a figure, whichever it is. */
export const countFigure = async (store: Store, order: FigureOrder): Promise<KeptFigure> => {
  const { asked } = order;
  switch (asked.figure) {
    case 'cohorts':
      return { answer: await countCohorts(store, { ...order, asked }) };
    case 'gaps':
      return { answer: await countGaps(store, order) };
    case 'rfm':
      return { answer: await countRfm(store, order) };
    case 'forecast':
      return countForecast(store, { ...order, asked });
    case 'liability':
      return { answer: await countLiability(store, order) };
    case 'changes':
      return { answer: await countChanges(store, { ...order, asked }) };
    case 'report':
      return { answer: await countReport(store, { ...order, asked }) };
    case 'measurements':
      return { answer: await countMeasurements(store, order) };
    case 'effects': {
      const { answer } = await countEffects(store, { ...order, asked });
      return { answer };
    }
    case 'return':
      return { answer: await countReturn(store, { ...order, asked }) };
    case 'map':
      return { answer: await countMap(store, { ...order, asked }) };
    case 'acquisition':
      return { answer: await countAcquisition(store, order) };
    case 'retention-value':
      return { answer: await countRetention(store, order) };
    // Were one forgotten above, it would not be of this kind.
    default:
      return { answer: await countDeeds(store, { ...order, asked }) };
  }
};
