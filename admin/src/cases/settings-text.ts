interface Hours {
  readonly from: string;
  readonly to: string;
}

const TIME = String.raw`(\d{1,2}):(\d{2})`;
const SPAN = new RegExp(String.raw`^${TIME}\s*[-–—~〜～]\s*${TIME}$`);

/** `09:00–12:00, 13:00–17:00` */
export const textOfHours = (hours: readonly Hours[]): string =>
  hours.map(({ from, to }) => `${from}–${to}`).join(', ');

/** The same, read; an empty one is closed, and null is none that can be read. */
export const hoursIn = (text: string): Hours[] | null => {
  const read = listIn(text).map((part) => {
    const [, h1 = '', m1 = '', h2 = '', m2 = ''] = SPAN.exec(part) ?? [];
    return h1 === ''
      ? null
      : { from: `${h1.padStart(2, '0')}:${m1}`, to: `${h2.padStart(2, '0')}:${m2}` };
  });
  const all = read.filter((one) => one !== null);
  const isInOrder = all.every(
    ({ from, to }, i) => from < to && to <= '24:00' && from >= (all[i - 1]?.to ?? ''),
  );
  return all.length === read.length && isInOrder ? all : null;
};

/** Days, one a line; null where one is none. */
export const datesIn = (text: string): string[] | null => {
  const days = text.split(/\s+/).filter((day) => day !== '');
  const isDay = (day: string): boolean =>
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  return days.every(isDay) ? days : null;
};

/** What stands between commas. */
export const listIn = (text: string): string[] =>
  text
    .split(/[,，、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
