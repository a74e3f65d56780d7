import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantRoom } from './part-rules.ts';

const none = { points: Infinity, until: null };
const before = { room: 5, asked: 10, at: 1, used: 4, until: 77 };

describe('room that is asked for first', () => {
  it.each([
    ['all of it, where nothing limits it', 10, none, 10, null],
    ['what there is, where it is less', 10, { points: 4, until: 99 }, 4, 99],
    ['all of it, where there is as much', 10, { points: 10, until: 99 }, 10, 99],
    ['nothing, where there is none', 10, { points: 0, until: 99 }, 0, 99],
    ['nothing, where others have used more than there is', 10, { points: -3, until: 99 }, 0, 99],
  ])('is granted: %s', (...[, desired, room, granted, until]) => {
    expect(grantRoom(null, { desired, at: 7 }, room)).toEqual({
      room: granted,
      asked: desired,
      at: 7,
      used: 0,
      until,
    });
  });

  it('of no points is granted as none, and says no time', () => {
    expect(grantRoom(null, { desired: 0, at: 7 }, { points: 4, until: 99 })).toEqual({
      room: 0,
      asked: 0,
      at: 7,
      used: 0,
      until: null,
    });
  });
});

describe('room that was granted', () => {
  it.each([
    ['as much is needed', 10],
    ['less is needed', 9],
    ['nothing is needed', 0],
  ])('stays as it is where %s, whatever room there is now', (_, desired) => {
    expect(grantRoom(before, { desired, at: 8 }, none)).toEqual(before);
  });

  it.each([
    ['a point more is needed and there is room', 11, 99, { room: 6, asked: 11 }],
    ['more is needed and there is room for some', 20, 8, { room: 8, asked: 20 }],
    ['more is needed and there is just what it has', 20, 5, { room: 5, asked: 20 }],
    ['more is needed and there is less than it has', 20, 3, { room: 5, asked: 20 }],
  ])('grows by what is missing alone where %s', (_, desired, points, granted) => {
    expect(grantRoom(before, { desired, at: 8 }, { points, until: 88 })).toEqual({
      ...before,
      ...granted,
      until: 88,
    });
  });
});

it('room never shrinks, and is never more than was asked for or than there is beyond what it had', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(60))), (steps) => {
      let grant: ReturnType<typeof grantRoom> | null = null;
      for (const [desired, points] of steps) {
        const had: number = grant?.room ?? 0;
        grant = grantRoom(grant, { desired, at: 0 }, { points, until: null });
        expect(grant.room).toBeGreaterThanOrEqual(had);
        expect(grant.room).toBeLessThanOrEqual(Math.min(grant.asked, Math.max(had, points)));
      }
    }),
  );
});
