import { signal } from '@preact/signals';

/** The quarter that is asked about on the pages of the programme and the map; null: the latest that can be told. */
export const chosenPeriod = signal<string | null>(null);

/** The same as a query. */
export const periodAsked = (): { period?: string } =>
  chosenPeriod.value === null ? {} : { period: chosenPeriod.value };
