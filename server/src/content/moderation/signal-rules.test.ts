import { describe, expect, it } from 'vitest';
import { cleanWords } from '@okaeri/shared/words';
import { REVIEWS_PER_DAY, signalsOf, type LookedAt } from './signal-rules.ts';

const look = (change: Partial<LookedAt>): readonly string[] =>
  signalsOf({
    title: null,
    body: 'It pours well and keeps warm.',
    name: 'Ada',
    textKnown: false,
    photoKnown: false,
    writtenToday: 0,
    languages: [],
    trapped: false,
    unproven: false,
    ...change,
  });

describe('what a person should see before a review is shown', () => {
  it('is nothing, for words as people write them', () => {
    for (const body of [
      'It pours well and keeps warm.',
      'Bought 2 for 1,299.00 on 2026-11-22, size 38.5. No. 12345678 on the box!',
      'お茶がとてもおいしいです。また買います。',
      'TOP! Sehr schön, passt perfekt.',
      'Sooooo good!!! 10/10 would buy again...',
      'شاي رائع، شكرا لكم',
    ])
      expect(look({ body })).toEqual([]);
  });

  it.each([
    ['link', 'see http://x.example/a'],
    ['link', 'cheaper at my-shop.store'],
    ['contactData', 'write to ada.l@example.org'],
    ['contactData', 'call +49 (0)171 234 56 78'],
    ['shouting', 'THIS IS THE WORST TEAPOT EVER'],
    ['gibberish', 'aaaaaaaaaaaaaaaaa'],
  ])('is a %s in the text, the title or the name', (signal, words) => {
    expect(look({ body: words })).toContain(signal);
    expect(look({ title: words })).toContain(signal);
    expect(look({ name: words })).toContain(signal);
  });

  it('is what somebody has said or shown before, and more than anybody writes in a day', () => {
    expect(look({ textKnown: true })).toEqual(['repeatedText']);
    expect(look({ textKnown: true, body: 'Great!' })).toEqual([]);
    expect(look({ photoKnown: true })).toEqual(['repeatedPhoto']);
    expect(look({ writtenToday: REVIEWS_PER_DAY - 1 })).toEqual([]);
    expect(look({ writtenToday: REVIEWS_PER_DAY })).toEqual(['manyAtOnce']);
  });

  it('is the same text from 24 characters on', () => {
    expect(look({ textKnown: true, body: 'It pours well and warms.' })).toEqual(['repeatedText']);
    expect(look({ textKnown: true, body: 'It pours well and warms' })).toEqual([]);
  });

  it('is one more review than ten in a day', () => {
    expect(look({ writtenToday: 9 })).toEqual([]);
    expect(look({ writtenToday: 10 })).toEqual(['manyAtOnce']);
  });

  it.each([
    ['20 letters, all of them capitals', 'GREATTEAPOTGREATTEAS', true],
    ['19 letters, all of them capitals', 'GREATTEAPOTGREATTEA', false],
    ['20 letters, four of five of them capitals', 'GREATTEAPOTGREATteas', true],
    ['20 letters, a little less of them capitals', 'GREATTEAPOTGREAtteas', false],
    ['many small letters beside few capitals', `${'word '.repeat(20)}OK`, false],
    ['19 capitals and no small letter', 'ABCDEFGHIJKLMNOPQRS', false],
    ['small letters alone', 'great teapot, great teas', false],
  ])('is shouting or not for %s', (_, body, isShouting) => {
    expect(look({ body }).includes('shouting')).toBe(isShouting);
  });

  it('is found whatever the text is: a pattern that went back and forth would not end', () => {
    const parts = ['a', '1 ', 'a.', '-', `<foo bar= ${' -=""'.repeat(50)}`, 'www', '@', '(1'];
    for (const part of parts) {
      const body = part.repeat(Math.ceil(5000 / part.length)).slice(0, 5000);
      expect(look({ body })).not.toContain('repeatedText');
    }
  });
});

describe('words', () => {
  it('are kept without what cannot be seen, and with what can', () => {
    expect(cleanWords('  a\u202Eb\u200Bc\u0000d \r\n\r\n\r\n\r\ne\t ')).toBe('abcd\n\ne');
    expect(cleanWords('e\u0301')).toBe('\u00E9');
    expect(cleanWords('👩‍🚀 می‌خواهم')).toBe('👩‍🚀 می‌خواهم');
    expect(cleanWords('\uD800x')).toBe('x');
  });
});
