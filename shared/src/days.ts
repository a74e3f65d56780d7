/** An end that falls into the last minute of a day is that day's end: `23:59`, `23:59:59`. */
const MINUTE_MS = 60_000;

/** Whether a text names a time zone, such as `Asia/Tokyo`. */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** In whose language and whose time zone a day is shown. A zone that is not known yet is the reader's own. */
export interface DayStyle {
  readonly language: string;
  readonly timeZone: string | undefined;
}

/** The day an instant lies in, such as `Mar 31, 2027`. */
export const formatDay = (
  at: number | string,
  style: DayStyle,
  // Japanese names year, month and day; `2026/12/12` is for tables.
  options: Intl.DateTimeFormatOptions = { dateStyle: style.language === 'ja' ? 'long' : 'medium' },
): string => {
  const write = (timeZone?: string): string =>
    new Intl.DateTimeFormat(style.language, { ...options, timeZone }).format(new Date(at));
  try {
    return write(style.timeZone);
  } catch {
    // A browser older than the zone's name.
    return write();
  }
};

/**
 * The last day that counts before an end. Ends are exclusive: one at midnight is
 * shown as the day before, one within a day as that day, the time, and the zone
 * it is meant in.
 */
export const formatEnd = (iso: string, style: DayStyle): string => {
  const end = Date.parse(iso);
  const last = formatDay(end - 1, style);
  if (last !== formatDay(end + MINUTE_MS, style)) return last;
  return formatDay(end, style, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    timeZoneName: 'short',
  });
};
