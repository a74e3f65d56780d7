import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { arbitraryProgram } from '../../testing/engine-programs.ts';
import { checkEngine } from '../../testing/engine-checks.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { arbitraryState } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 60, long: 28_000 },
  PostgreSQL: { ordinary: 15, long: 2000 },
} as const;

const SHOPPERS = ['ada', 'bea', 'cleo'] as const;
const who = fc.constantFrom(...SHOPPERS);

type Step =
  | {
      readonly do: 'put';
      readonly order: number;
      readonly state: unknown;
      readonly recommended: boolean;
    }
  | { readonly do: 'act'; readonly who: string; readonly key: number }
  | { readonly do: 'unact'; readonly key: number }
  | { readonly do: 'redeem'; readonly who: string }
  | { readonly do: 'release' | 'use' | 'unuse'; readonly which: number }
  | {
      readonly do: 'adjust';
      readonly who: string;
      readonly points: number;
      readonly lifetime: boolean;
    }
  | { readonly do: 'merge'; readonly into: string; readonly from: string }
  | { readonly do: 'erase'; readonly who: string }
  | { readonly do: 'wait'; readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      order: fc.nat(4),
      state: arbitraryState(SHOPPERS),
      recommended: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('act' as const), who, key: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unact' as const), key: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redeem' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('release' as const, 'use' as const, 'unuse' as const),
      which: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      who,
      points: fc.constantFrom(15, -10, 60),
      lifetime: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), into: who, from: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 9) }),
  },
);

/** Sums over everybody a name leads to. */
const totalOf = async (world: World, names: readonly string[]): Promise<Record<string, number>> => {
  const seen = new Map<string, MerchantShopper['balance']>();
  for (const name of names) {
    const answer = await world.merchant('GET', `/v1/shoppers/${name}`);
    if (answer.status !== 200) continue;
    const { id, balance } = (await answer.json()) as MerchantShopper;
    seen.set(id ?? name, balance);
  }
  const sum = (of: (balance: MerchantShopper['balance']) => number): number =>
    [...seen.values()].reduce((total, balance) => total + of(balance), 0);
  return {
    pending: sum(({ pending }) => pending),
    net: sum(({ available, debt }) => available - debt),
    held: sum(({ held }) => held),
    lifetime: sum(({ lifetime }) => lifetime),
  };
};

interface Course {
  readonly world: World;
  readonly document: ProgramDocument;
  readonly codes: { id: string; code: string }[];
  keys: number;
}

const doStep = async (course: Course, next: Step): Promise<void> => {
  const { world, codes } = course;
  const code = (which: number) => codes[which % Math.max(1, codes.length)];
  switch (next.do) {
    case 'put': {
      const token = await world.token('ada');
      const mine = await world.storefront('GET', '/me/referral', { token });
      expect(mine.status).toBeLessThan(500);
      const { code: referralCode } = (await mine.json()) as { code?: string };
      const state = next.recommended ? { ...(next.state as object), referralCode } : next.state;
      const answer = await world.merchant('PUT', `/v1/orders/${next.order}`, state);
      expect(answer.status).toBeLessThan(300);
      break;
    }
    case 'act': {
      const body = { dedupeKey: `act-${next.key}`, kind: 'review', shopper: { id: next.who } };
      expect((await world.merchant('POST', '/v1/activities', body)).status).toBeLessThan(300);
      break;
    }
    case 'unact':
      await world.merchant('DELETE', `/v1/activities/act-${next.key}`);
      break;
    case 'redeem': {
      const answer = await world.storefront('POST', '/redemptions', {
        token: await world.token(next.who),
        body: { rewardId: 'off5' },
        headers: { 'idempotency-key': `k${(course.keys += 1)}` },
      });
      expect(answer.status).toBeLessThan(500);
      const taken = (await answer.json()) as { id: string; voucher?: { code: string } };
      if (taken.voucher) codes.push({ id: taken.id, code: taken.voucher.code });
      break;
    }
    case 'release':
      await world.merchant('POST', `/v1/redemptions/${code(next.which)?.id}/release`);
      break;
    case 'use':
    case 'unuse': {
      const act = next.do === 'use' ? 'use' : 'release';
      const body = { orderId: `with-${next.which}` };
      await world.merchant('POST', `/v1/vouchers/${code(next.which)?.code}/${act}`, body);
      break;
    }
    case 'adjust':
      await world.merchant(
        'POST',
        `/v1/shoppers/${next.who}/adjustments`,
        { points: next.points, reason: 'test', countsForLifetime: next.lifetime },
        { 'idempotency-key': `a${(course.keys += 1)}` },
      );
      break;
    case 'merge': {
      const before = await totalOf(world, SHOPPERS);
      const body = { from: next.from };
      await world.merchant('POST', `/v1/shoppers/${next.into}/merge`, body);
      // Invariant 19: nothing is lost or doubled.
      expect(await totalOf(world, SHOPPERS)).toEqual(before);
      break;
    }
    case 'erase':
      await world.merchant('DELETE', `/v1/shoppers/${next.who}`);
      break;
    default:
      world.clock.at += next.days * DAY_MS;
  }
};

describe.each(ENGINES)('the whole engine on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
  });
  afterEach(() => test.dispose());

  it.each(partsOf(HISTORIES[engine]))(
    'keeps its invariants through any history, with every kind of rule in use, $part',
    async ({ histories }) => {
      await fc.assert(
        fc.asyncProperty(
          arbitraryProgram,
          fc.array(step, { minLength: 1, maxLength: 16 }),
          async (document, steps) => {
            const world = await openWorld(test.store, document);
            const course: Course = { world, document, codes: [], keys: 0 };
            for (const next of steps) {
              await doStep(course, next);
              await checkEngine(test.url, world, document);
              if (document.refunds.policy !== 'unlimited') {
                const totals = await totalOf(world, SHOPPERS);
                expect(totals['net']).toBeGreaterThanOrEqual(0);
              }
            }
            // Looking on does not change what there is, nor does the job that only hastens.
            const lines: string[] = [];
            for await (const line of exportShop(world.deps, await world.shop())) lines.push(line);
            expect(lines.length).toBeGreaterThan(2);
          },
        ),
        { numRuns: histories },
      );
    },
  );
});
