import { caseSettings } from '@okaeri/shared/case-settings';
import { describe, expect, it } from 'vitest';
import { reasonFor, saysHarm } from './opening-rules.ts';

const SETTINGS = caseSettings.parse({});

describe('a score', () => {
  it.each([
    ['nps', 6, 7, 'npsLow'],
    ['csat', 2, 3, 'csatLow'],
    ['ces', 3, 4, 'cesLow'],
    ['review', 2, 3, 'reviewLow'],
  ] as const)('of %s up to %d opens a case, and of %d none (E42)', (by, low, high, reason) => {
    expect(reasonFor({ by, score: low }, SETTINGS)).toBe(reason);
    expect(reasonFor({ by, score: high }, SETTINGS)).toBeNull();
    expect(reasonFor({ by, score: 0 }, { opensFor: [] })).toBeNull();
  });
});

describe('words of harm', () => {
  it.each([
    ['I had an ALLERGIC reaction', true],
    ['it smells of a rash decision', true],
    ['the trash was full', false],
    ['unhurt, thank you', false],
    ['肌がかぶれました', true],
    ['ｱﾚﾙｷﾞｰが出ました', true],
    ['Mein Sohn hat sich verletzt.', true],
    ['tuve una reacción alérgica', true],
    ['all is well', false],
    ['', false],
  ])('"%s" are found where a word begins with one, in whatever writing (E42)', (words, found) => {
    expect(saysHarm(words, SETTINGS)).toBe(found);
  });

  it('are those of the shop where it wrote its own, as they stand and not as patterns (E42)', () => {
    expect(saysHarm('a+b', { harmWords: { en: ['a+'] } })).toBe(true);
    expect(saysHarm('aab', { harmWords: { en: ['a+'] } })).toBe(false);
    expect(saysHarm('allergic', { harmWords: {} })).toBe(false);
  });
});
