import { describe, expect, it } from 'vitest';
import { cases as english } from '../i18n/en/cases/cases.ts';
import { cases as japanese } from '../i18n/ja/cases/cases.ts';
import { isLate } from './case-words.ts';

describe('a case past its time', () => {
  it('is late while it is open, and no longer once it waits for the shopper', () => {
    expect(isLate({ state: 'open', overdue: true })).toBe(true);
    expect(isLate({ state: 'waiting', overdue: true })).toBe(false);
    expect(isLate({ state: 'open', overdue: false })).toBe(false);
  });
});

describe('what happened to a case', () => {
  it.each([
    ['English', english.says],
    ['Japanese', japanese.says],
  ])('is followed by its time, so that it is no sentence of its own, in %s', (_language, says) => {
    // These stand below the line with the time.
    const { score: _score, withdrawn: _withdrawn, harm: _harm, ...acts } = says;
    for (const text of Object.values(acts))
      expect(typeof text === 'string' ? text : text('1')).not.toMatch(/[.。]$/);
  });
});
