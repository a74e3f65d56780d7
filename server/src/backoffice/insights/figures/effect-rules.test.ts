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
