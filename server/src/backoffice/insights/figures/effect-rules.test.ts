import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effectState, type Experiment } from './effect-rules.ts';

const DONE: Experiment = {
  heldShare: 0.1,
  endsOn: 100,
  outcomeDays: 60,
  asOf: 161,
  treated: { people: 4500, outcomes: 1080 },
  held: { people: 500, outcomes: 105 },
};

it.each([
  ['after the last window has passed', {}, 'done'],
  ['on the last day of it', { asOf: 160 }, 'measuring'],
  ['where nobody is held', { heldShare: 0 }, 'noHoldout'],
  [
    'with 388 held of 5,000',
    { treated: { people: 4612, outcomes: 900 }, held: { people: 388, outcomes: 90 } },
    'mismatch',
  ],
  [
    'with 522 held of 5,000',
    { treated: { people: 4478, outcomes: 900 }, held: { people: 522, outcomes: 90 } },
    'done',
  ],
  ['with 29 outcomes in an arm', { held: { people: 500, outcomes: 29 } }, 'notEnough'],
  ['with 30 outcomes in an arm', { held: { people: 500, outcomes: 30 } }, 'done'],
  [
    'with nobody in it',
    { treated: { people: 0, outcomes: 0 }, held: { people: 0, outcomes: 0 } },
    'notEnough',
  ],
  [
    'before the end, whatever the arms',
    { asOf: 100, held: { people: 5, outcomes: 1 } },
    'measuring',
  ],
])('%s an effect is as it is: %o → %s (E80)', (_, change, state) => {
  expect(effectState({ ...DONE, ...change })).toBe(state);
});

it('nothing is told of an experiment before its last window has passed, whatever happened in it (invariant 17)', () => {
  const arm = fc
    .nat(5000)
    .chain((people) => fc.nat(people).map((outcomes) => ({ people, outcomes })));
  const experiment = fc.record({
    heldShare: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    endsOn: fc.integer({ min: 20_000, max: 21_000 }),
    outcomeDays: fc.integer({ min: 1, max: 90 }),
    treated: arm,
    held: arm,
  });
  fc.assert(
    fc.property(experiment, fc.nat(500), (of, early) => {
      const last = of.endsOn + of.outcomeDays;
      expect(effectState({ ...of, asOf: last - early })).toBe('measuring');
      expect(effectState({ ...of, asOf: last + 1 })).not.toBe('measuring');
    }),
  );
});
