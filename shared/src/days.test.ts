import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDay, formatEnd, isTimeZone } from './days.ts';

const TOKYO = { language: 'en', timeZone: 'Asia/Tokyo' };
/** What merchants write as "31 March", in Tokyo: the first instant after it. */
const END_OF_MARCH = '2027-03-31T15:00:00.000Z';

const READERS = ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/London'];

/** From here on the machine's own clock is in a zone. */
const readIn = (zone: string): void => void vi.stubEnv('TZ', zone);
afterEach(() => void vi.unstubAllEnvs());

describe('an end', () => {
  it.each(READERS)('at midnight in Tokyo is 31 March to a reader in %s', (reader) => {
    readIn(reader);
    expect(formatEnd(END_OF_MARCH, TOKYO)).toBe('Mar 31, 2027');
    expect(formatEnd(END_OF_MARCH, { ...TOKYO, language: 'ja' })).toBe('2027年3月31日');
    expect(formatEnd(END_OF_MARCH, { ...TOKYO, language: 'de' })).toBe('31.03.2027');
  });

  it.each([
    ['2027-03-31T14:59:59.999Z', 'Mar 31, 2027'],
    ['2027-03-31T14:59:59.000Z', 'Mar 31, 2027'],
    ['2027-03-31T14:59:00.000Z', 'Mar 31, 2027'],
    ['2027-03-31T14:58:59.999Z', 'Mar 31, 2027, 11:58 PM GMT+9'],
    ['2027-03-31T15:00:00.001Z', 'Apr 1, 2027, 12:00 AM GMT+9'],
    ['2027-04-01T03:00:00.000Z', 'Apr 1, 2027, 12:00 PM GMT+9'],
  ])('%s is shown as %s: a day where it ends one, to the minute, else the time', (iso, shown) => {
    expect(formatEnd(iso, TOKYO)).toBe(shown);
  });

  it.each([
    // Clocks go from midnight to one o'clock: the day before ends where one o'clock begins.
    ['America/Santiago', '2026-09-06T04:00:00.000Z', 'Sep 5, 2026'],
    // Clocks go back from midnight to eleven: the day ends with the second eleven o'clock.
    ['America/Asuncion', '2024-03-24T04:00:00.000Z', 'Mar 23, 2024'],
    // A day that is left out: the last one is the day before it.
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', 'Dec 29, 2011'],
    ['Asia/Kathmandu', '2027-03-31T18:15:00.000Z', 'Mar 31, 2027'],
  ])('at a midnight of %s that is none elsewhere is the day before it', (timeZone, iso, shown) => {
    expect(formatEnd(iso, { language: 'en', timeZone })).toBe(shown);
  });

  it('in a zone the browser does not know is shown by the reader’s own clock', () => {
    readIn('Europe/London');
    expect(formatEnd(END_OF_MARCH, { language: 'en', timeZone: 'Asia/Atlantis' })).toBe(
      'Mar 31, 2027, 4:00 PM GMT+1',
    );
    expect(isTimeZone('Asia/Atlantis')).toBe(false);
  });
});

describe('a day', () => {
  it.each(READERS)('is the shop’s to a reader in %s', (reader) => {
    readIn(reader);
    expect(formatDay(END_OF_MARCH, TOKYO)).toBe('Apr 1, 2027');
  });

  it('is the reader’s own while the shop’s zone is not known', () => {
    readIn('America/Los_Angeles');
    expect(formatDay(END_OF_MARCH, { language: 'en', timeZone: undefined })).toBe('Mar 31, 2027');
    readIn('Asia/Tokyo');
    expect(formatDay(END_OF_MARCH, { language: 'en', timeZone: undefined })).toBe('Apr 1, 2027');
  });
});
