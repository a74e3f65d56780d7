import { describe, expect, it } from 'vitest';
import { compareStates, digestOf } from './newest-state-rules.ts';

describe('a state that arrives', () => {
  const mark = (updatedAt: number, body: unknown = {}) => ({ updatedAt, body });
  const [lesser, greater] = [{ a: 1 }, { a: 2 }].toSorted((a, b) =>
    digestOf(a) < digestOf(b) ? -1 : 1,
  );

  it.each([
    ['is newer where none is known', undefined, mark(0), 'newer'],
    ['is newer by an instant', mark(5, greater), mark(6, lesser), 'newer'],
    ['is stale by an instant', mark(5, lesser), mark(4, greater), 'stale'],
    [
      'is newer at the same instant with the greater digest',
      mark(5, lesser),
      mark(5, greater),
      'newer',
    ],
    [
      'is stale at the same instant with the lesser digest',
      mark(5, greater),
      mark(5, lesser),
      'stale',
    ],
    [
      'is the same at the same instant with the same digest',
      mark(5, lesser),
      mark(5, lesser),
      'same',
    ],
    [
      'is the same at the same instant with its members in another order',
      mark(5, { a: 1, b: 2 }),
      mark(5, { b: 2, a: 1 }),
      'same',
    ],
  ] as const)('%s', (_, known, arriving, result) => {
    expect(compareStates(known, arriving)).toBe(result);
  });

  it('has a digest in hexadecimal of 256 bits', () => {
    expect(digestOf({})).toMatch(/^[0-9a-f]{64}$/);
  });
});
