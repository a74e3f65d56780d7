import { describe, expect, it } from 'vitest';
import { createExperiment, type DrawnTouch } from './experiment-rules.ts';

const touch = (shopperId: string, day: number, change: Partial<DrawnTouch> = {}): DrawnTouch => ({
  shopperId,
  arm: 'treated',
  day,
  unsubscribed: false,
  complained: false,
  ...change,
});
const begin = () => createExperiment({ asOf: 300, outcomeDays: 60, latelyDays: 90 });
const day = (at: number, valueMinor = 100) => ({ day: at, valueMinor });

describe('an experiment by intention to treat (E80)', () => {
  it('counts who bought in the 60 days after their first message, and what they spent before and after', () => {
    const experiment = begin();
    experiment.reach(touch('a', 120));
    experiment.reach(touch('a', 100));
    experiment.reach(touch('b', 100, { arm: 'held' }));
    experiment.reach(touch('c', 100));
    experiment.bought('a', [day(39), day(40, 7), day(99, 3), day(100, 50), day(160, 20), day(161)]);
    experiment.bought('b', [day(100), day(161)]);
    experiment.bought('elsewhere', [day(120)]);
    expect(experiment.read()).toEqual({
      treated: {
        people: 2,
        outcomes: 1,
        unsubscribed: 0,
        complained: 0,
        spending: [
          { pre: 10, post: 20 },
          { pre: null, post: 0 },
        ],
      },
      held: {
        people: 1,
        outcomes: 0,
        unsubscribed: 0,
        complained: 0,
        spending: [{ pre: null, post: 0 }],
      },
      boughtLately: 0,
    });
  });

  it('leaves out who has messages of both arms, and who belongs to the shop', () => {
    const experiment = begin();
    experiment.reach(touch('a', 100));
    experiment.reach(touch('a', 110, { arm: 'held' }));
    experiment.reach(touch('staff', 100));
    experiment.leaveOut('staff');
    const { treated, held } = experiment.read();
    expect([treated.people, held.people]).toEqual([0, 0]);
  });

  it('counts whoever unsubscribed or complained once, and who bought lately', () => {
    const experiment = begin();
    experiment.reach(touch('a', 100, { unsubscribed: true }));
    experiment.reach(touch('a', 110, { complained: true }));
    experiment.bought('a', [day(211)]);
    expect(experiment.read()).toMatchObject({
      treated: { people: 1, unsubscribed: 1, complained: 1, outcomes: 0 },
      boughtLately: 1,
    });
  });
});
