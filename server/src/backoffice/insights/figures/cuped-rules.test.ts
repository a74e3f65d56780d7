import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuped, type Spending } from './cuped-rules.ts';

describe('CUPED (E80)', () => {
  const rows = (text: string): Spending[] =>
    text.split(' · ').map((row) => {
      const [pre = 0, post = 0] = row.split(',').map(Number);
      return { pre, post };
    });
  const TREATED = rows(
    '20,35 · 0,10 · 50,60 · 10,0 · 30,45 · 80,95 · 5,20 · 40,42 · 0,0 · 60,88 · 25,30 · 15,25',
  );
  const HELD = rows('22,25 · 0,0 · 48,50 · 12,10 · 35,30 · 75,80 · 8,0 · 45,52');

  it('of the reference adjusts 6.625 to 9.725859, 3.699805 to 15.751913', () => {
    const { theta, rhoSquare, between } = cuped(TREATED, HELD);
    expect(theta).toBeCloseTo(1.144933, 6);
    expect(rhoSquare).toBeCloseTo(0.916279, 6);
    expect(between?.difference).toBeCloseTo(9.725859, 6);
    expect(between?.deviation).toBeCloseTo(2.853774, 6);
    expect(between?.freedom).toBeCloseTo(16.812584, 6);
    expect(between?.low).toBeCloseTo(3.699805, 6);
    expect(between?.high).toBeCloseTo(15.751913, 6);
  });

  it.each([
    ['the same for all', 7],
    ['not known of anybody', null],
  ])('a past that is %s leaves the plain 6.625, −21.789935 to 35.039935', (_, pre) => {
    const plain = (group: readonly Spending[]) => group.map(({ post }) => ({ pre, post }));
    const { theta, between } = cuped(plain(TREATED), plain(HELD));
    expect(theta).toBe(0);
    expect(between?.difference).toBeCloseTo(6.625, 10);
    expect(between?.deviation).toBeCloseTo(13.410697, 6);
    expect(between?.low).toBeCloseTo(-21.789935, 6);
    expect(between?.high).toBeCloseTo(35.039935, 6);
  });

  it('1000 more before for everybody changes nothing', () => {
    const more = (group: readonly Spending[]) =>
      group.map(({ pre, post }) => ({ pre: (pre ?? 0) + 1000, post }));
    expect(cuped(more(TREATED), more(HELD)).between?.low).toBeCloseTo(3.699805, 6);
  });

  it('whoever has no past counts and adjusts nothing', () => {
    const { theta, treated } = cuped([...TREATED, { pre: null, post: 40 }], HELD);
    expect(theta).toBeCloseTo(1.144933, 1);
    expect(treated.n).toBe(13);
  });

  it('no order of people shows in any digit', () => {
    const group = fc.array(fc.record({ pre: fc.option(fc.nat(100_000)), post: fc.nat(100_000) }), {
      minLength: 2,
    });
    fc.assert(
      fc.property(group, group, (a, b) => {
        expect(cuped(a.toReversed(), b.toReversed())).toEqual(cuped(a, b));
      }),
    );
  });
});
