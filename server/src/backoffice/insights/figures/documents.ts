import type {
  CohortFigures,
  ForecastFigures,
  GapFigures,
  LiabilityFigures,
  RfmFigures,
} from '@okaeri/shared/figures';
import type { Model } from '../forecast/forecast-rules.ts';

/** Each figure by its name. */
export interface FigureAnswers {
  readonly cohorts: CohortFigures;
  readonly gaps: GapFigures;
  readonly rfm: RfmFigures;
  readonly forecast: ForecastFigures;
  readonly liability: LiabilityFigures;
}

/** A figure as it was taken, and of a forecast what single shoppers are asked of. */
export interface KeptFigure {
  readonly answer: FigureAnswers[keyof FigureAnswers];
  readonly model?: Model;
}
