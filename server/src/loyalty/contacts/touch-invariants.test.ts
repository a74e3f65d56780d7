import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  askFor,
  planFor,
  openForMarketing,
  subscriber,
  TAKES_ALL,
  withKind,
} from '../../testing/marketing-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { Deps } from '../../deps.ts';

const RUNS = 30;
const BUDGET = { daysBetween: 3, perMonth: 3 };

/** What happens to two people: something is asked for, dismissed, or time goes by; and they may turn out to be one. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('ask' as const),
      who: fc.constantFrom('a', 'b'),
      channel: fc.constantFrom('email' as const, 'page' as const),
      kind: fc.constantFrom('nextStep' as const, 'reviewRequest' as const),
      subject: fc.constantFrom('s1', 's2', 's3'),
      priority: fc.integer({ min: 0, max: 100 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 120 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('dismiss' as const),
      who: fc.constantFrom('a', 'b'),
      subject: fc.constantFrom('s1', 's2', 's3'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('merge' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What is asked besides, of which no other decision may know. */
type Noise = 'service' | 'held' | 'noConsent';

describe.each(ENGINES)(
  'touches that are asked about in any order, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(() => test.dispose());

    const open = async (): Promise<World> => {
      const world = await openWorld(test.store, undefined, TAKES_ALL);
      await openForMarketing(world, BUDGET);
      for (const who of ['a', 'b']) await subscriber(world, who);
      return world;
    };
    const log = async (world: World, who: string): Promise<readonly TouchLine[]> => {
      const answer = await world.merchant('GET', `/v1/shoppers/${who}/touches?limit=100`);
      return ((await answer.json()) as { items: TouchLine[] }).items;
    };
    const isCounted = ({ decision, class: of }: TouchLine): boolean =>
      (decision === 'sent' || decision === 'shown') && of !== 'service';
    const timesOf = async (world: World, who: string): Promise<number[]> =>
      (await log(world, who))
        .filter(isCounted)
        .map(({ decidedAt }) => Date.parse(decidedAt ?? ''))
        .toSorted((a, b) => a - b);

    /** Plays the steps, and gives what was decided at each asking. */
    const play = async (world: World, steps: readonly Step[], noise?: Noise): Promise<string[]> => {
      const decided: string[] = [];
      let isMerged = false;
      let number = 0;
      for (const one of steps) {
        const nameOf = (who: string): string => (isMerged ? 'a' : who);
        switch (one.act) {
          case 'wait':
            world.clock.at += one.hours * 3_600_000;
            break;
          case 'merge':
            if (!isMerged) await world.merchant('POST', '/v1/shoppers/a/merge', { from: 'b' });
            isMerged = true;
            break;
          case 'dismiss': {
            const token = await world.token(nameOf(one.who));
            const body = { kind: 'nextStep', subject: one.subject };
            await world.storefront('POST', '/me/contacts/dismiss', { token, body });
            break;
          }
          default: {
            const { who, channel, kind, subject, priority } = one;
            number += 1;
            const key = `${world.keys.shopId}:${number}`;
            if (noise !== undefined) await disturb(world, { noise, who: nameOf(who), key });
            const before = await timesOf(world, nameOf(who));
            const asked = await askFor(world.deps, world, {
              id: nameOf(who),
              channel,
              kind,
              subject,
              priority,
              key,
            });
            decided.push(JSON.stringify({ ...asked, row: undefined }));
            const isNew = 'isNew' in asked && asked.isNew;
            if (isNew) expectRoom(before, world.clock.at);
          }
        }
      }
      return decided;
    };

    /** At each decision, over everything that is known of the person then. */
    const expectRoom = (before: readonly number[], now: number): void => {
      const { daysBetween, perMonth } = BUDGET;
      expect(before.every((at) => now - at >= daysBetween * DAY_MS)).toBe(true);
      expect(before.filter((at) => now - at < 30 * DAY_MS).length).toBeLessThan(perMonth);
    };

    const disturb = async (
      world: World,
      { noise, who, key }: { noise: Noise; who: string; key: string },
    ): Promise<void> => {
      const kinds: Readonly<Record<Noise, Deps>> = {
        service: withKind(world.deps, 'nextStep', { touchClass: 'service', purpose: null }),
        held: world.deps,
        noConsent: withKind(world.deps, 'nextStep', { purpose: 'care' }),
      };
      const wanted = {
        subject: `noise ${key}`,
        priority: 100,
        ...(noise === 'held' && { arm: 'held' as const }),
      };
      await askFor(kinds[noise], world, { ...wanted, id: who, key: `noise:${key}` });
      // One that is to come reserves no room either; who allows none of a kind is known at the asking.
      if (noise !== 'noConsent')
        await planFor(kinds[noise], world, {
          ...wanted,
          id: who,
          key: `later:${key}`,
          dueAt: world.clock.at + DAY_MS,
        });
    };

    it('keep the days between and the number in thirty days, also after a merge (invariant 1, E18)', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
          await play(await open(), steps);
        }),
        { numRuns: RUNS },
      );
    });

    it.each(['service', 'held', 'noConsent'] as const)(
      'are decided as if there were no touches beside them that are %s (invariant 2, E19)',
      async (noise) => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
            const [alone, disturbed] = [await open(), await open()];
            disturbed.clock.at = alone.clock.at;
            if (noise === 'noConsent') await refuseCare(disturbed);
            const plain = await play(alone, steps);
            expect(await play(disturbed, steps, noise)).toEqual(plain);
          }),
          { numRuns: 15 },
        );
      },
    );

    const refuseCare = async (world: World): Promise<void> => {
      const said = { purpose: 'care', channel: 'email', state: 'withdrawn' };
      for (const who of ['a', 'b'])
        await world.merchant('POST', `/v1/shoppers/${who}/consents`, said, {
          'idempotency-key': `care-${who}`,
        });
    };
  },
);
