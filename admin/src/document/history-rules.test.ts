import { describe, expect, it } from 'vitest';
import { startHistory, step, stepBack, stepForward, type History } from './history-rules.ts';

/** A history that went through these states, each a change of another thing. */
const through = (first: number, ...states: readonly number[]): History<number> =>
  states.reduce((history, state) => step(history, state, `${state}`), startHistory(first));

describe('a history', () => {
  it('begins with one state, from which nobody can go', () => {
    const history = startHistory(1);
    expect(history).toEqual({ past: [], now: 1, future: [], last: null });
    expect(stepBack(history)).toBe(history);
    expect(stepForward(history)).toBe(history);
  });

  it('goes back and forward through its states, one by one', () => {
    const history = through(1, 2, 3);
    expect(history).toEqual({ past: [1, 2], now: 3, future: [], last: '3' });
    const back = stepBack(history);
    expect(back).toEqual({ past: [1], now: 2, future: [3], last: null });
    expect(stepBack(back)).toEqual({ past: [], now: 1, future: [2, 3], last: null });
    expect(stepForward(back)).toEqual({ past: [1, 2], now: 3, future: [], last: null });
  });

  it('has no future once another step is taken', () => {
    const history = step(stepBack(through(1, 2)), 3, 'other');
    expect(history).toEqual({ past: [1], now: 3, future: [], last: 'other' });
    expect(stepForward(history)).toBe(history);
  });
});

describe('a change of a thing', () => {
  const changed = (history: History<number>, thing: string | null): readonly number[] =>
    step(history, 9, thing).past;

  it.each([
    ['the same thing', 'title', [1]],
    ['another thing', 'name', [1, 2]],
    ['no thing that has a name', null, [1, 2]],
  ])('after one of a title, of %s, leaves the past %j', (_what, thing, past) => {
    expect(changed(step(startHistory(1), 2, 'title'), thing)).toEqual(past);
  });

  it('of a nameless thing is a step each time', () => {
    expect(changed(step(startHistory(1), 2, null), null)).toEqual([1, 2]);
  });

  it('is a step of its own after one was taken back or again, though the thing is the same', () => {
    const typed = through(1, 2, 3);
    expect(changed(stepBack(typed), '2')).toEqual([1, 2]);
    expect(changed(stepForward(stepBack(typed)), '3')).toEqual([1, 2, 3]);
  });

  it('is a step where there is nothing to go back to, though the thing is the same', () => {
    expect(changed({ past: [], now: 1, future: [], last: 'title' }, 'title')).toEqual([1]);
  });
});

it.each([
  [199, 199, 0],
  [200, 200, 0],
  [201, 200, 1],
  [500, 200, 300],
])('after %i steps %i can be taken back, to the state %i', (steps, back, first) => {
  const history = through(0, ...Array.from({ length: steps }, (_, index) => index + 1));
  expect([history.past.length, history.past[0]]).toEqual([back, first]);
});

it.each([
  [[], 0],
  [[2], 1],
  [[2, 3, 4, 5], 4],
])('all the way back through %j and forward again, by %i steps, ends where it began', (...row) => {
  const [states, steps] = row;
  const history = through(1, ...states);
  let walk = history;
  for (let count = 0; count < steps; count += 1) walk = stepBack(walk);
  expect([walk.past, walk.now, walk.future]).toEqual([[], 1, states]);
  for (let count = 0; count < steps; count += 1) walk = stepForward(walk);
  expect([walk.past, walk.now, walk.future]).toEqual([history.past, history.now, []]);
});
