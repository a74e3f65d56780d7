import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  askFor,
  openForMarketing,
  settleContacts,
  subscriber,
  TAKES_ALL,
} from '../../testing/marketing-acts.ts';
import { REACHABLE, touch, day } from '../../testing/touches.ts';
import { openWorld } from '../../testing/world.ts';
import { findExisting } from '../shoppers/lock-shopper.ts';
import { bucket } from './bucket-rules.ts';
import { decideTouch, LATE_MS } from './decide-touch-rules.ts';

const MILLION = 1_000_000;
const OPEN = { quietHours: { from: 0, to: 0 }, daysBetween: 0, perMonth: 30 };

describe.each(ENGINES)('arms of the programme’s holdout, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
  });
  afterEach(() => test.dispose());

  it('invariant 5: are a function of the internal id, and a share that is raised keeps everybody held', async () => {
    const world = await openWorld(test.store, undefined, TAKES_ALL);
    await openForMarketing(world, OPEN);
    const people = Array.from({ length: 8 }, (_, at) => `p${at}`);
    for (const who of people) await subscriber(world, who);
    const { shopId } = world.keys;
    const idOf = async (externalId: string): Promise<string> =>
      (await world.deps.store.read((tx) => findExisting(tx, { shopId, externalId })))?.id ?? '';
    const heldAt = async (programmeHoldoutPpm: number): Promise<readonly string[]> => {
      await settleContacts(world, { ...OPEN, programmeHoldoutPpm });
      const held: string[] = [];
      for (const id of people) {
        const { decision } = await askFor(world.deps, world, { id });
        if (decision === 'held') held.push(id);
        const expected =
          bucket('holdout:programme', await idOf(id)) < programmeHoldoutPpm / MILLION;
        expect(decision).toBe(expected ? 'held' : 'sent');
      }
      world.clock.at += 31 * DAY_MS;
      return held;
    };
    const share = fc.integer({ min: 0, max: MILLION });
    await fc.assert(
      fc.asyncProperty(share, share, async (one, other) => {
        const [few, many] = [
          await heldAt(Math.min(one, other)),
          await heldAt(Math.max(one, other)),
        ];
        expect(many).toEqual(expect.arrayContaining([...few]));
      }),
      { numRuns: 5 },
    );
  });
});

const person = fc.record({
  isBlocked: fc.boolean(),
  hasChannel: fc.boolean(),
  hasAddress: fc.boolean(),
  isSuppressed: fc.boolean(),
  hasConsent: fc.boolean(),
  mayProfile: fc.boolean(),
});

it('invariant 5: who is held is kept from a touch for the same reasons as who is treated, and for no other', () => {
  const wish = fc.record({
    person: fc.oneof(fc.constant(REACHABLE), person),
    definition: fc.constantFrom('running', 'paused', 'ended', 'exited', 'subjectGone'),
    isProfiled: fc.boolean(),
    touchClass: fc.constantFrom('service', 'relationship', 'marketing'),
    validUntil: fc.integer({ min: day(0) - 2 * LATE_MS, max: day(0) + 2 * LATE_MS }),
  });
  const around = {
    counted: [],
    planned: [],
    settings: { daysBetween: 7, perMonth: 4 },
    now: day(0),
  };
  fc.assert(
    fc.property(wish, (change) => {
      const treated = decideTouch(touch({ ...change, arm: 'treated' }), around);
      const held = decideTouch(touch({ ...change, arm: 'held' }), around);
      if (treated.decision === 'sent') expect(held).toEqual({ decision: 'held' });
      else expect(held).toEqual(treated);
    }),
  );
});
