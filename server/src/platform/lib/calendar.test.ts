import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { anniversaryIn, dayOf, endOfNext, periodEnd, periodStart, startOfDay } from './calendar.ts';

// Half-hour and three-quarter-hour zones, daylight saving at midnight, a skipped day.
const ZONES = [
  'UTC',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Europe/Berlin',
];
const instants = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2040, 0) });

describe('the calendar', () => {
  it('knows the local day, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, at) => {
        const { year, month, day } = DateTime.fromMillis(at, { zone });
        expect(dayOf(at, zone)).toBe(Date.UTC(year, month - 1, day) / 86_400_000);
        expect(dayOf(startOfDay(dayOf(at, zone), zone), zone)).toBe(dayOf(at, zone));
      }),
      { numRuns: 500 },
    );
  });

  it('has each instant in one period, which ends where the next begins', () => {
    const periods = fc.constantFrom(
      'day' as const,
      'week' as const,
      'month' as const,
      'year' as const,
    );
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, periods, (zone, at, period) => {
        const end = periodEnd(at, period, zone);
        expect(periodStart(at, period, zone)).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThan(at);
        expect(periodStart(end, period, zone)).toBe(end);
      }),
      { numRuns: 500 },
    );
  });

  it('ends a day that began at one o’clock at the midnight after it', () => {
    // In São Paulo, 3 November 2002 had no midnight: summer time began.
    const zone = 'America/Sao_Paulo';
    const noon = Date.parse('2002-11-03T14:00:00Z');
    expect(new Date(periodStart(noon, 'day', zone)).toISOString()).toBe('2002-11-03T03:00:00.000Z');
    expect(new Date(periodEnd(noon, 'day', zone)).toISOString()).toBe('2002-11-04T02:00:00.000Z');
    expect(new Date(endOfNext(['11-03'], noon, zone)).toISOString()).toBe(
      '2002-11-04T02:00:00.000Z',
    );
  });

  it('ends points at the end of the day it names, and keeps 29 February on the 28th', () => {
    const from = Date.parse('2026-11-22T00:00:00Z');
    expect(new Date(endOfNext(['03-31', '12-31'], from, 'Asia/Tokyo')).toISOString()).toBe(
      '2026-12-31T15:00:00.000Z',
    );
    expect(anniversaryIn('02-29', 2027)).toBe('02-28');
    expect(anniversaryIn('02-29', 2028)).toBe('02-29');
  });
});
