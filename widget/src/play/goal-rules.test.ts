import type { Challenge } from '@okaeri/shared/play';
import type { Me } from '@okaeri/shared/storefront';
import { expect, test } from 'vitest';
import { baseOf, roundOf, runOf } from './goal-rules.ts';

const meAt = (progress: number, completed: number): Me =>
  ({ challenges: [{ id: 'one', progress, completed }] }) as unknown as Me;

test('a challenge that repeats begins anew after each time, and stays full after the last', () => {
  const challenge = { id: 'one', target: 3, repeats: 2 } as Challenge;
  expect(roundOf(challenge, meAt(2, 0))).toEqual({ progress: 2, completed: 0, isDone: false });
  expect(roundOf(challenge, meAt(4, 1))).toEqual({ progress: 1, completed: 1, isDone: false });
  expect(roundOf(challenge, meAt(9, 2))).toEqual({ progress: 3, completed: 2, isDone: true });
});

test('a challenge that is not begun is at nothing', () => {
  const challenge = { id: 'other', target: 3, repeats: 1 } as Challenge;
  expect(roundOf(challenge, meAt(2, 0))).toMatchObject({ progress: 0, isDone: false });
});

test('a run is full when it is completed, and never more or less than one run', () => {
  for (const length of [2, 3, 12, 104])
    for (let current = 1; current < 300; current += 1) {
      const full = runOf(current, length);
      expect(full > 0 && full <= length, `${current} of ${length}`).toBe(true);
      expect(full === length).toBe(current % length === 0);
    }
  expect(runOf(0, 3)).toBe(0);
});

test('badges beside each other have different forms', () => {
  for (const index of [0, 1, 2, 3, 4, 5]) expect(baseOf(index)).not.toBe(baseOf(index + 1));
});
