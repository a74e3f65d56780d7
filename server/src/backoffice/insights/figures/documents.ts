import type { ChangeFigures, ReportFigures } from '@okaeri/shared/changes';
import type {
  CohortFigures,
  ForecastFigures,
  GapFigures,
  LiabilityFigures,
  RfmFigures,
} from '@okaeri/shared/figures';
import type {
  AcquisitionFigures,
  DeedFigures,
  EffectFigures,
  MapFigures,
  MeasurementFigures,
  RetentionFigures,
  ReturnFigures,
} from '@okaeri/shared/effect-figures';
import type { Model } from '../forecast/forecast-rules.ts';

/** Each figure by its name. */
export interface FigureAnswers {
  readonly cohorts: CohortFigures;
  readonly gaps: GapFigures;
  readonly rfm: RfmFigures;
  readonly forecast: ForecastFigures;
  readonly liability: LiabilityFigures;
  readonly changes: ChangeFigures;
  readonly report: ReportFigures;
  readonly measurements: MeasurementFigures;
  readonly effects: EffectFigures;
  readonly return: ReturnFigures;
  readonly map: MapFigures;
  readonly acquisition: AcquisitionFigures;
  readonly 'retention-value': RetentionFigures;
  readonly 'words-and-deeds': DeedFigures;
}

/** A figure as it was taken, and of a forecast what single shoppers are asked of. */
export interface KeptFigure {
  readonly answer: FigureAnswers[keyof FigureAnswers];
  readonly model?: Model;
}
