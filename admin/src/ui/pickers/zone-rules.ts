/** The city of a time zone, as people write it: `New York`. */
export const cityOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** What time it is there: `3:42 PM (GMT+9)`. */
export const timeThere = (timeZone: string, at: number, language: string): string => {
  const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short' }).format(at);
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offset === '' ? time : `${time} (${offset})`;
};

/** Whether something is found by what was typed: each word begins a word of it. */
export const isFoundBy = (text: string, typed: string): boolean => {
  const plain = (of: string): string =>
    of
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase();
  const words = plain(text).split(/[\s/_(),·-]+/);
  return plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => words.some((one) => one.startsWith(word)) || plain(text).includes(word));
};
