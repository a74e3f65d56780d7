import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { formatDay, formatEnd, isTimeZone } from './days.ts';

const TOKYO = { language: 'en', timeZone: 'Asia/Tokyo' };
/** What merchants write as "31 March", in Tokyo: the first instant after it. */
const END_OF_MARCH = '2027-03-31T15:00:00.000Z';

/** What a process whose own clock is in a zone writes. */
const writtenIn = (zone: string, expression: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { formatDay, formatEnd } = await import(${JSON.stringify(new URL('days.ts', import.meta.url).href)});
       process.stdout.write(${expression});`,
    ],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );

const READERS = ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/London'];

describe('an end', () => {
  it.each(READERS)('at midnight in Tokyo is 31 March to a reader in %s', (reader) => {
    const end = (language: string): string =>
      `formatEnd('${END_OF_MARCH}', { language: '${language}', timeZone: 'Asia/Tokyo' })`;
    expect(writtenIn(reader, end('en'))).toBe('Mar 31, 2027');
    expect(writtenIn(reader, end('ja'))).toBe('2027/03/31');
    expect(writtenIn(reader, end('de'))).toBe('31.03.2027');
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
    const at = `{ language: 'en', timeZone: 'Asia/Atlantis' }`;
    expect(writtenIn('Europe/London', `formatEnd('${END_OF_MARCH}', ${at})`)).toBe(
      'Mar 31, 2027, 4:00 PM GMT+1',
    );
    expect(isTimeZone('Asia/Atlantis')).toBe(false);
  });
});

describe('a day', () => {
  it.each(READERS)('is the shop’s to a reader in %s', (reader) => {
    const day = `formatDay('${END_OF_MARCH}', { language: 'en', timeZone: 'Asia/Tokyo' })`;
    expect(writtenIn(reader, day)).toBe('Apr 1, 2027');
  });

  it('is the reader’s own while the shop’s zone is not known', () => {
    const day = `formatDay('${END_OF_MARCH}', { language: 'en', timeZone: undefined })`;
    expect(writtenIn('America/Los_Angeles', day)).toBe('Mar 31, 2027');
    expect(formatDay(END_OF_MARCH, TOKYO)).toBe('Apr 1, 2027');
  });
});
