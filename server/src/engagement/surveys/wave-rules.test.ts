import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { closesAtOf, daysLater, isTaken, mailAtOf, saltOf, waveAt, waveOf } from './wave-rules.ts';
import { bucket } from '../../loyalty/contacts/bucket-rules.ts';

const at = (iso: string): number => Date.parse(iso);

describe('the wave of a calendar (E32)', () => {
  it.each([
    ['month', '2026-11-30T14:59:59Z', 'Asia/Tokyo', '2026-11'],
    ['month', '2026-11-30T15:00:00Z', 'Asia/Tokyo', '2026-12'],
    ['quarter', '2026-11-22T00:00:00Z', 'UTC', '2026Q4'],
    ['quarter', '2027-01-01T04:59:59Z', 'America/New_York', '2026Q4'],
    ['quarter', '2027-01-01T05:00:00Z', 'America/New_York', '2027Q1'],
    ['half', '2026-06-30T23:59:59Z', 'UTC', '2026H1'],
    ['half', '2026-07-01T00:00:00Z', 'UTC', '2026H2'],
    ['year', '2026-12-31T23:59:59Z', 'UTC', '2026'],
  ] as const)('every %s, at %s in %s, is %s', (every, now, timeZone, key) => {
    const of = { trigger: { kind: 'relational', every }, openDays: 14 } as const;
    expect(waveAt(of, at(now), timeZone)).toMatchObject({ key, opensAt: at(now) });
  });

  it('is open for its days of the local calendar, also over a change of clocks', () => {
    const of = { trigger: { kind: 'relational', every: 'quarter' }, openDays: 10 } as const;
    const wave = waveAt(of, at('2026-10-20T10:00:00Z'), 'Europe/Berlin');
    expect(wave?.closesAt).toBe(at('2026-10-30T11:00:00Z'));
  });

  it('of fixed dates is half open, and named by the day it opens', () => {
    const [opensAt, closesAt] = ['2026-11-30T15:00:00Z', '2026-12-05T00:00:00Z'];
    const of = { trigger: { kind: 'dates', opensAt, closesAt }, openDays: 14 } as const;
    expect(waveAt(of, at(opensAt) - 1, 'Asia/Tokyo')).toBeNull();
    expect(waveAt(of, at(opensAt), 'Asia/Tokyo')?.key).toBe('2026-12-01');
    expect(waveAt(of, at(closesAt), 'Asia/Tokyo')).toBeNull();
  });

  it('samples as the reference has it (E32)', () => {
    expect(bucket(saltOf('nps', '2026Q4'), 'c-1')).toBeCloseTo(0.554607061, 9);
    expect(bucket('wave:nps-2026q4', 'c-1')).toBeCloseTo(0.116590086, 9);
    expect(bucket('wave:nps-2026q4', '顧客-7')).toBeCloseTo(0.062889176, 9);
  });
});

describe('invariant 5: who is in a sample', () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `shopper-${index}`);
  const salt = saltOf('nps', '2026Q4');
  const inSample = (share: number): Set<string> =>
    new Set(ids.filter((id) => bucket(salt, id) < share));

  it('is a share within three standard deviations, and everybody still when it is raised', () => {
    let before = new Set<string>();
    for (const share of [0.05, 0.3, 0.5, 0.9]) {
      const now = inSample(share);
      const deviation = Math.sqrt(ids.length * share * (1 - share));
      expect(Math.abs(now.size - ids.length * share)).toBeLessThan(3 * deviation);
      expect([...before].every((id) => now.has(id))).toBe(true);
      before = now;
    }
  });
});

describe('the wave of an order (E32)', () => {
  it('opens some local days after it came, and closes its days later', () => {
    const wave = waveOf('o1', at('2026-10-23T10:00:00Z'), {
      afterDays: 3,
      openDays: 14,
      timeZone: 'Europe/Berlin',
    });
    expect(wave).toEqual({
      key: 'o1',
      opensAt: at('2026-10-26T11:00:00Z'),
      closesAt: at('2026-11-09T11:00:00Z'),
    });
  });
});

describe('the same local time days later (E4)', () => {
  it.each([
    ['a night an hour shorter', '2026-03-28T01:30:00Z', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['a night an hour longer', '2026-10-24T00:30:00Z', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['a zone without them', '2026-10-24T00:30:15.5Z', 'Asia/Tokyo', '2026-10-25T00:30:15.5Z'],
  ])('is right over %s', (_case, from, timeZone, until) => {
    expect(daysLater(at(from), 1, timeZone)).toBe(at(until));
  });
});

describe('the e-mails of a wave (E118)', () => {
  const wave = {
    key: 'k',
    opensAt: at('2026-10-01T00:00:00Z'),
    closesAt: at('2026-10-15T00:00:00Z'),
  };
  const asked = { mailAfterDays: 3, timeZone: 'UTC', isOfMany: true };

  it('are spread over its days, never all when it opens nor after it closes', () => {
    const times = Array.from({ length: 1000 }, (_, index) =>
      mailAtOf(wave, { ...asked, place: index / 1000 }),
    );
    const days = new Map<number | null, number>();
    for (const time of times) days.set(time, (days.get(time) ?? 0) + 1);
    expect(days.size).toBe(11);
    expect(Math.max(...days.values())).toBeLessThan(100);
    expect(times[0]).toBe(wave.opensAt + 3 * DAY_MS);
    expect(Math.max(...times.map((time) => time ?? 0))).toBeLessThan(wave.closesAt);
  });

  it('of one order leave once their days have passed', () => {
    const of = { ...asked, isOfMany: false, place: 0.9 };
    expect(mailAtOf(wave, of)).toBe(wave.opensAt + 3 * DAY_MS);
  });

  it('are none where it closes before, or the shop wants none', () => {
    expect(mailAtOf(wave, { ...asked, mailAfterDays: 14, place: 0 })).toBeNull();
    expect(mailAtOf(wave, { ...asked, mailAfterDays: null, place: 0 })).toBeNull();
  });
});

describe('the end of a wave (E37)', () => {
  it('is half open, and 24 hours later for forms that were open', () => {
    const closesAt = 1_000_000_000;
    const grace = LIMITS.surveyGraceHours * HOUR_MS;
    expect(isTaken({ closesAt, openedAt: null }, closesAt - 1)).toBe(true);
    expect(isTaken({ closesAt, openedAt: null }, closesAt)).toBe(false);
    expect(isTaken({ closesAt, openedAt: 1 }, closesAt + grace - 1)).toBe(true);
    expect(isTaken({ closesAt, openedAt: 1 }, closesAt + grace)).toBe(false);
  });

  it('is that of its survey, where that ends before', () => {
    expect(closesAtOf({ closesAt: 10 }, { endedAt: 5 })).toBe(5);
    expect(closesAtOf({ closesAt: 10 }, { endedAt: 50 })).toBe(10);
    expect(closesAtOf({ closesAt: 10 }, { endedAt: null })).toBe(10);
  });
});
