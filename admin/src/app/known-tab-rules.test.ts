import { describe, expect, it } from 'vitest';
import { isUnknownTab } from './known-tab-rules.ts';

describe('a tab that an address names', () => {
  it.each([
    ['is unknown where the page does not have it', 'nothing', true],
    ['is known where the page has it', 'tiers', false],
    ['is known where the address names none', undefined, false],
  ])('%s', (_title, asked, isUnknown) => {
    expect(isUnknownTab(['draft', 'tiers'], asked)).toBe(isUnknown);
  });
});
