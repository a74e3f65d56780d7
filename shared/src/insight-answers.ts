import type { Page } from './ledger.ts';
import type { Alert, AlertList, ChangeFigures, MyInsightMail, ReportFigures } from './changes.ts';
import type { CostEntry } from './costs.ts';
import type {
  AcquisitionFigures,
  DeedFigures,
  EffectFigures,
  MapFigures,
  MeasurementFigures,
  RetentionFigures,
  ReturnFigures,
} from './effect-figures.ts';
import type {
  BeingTaken,
  CohortFigures,
  ForecastFigures,
  GapFigures,
  LiabilityFigures,
  RfmFigures,
  ShopperForecast,
} from './figures.ts';

/** What the operations of insight answer: figures, costs, alerts and reports. */
export interface InsightAnswers {
  costEntry: CostEntry;
  listCosts: Page<CostEntry>;
  getCohorts: CohortFigures | BeingTaken;
  getGaps: GapFigures | BeingTaken;
  getChanges: ChangeFigures | BeingTaken;
  getReport: ReportFigures | BeingTaken;
  listEffects: MeasurementFigures | BeingTaken;
  listAlerts: AlertList;
  alert: Alert;
  myInsightMail: MyInsightMail;
  getRfm: RfmFigures | BeingTaken;
  getForecast: ForecastFigures | BeingTaken;
  getShopperForecast: ShopperForecast | BeingTaken;
  getLiability: LiabilityFigures | BeingTaken;
  getProgrammeEffect: EffectFigures | BeingTaken;
  getReturn: ReturnFigures | BeingTaken;
  getJourneyMap: MapFigures | BeingTaken;
  getAcquisition: AcquisitionFigures | BeingTaken;
  getRetentionValue: RetentionFigures | BeingTaken;
  getWordsAndDeeds: DeedFigures | BeingTaken;
}
