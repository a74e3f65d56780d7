import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFloodGate, SAME_FAILURE_MS } from './flood-gate.ts';

describe('a flood of the same failure', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is one line at once and one a second after it, which says how many were left out', () => {
    const gate = createFloodGate();
    const lines: [string, number][] = [];
    const fail = (kind: string): void => gate(kind, (leftOut) => lines.push([kind, leftOut]));
    for (let i = 0; i < 100; i += 1) fail('busy');
    fail('storeUnavailable');
    expect(lines).toEqual([
      ['busy', 0],
      ['storeUnavailable', 0],
    ]);
    vi.advanceTimersByTime(SAME_FAILURE_MS - 1);
    expect(lines).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(lines.slice(2)).toEqual([['busy', 98]]);
    fail('busy');
    expect(lines).toHaveLength(3);
    vi.advanceTimersByTime(SAME_FAILURE_MS);
    expect(lines.slice(3)).toEqual([['busy', 0]]);
    vi.advanceTimersByTime(10 * SAME_FAILURE_MS);
    expect(lines).toHaveLength(4);
    fail('busy');
    expect(lines).toHaveLength(5);
    expect(vi.getTimerCount()).toBe(1);
  });
});
