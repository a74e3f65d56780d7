import { describe, expect, it } from 'vitest';
import { createMap, type MapTouch } from './map-rules.ts';

const touch = (shopperId: string, day: number, change: Partial<MapTouch> = {}): MapTouch => ({
  shopperId,
  kind: 'nextStep',
  arm: 'treated',
  day,
  reachedOn: day,
  ...change,
});
const begin = () => createMap({ asOf: 300, outcomeDays: 60 });
const STAGES = ['consideration', 'onboarding', 'loyal', 'lapsed'] as const;

describe('the journey map (E82)', () => {
  it('puts a message into the stage its reader stood in when the day began', () => {
    const map = begin();
    map.reach(touch('a', 100));
    map.reach(touch('b', 100));
    map.reach(touch('c', 100));
    map.reach(touch('d', 100));
    map.reach(touch('e', 100));
    map.went('a', [
      { day: 50, from: null, to: 'consideration' },
      { day: 100, from: 'consideration', to: 'onboarding' },
    ]);
    map.went('b', [{ day: 120, from: 'loyal', to: 'lapsed' }]);
    map.went('c', [{ day: 100, from: null, to: 'consideration' }]);
    map.stands('d', 'lapsed');
    const found = map.read(STAGES);
    const reach = STAGES.map((stage) => found.get(stage)?.cells.map((cell) => cell.reach));
    // Nobody knows where e stood.
    expect(reach).toEqual([[2], [], [1], [1]]);
    expect(STAGES.map((stage) => found.get(stage)?.people)).toEqual([1, 1, 0, 2]);
  });

  it('counts a person once for each kind, from the first message that came, and acts within the days after it', () => {
    const map = begin();
    map.reach(touch('a', 110, { reachedOn: 112 }));
    map.reach(touch('a', 100, { reachedOn: null }));
    map.reach(touch('b', 100));
    map.reach(touch('b', 100, { kind: 'survey' }));
    map.reach(touch('c', 100, { reachedOn: null }));
    for (const shopper of ['a', 'b', 'c']) map.stands(shopper, 'loyal');
    // The day of the message is none after it; 60 days later is one.
    map.bought('a', [112, 172]);
    map.bought('b', [100, 161]);
    map.bought('c', [101]);
    const cells = map.read(STAGES).get('loyal')?.cells;
    expect(cells).toEqual([
      {
        kind: 'nextStep',
        reach: 2,
        acted: { count: 1, of: 2 },
        // By intention to treat: the message of c never came, and those of a count from the first.
        treated: { people: 3, outcomes: 2 },
        held: { people: 0, outcomes: 0 },
      },
      {
        kind: 'survey',
        reach: 1,
        acted: { count: 0, of: 1 },
        treated: { people: 1, outcomes: 0 },
        held: { people: 0, outcomes: 0 },
      },
    ]);
  });

  it('tells no share of those whose days still run', () => {
    const map = begin();
    map.reach(touch('a', 239));
    map.reach(touch('b', 240));
    map.stands('a', 'loyal');
    map.stands('b', 'loyal');
    map.bought('b', [241]);
    expect(map.read(STAGES).get('loyal')?.cells[0]).toMatchObject({
      reach: 2,
      acted: { count: 0, of: 1 },
    });
  });

  it('leaves people with messages of both arms out of either, and insiders out of everything', () => {
    const map = begin();
    map.reach(touch('a', 100, { arm: 'held', reachedOn: null }));
    map.reach(touch('b', 100, { arm: 'held', reachedOn: null }));
    map.reach(touch('b', 130));
    map.reach(touch('staff', 100));
    map.leaveOut('staff');
    for (const shopper of ['a', 'b', 'staff']) map.stands(shopper, 'loyal');
    map.bought('a', [150]);
    expect(map.read(STAGES).get('loyal')?.cells[0]).toMatchObject({
      reach: 1,
      treated: { people: 0 },
      held: { people: 1, outcomes: 1 },
    });
  });

  it('counts days in a stage, those that still run to the day, and never what came after it', () => {
    const map = begin();
    map.went('a', [
      { day: 100, from: null, to: 'onboarding' },
      { day: 130, from: 'onboarding', to: 'loyal' },
      { day: 310, from: 'loyal', to: 'lapsed' },
    ]);
    map.went('b', [{ day: 290, from: 'consideration', to: 'onboarding' }]);
    map.went('later', [{ day: 301, from: null, to: 'onboarding' }]);
    map.went('lately', [{ day: 301, from: 'loyal', to: 'lapsed' }]);
    const found = map.read(STAGES);
    expect(found.get('onboarding')?.stays).toEqual({
      closed: new Map([[30, 1]]),
      open: new Map([[10, 1]]),
    });
    // How long somebody had stood where their first change began, nobody knows.
    expect(found.get('loyal')?.stays).toEqual({ closed: new Map(), open: new Map([[170, 1]]) });
    expect(found.get('consideration')?.stays.closed.size).toBe(0);
    expect(STAGES.map((stage) => found.get(stage)?.people)).toEqual([0, 1, 2, 0]);
  });
});
