import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  csatOf,
  isEnough,
  meanOf,
  npsOf,
  shareEstimate,
  type Estimate,
  type Histogram,
} from './score-rules.ts';

const CES = { min: 1, max: 7 };

/** Values one after another, as a histogram. */
const histogramOf = (values: readonly number[]): Histogram => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
/** Answers of which so many promote and so many do not. */
const npsAnswers = (n: number, promoters: number, detractors: number): Histogram =>
  new Map([
    [10, promoters],
    [8, n - promoters - detractors],
    [3, detractors],
  ]);
const sure = <T>(value: T | null): T => {
  if (value === null) throw new Error('There is no estimate.');
  return value;
};

describe('the net promoter score (E40, FJ 3.3)', () => {
  it.each([
    [120, 54, 30, 20, 5.187, 33.837],
    [64, 20, 22, -3.125, -22.266, 16.295],
    [1000, 420, 310, 11, 5.726, 16.208],
    [30, 0, 30, -100, -100, -78.698],
    [40, 40, 0, 100, 83.582, 100],
    [10, 10, 0, 100, 47.5, 100, 1],
    [100, 50, 20, 30, 14.1, 44.2, 1],
  ])('of %i answers, %i for and %i against, is %d, between %d and %d', (...row) => {
    const [n, promoters, detractors, value, low, high, digits = 3] = row;
    const nps = sure(npsOf(npsAnswers(n, promoters, detractors)));
    expect(nps.value).toBe(value);
    expect(nps.low).toBeCloseTo(low, digits);
    expect(nps.high).toBeCloseTo(high, digits);
    expect(nps).toMatchObject({ n, promoters, detractors });
  });

  it('counts 9 and 10 for, 0 to 6 against, 7 and 8 neither way', () => {
    const each = Array.from({ length: 11 }, (_, value) => value);
    expect(npsOf(histogramOf(each))).toMatchObject({ n: 11, promoters: 2, detractors: 7 });
  });

  it('of nobody is none', () => {
    expect(npsOf(new Map())).toBeNull();
    expect(npsOf(new Map([[9, 0]]))).toBeNull();
  });
});

describe('the mean of a scale (E40, FJ 3.3)', () => {
  it('has Student’s interval, to the last digit that is written down', () => {
    const ces = sure(meanOf(histogramOf([7, 6, 7, 5, 4, 6, 7, 2, 6, 7]), CES));
    expect(ces.value).toBeCloseTo(5.7, 12);
    expect(Math.sqrt(ces.variance * ces.n)).toBeCloseTo(1.636392, 6);
    expect(ces.low).toBeCloseTo(4.529396, 6);
    expect(ces.high).toBeCloseTo(6.870604, 6);
  });

  it('of one answer has no interval, and so is none', () => {
    expect(meanOf(histogramOf([7]), CES)).toBeNull();
  });

  it('of the same answer each time is certain', () => {
    expect(meanOf(histogramOf([7, 7, 7]), CES)).toMatchObject({ value: 7, low: 7, high: 7 });
  });
});

describe('the share of the content (E40, FJ 3.3)', () => {
  it('counts 4 and 5', () => {
    const csat = sure(csatOf(histogramOf([1, 2, 3, 4, 5, 5])));
    expect(csat.value).toBe(0.5);
    expect(csat.n).toBe(6);
  });

  it('of nobody is none', () => {
    expect(csatOf(new Map())).toBeNull();
  });

  it('has Wilson’s interval, to the last digit that is written down', () => {
    const csat = sure(
      csatOf(
        new Map([
          [5, 270],
          [2, 130],
        ]),
      ),
    );
    expect(csat.low).toBeCloseTo(0.627624, 6);
    expect(csat.high).toBeCloseTo(0.719047, 6);
  });
});

describe('a change between waves (E40, FJ 3.3)', () => {
  it('is this one less the one before, on the adjusted scores, with its p', () => {
    const now = sure(npsOf(npsAnswers(120, 54, 30)));
    const then = sure(npsOf(npsAnswers(150, 54, 54)));
    const change = changeBetween(now, then);
    expect(change.difference).toBeCloseTo(19.512, 3);
    expect(Math.sqrt(now.variance + then.variance)).toBeCloseTo(10.01, 3);
    expect(change.low).toBeCloseTo(-0.107, 3);
    expect(change.high).toBeCloseTo(39.131, 3);
    expect(change.difference / Math.sqrt(now.variance + then.variance)).toBeCloseTo(1.949, 3);
    expect(change.p).toBeCloseTo(0.0513, 4);
  });

  it('that nothing could hide is certain, and none is none', () => {
    const all = (value: number) => sure(meanOf(histogramOf([value, value, value]), CES));
    expect(changeBetween(all(7), all(5))).toEqual({ difference: 2, low: 2, high: 2, p: 0 });
    expect(changeBetween(all(7), all(7))).toEqual({ difference: 0, low: 0, high: 0, p: 1 });
  });
});

it('thirty answers are enough for a score, and 29 are not (E40)', () => {
  expect(isEnough(30)).toBe(true);
  expect(isEnough(29)).toBe(false);
});

const answersOf = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: 2, maxLength: 200 });

/** Each score, the range it lies in, and the same answers seen from the other end. */
const SCORES = [
  ['NPS', answersOf(0, 10), [-100, 100], npsOf],
  ['CSAT', answersOf(1, 5), [0, 1], csatOf],
  ['CES', answersOf(1, 7), [1, 7], (answers: Histogram) => meanOf(answers, CES)],
] as const;

describe.each(SCORES)('%s of any answers', (...[, answers, [min, max], scoreOf]) => {
  it('lies within its interval, and that within what the score can be', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const { value, low, high, variance } = sure<Estimate>(scoreOf(histogramOf(values)));
        expect(low).toBeGreaterThanOrEqual(min);
        expect(high).toBeLessThanOrEqual(max);
        expect(value).toBeGreaterThanOrEqual(low - 1e-9);
        expect(value).toBeLessThanOrEqual(high + 1e-9);
        expect(variance).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order in which they came, to the last bit', () => {
    const shuffled = answers.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffled, ([values, otherwise]) => {
        expect(scoreOf(histogramOf(otherwise))).toEqual(scoreOf(histogramOf(values)));
      }),
    );
  });

  it('has a change that turns its sign when the waves change places', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const [one, other] = [
          sure<Estimate>(scoreOf(histogramOf(a))),
          sure<Estimate>(scoreOf(histogramOf(b))),
        ];
        const [there, back] = [changeBetween(one, other), changeBetween(other, one)];
        expect(there.difference).toBeCloseTo(-back.difference, 9);
        expect(there.low).toBeCloseTo(-back.high, 9);
        expect(there.p).toBe(back.p);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('a score seen from the other end of its scale is the same with its sign turned', () => {
  fc.assert(
    fc.property(answersOf(1, 7), (values) => {
      const there = sure(meanOf(histogramOf(values), CES));
      const back = sure(meanOf(histogramOf(values.map((value) => 8 - value)), CES));
      expect(there.low).toBeCloseTo(8 - back.high, 9);
      expect(there.value).toBeCloseTo(8 - back.value, 9);
    }),
  );
});

it('p is below 5 % exactly where the interval of the change leaves out 0', () => {
  const share = fc
    .tuple(fc.integer({ min: 30, max: 300 }), fc.nat())
    .map(([of, seed]) => shareEstimate(seed % (of + 1), of));
  fc.assert(
    fc.property(share, share, (now, then) => {
      const { low, high, p } = changeBetween(now, then);
      expect(low > 0 || high < 0).toBe(p < 0.05);
    }),
  );
});
