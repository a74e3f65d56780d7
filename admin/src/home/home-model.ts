import { signal } from '@preact/signals';
import type { AlertList, ChangeFigures } from '@okaeri/shared/changes';
import type { GapFigures, LiabilityFigures } from '@okaeri/shared/figures';
import type { InsightsAnswer } from '@okaeri/shared/insights';
import { createFigure, type FigureModel } from '../app/figure-model.ts';
import { api } from '../app/session.ts';
import { readJson, saveJson } from '../lib/local-json.ts';
import { request } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';

/** How long it is waited between two questions while figures are being taken. */
const AGAIN_MS = 1500;

/** How many days stand in the figures; kept in this browser. */
export type HomeDays = '28' | '90' | '365';
const DAYS_KEY = 'okaeri.console.homeDays';

const isDays = (value: unknown): value is HomeDays =>
  value === '28' || value === '90' || value === '365';

/** What was chosen last, else what most look for. */
const daysKept = (): HomeDays => {
  const kept = readJson(DAYS_KEY);
  return isDays(kept) ? kept : '90';
};

export const homeDays = signal<HomeDays>(daysKept());

export const chooseDays = (days: HomeDays): void => {
  homeDays.value = days;
  saveJson(DAYS_KEY, days);
};

export interface HomeModel {
  readonly known: Resource<InsightsAnswer>;
  /** Asks, and asks again until the figures have been taken, anew where that is wanted. The answer stops that. */
  watch(isAnew: boolean): () => void;
}

export const createHome = (): HomeModel => {
  let isAnew = false;
  const known = createResource<InsightsAnswer>(() => {
    const query = isAnew ? ({ anew: 'true' } as const) : {};
    // Only the first question begins it; those that follow wait for it.
    isAnew = false;
    return request(api().insights.$get({ query }));
  });
  return {
    known,
    watch(isWantedAnew) {
      isAnew = isWantedAnew;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOver = false;
      const round = async (): Promise<void> => {
        await known.load();
        const isTaken = known.value.value?.isBeingTaken !== true;
        if (isOver || isTaken || known.fault.value !== null) return;
        timer = setTimeout(() => void round(), AGAIN_MS);
      };
      void round();
      return () => {
        isOver = true;
        clearTimeout(timer);
      };
    },
  };
};

/** How shares of people changed in so many days. */
export const createChanges = (days: HomeDays): FigureModel<ChangeFigures> =>
  createFigure<ChangeFigures>(() => api().insights.changes.$get({ query: { days } }));

export const createGaps = (): FigureModel<GapFigures> =>
  createFigure<GapFigures>(() => api().insights.gaps.$get({ query: {} }));

export const createLiability = (): FigureModel<LiabilityFigures> =>
  createFigure<LiabilityFigures>(() => api().insights.liability.$get({ query: {} }));

export const createAlerts = (): Resource<AlertList> =>
  createResource(() => request(api().insights.alerts.$get({ query: {} })));
