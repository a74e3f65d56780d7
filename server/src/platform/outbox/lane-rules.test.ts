import { expect, it } from 'vitest';
import { LANE_WIDTH, LANES } from './lane-rules.ts';

it.each([
  ['awaited', 4],
  ['mail', 1],
  ['fetch', 1],
  ['platform', 4],
  ['webhook', 24],
] as const)('of the lane "%s" %i leave at once', (lane, width) => {
  expect(LANE_WIDTH[lane]).toBe(width);
});

it('every lane that has a width is worked, each once, and what is waited for comes first', () => {
  expect(LANES.toSorted()).toEqual(Object.keys(LANE_WIDTH).toSorted());
  expect(LANES[0]).toBe('awaited');
});
