import { describe, expect, it } from 'vitest';
import { cityOf, isFoundBy, timeThere } from './zone-rules.ts';

describe('a time zone', () => {
  it.each([
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
  ])('is called by its city: %s', (zone, city) => expect(cityOf(zone)).toBe(city));

  it('says what time it is there, and how far from UTC', () => {
    const at = Date.UTC(2026, 10, 28, 12);
    expect(timeThere('Asia/Tokyo', at, 'en')).toBe('9:00 PM (GMT+9)');
    expect(timeThere('America/New_York', at, 'en')).toBe('7:00 AM (GMT-5)');
  });
});

describe('what was typed', () => {
  it.each([
    ['New York', 'york', true],
    ['São Paulo', 'sao p', true],
    ['日本', '本', true],
    ['New York', 'paris', false],
    ['Tokyo', '', true],
  ])('finds %s by %s: %s', (text, typed, isFound) => expect(isFoundBy(text, typed)).toBe(isFound));
});
