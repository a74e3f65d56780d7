import { describe, expect, it } from 'vitest';
import { GO_WITHIN_MS, letterAfterG } from './go-rules.ts';

const at = (key: string, atMs: number): { key: string; atMs: number } => ({ key, atMs });

describe('G and a letter', () => {
  it.each([
    ['names a page by the letter after G', at('g', 0), at('o', 300), 'o'],
    ['names it with the shift key or the caps lock on', at('G', 0), at('O', 300), 'o'],
    ['names it at the last moment', at('g', 0), at('o', GO_WITHIN_MS), 'o'],
    ['names none after that', at('g', 0), at('o', GO_WITHIN_MS + 1), null],
    ['names none after another key', at('x', 0), at('o', 300), null],
  ])('%s', (_title, before, now, letter) => {
    expect(letterAfterG(before, now)).toBe(letter);
  });

  it('names none where nothing was pressed before', () => {
    expect(letterAfterG(null, at('o', 0))).toBeNull();
  });
});
