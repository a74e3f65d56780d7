import { signal, type ReadonlySignal } from '@preact/signals';
import type { LiabilityFigures } from '@okaeri/shared/figures';
import { api } from '../app/session.ts';
import { createFigure, takenOf } from '../app/figure-model.ts';
import { monthEndsBefore } from './liability-rules.ts';

/** Ends of months that are shown before today. */
const MONTHS = 11;

/** What points would have cost at the end of each month, as far as that has come. */
export interface LiabilityHistory {
  /** The earliest first, today the last. */
  readonly months: ReadonlySignal<readonly LiabilityFigures[]>;
  /** Months that are still asked about. */
  readonly waiting: ReadonlySignal<number>;
  /** Asks for one month after the other, the latest first, as the server takes one figure at a time. The answer stops it. */
  follow(today: LiabilityFigures): () => void;
}

export const createLiabilityHistory = (): LiabilityHistory => {
  const months = signal<readonly LiabilityFigures[]>([]);
  const waiting = signal(0);
  return {
    months,
    waiting,
    follow(today) {
      months.value = [today];
      const days = monthEndsBefore(today.asOf, MONTHS).toReversed();
      let stop = (): void => undefined;
      const ask = (i: number): void => {
        waiting.value = days.length - i;
        const asOf = days[i];
        if (asOf === undefined) return;
        const figure = createFigure<LiabilityFigures>(() =>
          api().insights.liability.$get({ query: { asOf } }),
        );
        const unwatch = figure.watch();
        const unsubscribe = figure.known.value.subscribe((known) => {
          const found = takenOf(known);
          if (found === undefined) return;
          stop();
          months.value = [found, ...months.peek()];
          // Before anybody had points there is nothing to show.
          if (found.ceiling.points > 0) ask(i + 1);
          else waiting.value = 0;
        });
        const unfail = figure.known.fault.subscribe((fault) => {
          if (fault !== null) waiting.value = 0;
        });
        stop = () => {
          unwatch();
          unsubscribe();
          unfail();
        };
      };
      ask(0);
      return () => stop();
    },
  };
};
