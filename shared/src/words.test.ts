import { describe, expect, it } from 'vitest';
import { cleanWords } from './words.ts';

describe('words as they are kept', () => {
  it('have no blanks before a break, and at most one empty line at a time', () => {
    expect(cleanWords(' a \t \r\n\u3000\n \n\n b\u00a0\nc ')).toBe('a\n\n b\nc');
  });

  it('are cleaned in time that grows with their length, however many blanks they have', () => {
    // With time that grows with the square this would take an hour.
    expect(cleanWords(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002);
  });
});
