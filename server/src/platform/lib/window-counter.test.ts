import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindowCounter } from './window-counter.ts';

describe('a window counter', () => {
  it('counts each key by itself and says how long the window still lasts', () => {
    let at = 0;
    const count = createWindowCounter(1000, () => at);
    expect(count('a')).toEqual({ count: 1, msLeft: 1000 });
    at = 400;
    expect(count('a')).toEqual({ count: 2, msLeft: 600 });
    expect(count('b')).toEqual({ count: 1, msLeft: 600 });
  });

  it('counts in the last millisecond of a window, and starts anew with the next', () => {
    let at = 0;
    const count = createWindowCounter(1000, () => at);
    count('a');
    at = 999;
    expect(count('a')).toEqual({ count: 2, msLeft: 1 });
    at = 1000;
    expect(count('a')).toEqual({ count: 1, msLeft: 1000 });
  });

  it('gives no key more than its limit within any one window, however requests come', () => {
    const steps = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), wait: fc.nat(700) }));
    fc.assert(
      fc.property(steps, (taken) => {
        let at = 0;
        const count = createWindowCounter(1000, () => at);
        const windows = new Map<string, number>();
        for (const { key, wait } of taken) {
          at += wait;
          const { count: counted, msLeft } = count(key);
          const window = `${key} ${at + msLeft}`;
          windows.set(window, (windows.get(window) ?? 0) + 1);
          expect(counted).toBe(windows.get(window));
          expect(msLeft).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('one that is given back', () => {
  it('is counted no more, and never below nothing', () => {
    let at = 0;
    const count = createWindowCounter(1000, () => at);
    count('a');
    count('a');
    count.giveBack('a');
    expect(count('a').count).toBe(2);
    for (let times = 0; times < 3; times += 1) count.giveBack('a');
    count.giveBack('b');
    expect([count('a').count, count('b').count]).toEqual([1, 1]);
  });

  it('in a later window takes nothing from it', () => {
    let at = 0;
    const count = createWindowCounter(1000, () => at);
    count('a');
    at = 1000;
    count.giveBack('a');
    count('a');
    expect(count('a').count).toBe(2);
  });
});
