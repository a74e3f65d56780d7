import { formatDay } from '@okaeri/shared/days';
import type { AppModel } from '../app/model.ts';

/** How the history writes days, months and signs. */
export interface HistoryWords {
  /** A day, with its year only where it is another one. */
  readonly day: (iso: string) => string;
  /** The month an instant lies in, to compare and to read. */
  readonly monthOf: (iso: string) => string;
  readonly month: (iso: string) => string;
  /** `+82` and `−132`. */
  readonly signed: (points: number) => string;
}

export const createHistoryWords = (model: AppModel): HistoryWords => {
  const { language, count } = model.words;
  const { program, me } = model.state.value;
  const style = { language, timeZone: program?.timeZone };
  const year = (at: string | number): string => formatDay(at, style, { year: 'numeric' });
  return {
    day: (iso) =>
      formatDay(iso, style, {
        month: 'long',
        day: 'numeric',
        // A sandbox has a clock of its own.
        ...(year(iso) !== year(me?.asOf ?? Date.now()) && { year: 'numeric' }),
      }),
    monthOf: (iso) =>
      formatDay(iso, { ...style, language: 'en-CA' }, { year: 'numeric', month: '2-digit' }),
    month: (iso) => formatDay(iso, style, { year: 'numeric', month: 'long' }),
    signed: (points) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${count(Math.abs(points))}`,
  };
};
