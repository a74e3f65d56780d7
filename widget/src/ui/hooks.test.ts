import { describe, expect, it } from 'vitest';
import {
  drawWith,
  endEffects,
  runEffects,
  useEffect,
  useMemo,
  useRef,
  type Slots,
} from './hooks.ts';

/** A component that calls hooks, as it is drawn, shown and taken away. */
const component = (draw: () => void) => {
  const slots: Slots = [];
  return {
    draw() {
      drawWith(slots);
      draw();
    },
    settle: () => runEffects(slots),
    end: () => endEffects(slots),
  };
};

describe('useMemo and useRef', () => {
  it('keep what was made until something it depends on changes', () => {
    let [made, shop] = [0, 'a'];
    const seen: unknown[] = [];
    const one = component(() => {
      const value = useMemo(() => `${shop}${++made}`, [shop]);
      const ref = useRef(0);
      ref.current += 1;
      seen.push([value, ref.current]);
    });
    one.draw();
    one.draw();
    shop = 'b';
    one.draw();
    expect(seen).toEqual([
      ['a1', 1],
      ['a1', 2],
      ['b2', 3],
    ]);
  });

  it('tell NaN from nothing else, as a value that stays', () => {
    let made = 0;
    const one = component(() => void useMemo(() => (made += 1), [Number.NaN]));
    one.draw();
    one.draw();
    expect(made).toBe(1);
  });

  it('of two components that are drawn in turn do not know of each other', () => {
    const seen: number[] = [];
    const make = (first: number) => component(() => void seen.push((useRef(first).current += 1)));
    const [left, right] = [make(0), make(10)];
    for (const one of [left, right, left, right]) one.draw();
    expect(seen).toEqual([1, 11, 2, 12]);
  });
});

describe('useEffect', () => {
  it('begins after the drawing, and again, once the one before has ended, when what it depends on changes', () => {
    const log: string[] = [];
    let page = 'home';
    const one = component(() => {
      const { current } = useRef(page);
      useEffect(() => {
        const shown = page;
        log.push(`begin ${shown}`);
        return () => log.push(`end ${shown}`);
      }, [page]);
      log.push(`draw ${current}`);
    });
    one.draw();
    one.settle();
    one.draw();
    one.settle();
    page = 'earn';
    one.draw();
    one.settle();
    one.end();
    expect(log).toEqual([
      'draw home',
      'begin home',
      'draw home',
      'draw home',
      'end home',
      'begin earn',
      'end earn',
    ]);
  });

  it('begins each time where nothing is said that it depends on', () => {
    let begun = 0;
    const one = component(() => useEffect(() => void (begun += 1)));
    for (let time = 0; time < 3; time += 1) {
      one.draw();
      one.settle();
    }
    expect(begun).toBe(3);
  });

  it('does not begin in a component that is gone before it is its turn', () => {
    let begun = 0;
    const one = component(() => useEffect(() => void (begun += 1), []));
    one.draw();
    one.end();
    one.settle();
    expect(begun).toBe(0);
  });
});
