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
  // Not `formatDay`: for a day with its year alone, the core would have to share it with every opening.
  const write = (
    at: string | undefined,
    options: Intl.DateTimeFormatOptions,
    locale: string = language,
  ): string => {
    const day = at === undefined ? new Date() : new Date(at);
    try {
      return day.toLocaleDateString(locale, { ...options, timeZone: program?.timeZone });
    } catch {
      // A browser older than the zone's name.
      return day.toLocaleDateString(locale, options);
    }
  };
  const year = { year: 'numeric' } as const;
  return {
    day: (iso) =>
      write(iso, {
        month: 'long',
        day: 'numeric',
        // A sandbox has a clock of its own.
        ...(write(iso, year) !== write(me?.asOf, year) && year),
      }),
    monthOf: (iso) => write(iso, { ...year, month: '2-digit' }, 'sv'),
    month: (iso) => write(iso, { ...year, month: 'long' }),
    signed: (points) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${count(Math.abs(points))}`,
  };
};
