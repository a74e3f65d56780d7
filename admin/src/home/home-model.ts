import type { InsightsAnswer } from '@okaeri/shared/insights';
import { api } from '../app/session.ts';
import { request } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';

/** How long it is waited between two questions while figures are being taken. */
const AGAIN_MS = 1500;

export interface HomeModel {
  readonly known: Resource<InsightsAnswer>;
  /** Asks, and asks again until the figures have been taken. The answer stops that. */
  watch(): () => void;
}

export const createHome = (): HomeModel => {
  const known = createResource<InsightsAnswer>(() => request(api().insights.$get()));
  return {
    known,
    watch() {
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
