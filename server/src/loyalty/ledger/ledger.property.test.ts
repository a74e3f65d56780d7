import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import type { OrderRule } from '@okaeri/shared/earning';
import type { ProgramDocument, RefundPolicy } from '@okaeri/shared/program';
import { compareStates } from '../../platform/lib/newest-state-rules.ts';
import { putOrder } from '../orders/put-order.ts';
import { moveVoucherByCode } from '../rewards/check-voucher.ts';
import { redeemReward } from '../rewards/redeem-reward.ts';
import { releaseRedemption } from '../rewards/release-redemption.ts';
import { readShopper } from '../../backoffice/shopper-record/read-shopper.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { naiveTarget } from '../../testing/naive-target.ts';
import { arbitraryState } from '../../testing/order-states.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { verifyLedger } from './verify-ledger.ts';

const HISTORIES = {
  SQLite: { ordinary: 150, long: 66_000 },
  PostgreSQL: { ordinary: 30, long: 4000 },
} as const;
const DELIVERIES = {
  SQLite: { ordinary: 50, long: 10_000 },
  PostgreSQL: { ordinary: 10, long: 1000 },
} as const;

const SHOPPERS = ['ada', 'bea'] as const;

type Step =
  | { readonly do: 'put'; readonly order: number; readonly state: OrderState }
  | { readonly do: 'redeem'; readonly shopper: string }
  | { readonly do: 'release'; readonly which: number }
  | { readonly do: 'move'; readonly which: number; readonly to: 'used' | 'issued' }
  | { readonly do: 'wait'; readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      order: fc.nat(3),
      state: arbitraryState(SHOPPERS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('redeem' as const),
      shopper: fc.constantFrom(...SHOPPERS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('release' as const), which: fc.nat(5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      which: fc.nat(5),
      to: fc.constantFrom('used' as const, 'issued' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 20) }),
  },
);

const programme = fc
  .record({
    policy: fc.constantFrom<RefundPolicy>('onlyPending', 'withinBalance', 'unlimited'),
    rounding: fc.constantFrom<OrderRule['rounding']>('floor', 'round', 'ceil'),
    includeTax: fc.boolean(),
    includeShipping: fc.boolean(),
    holdDays: fc.constantFrom(0, 2),
    from: fc.constantFrom<OrderRule['hold']['from']>('paid', 'fulfilled'),
    expiryDays: fc.constantFrom(null, 10),
    rate: fc.constantFrom(undefined, {
      amountMinor: 250,
      points: 5,
      wholeSteps: true as const,
    }),
  })
  .map(
    ({
      policy,
      rounding,
      includeTax,
      includeShipping,
      holdDays,
      from,
      expiryDays,
      rate,
    }): ProgramDocument => {
      const base = testProgram();
      return {
        ...base,
        earning: base.earning.flatMap((rule) =>
          rule.on === 'order'
            ? [
                {
                  ...rule,
                  ...(rate && { points: { per: { USD: rate } } }),
                  rounding,
                  includeTax,
                  includeShipping,
                  hold: { days: holdDays, from },
                },
              ]
            : [],
        ),
        expiry: expiryDays === null ? { kind: 'never' } : { kind: 'perLot', days: expiryDays },
        refunds: { policy, returnSpentPoints: 'fullRefund' },
        rewards: base.rewards.map((reward) => ({ ...reward, cost: { fixed: 40 }, validDays: 5 })),
      };
    },
  );

const orderRule = (document: ProgramDocument): OrderRule => {
  const rule = document.earning.find(
    (candidate): candidate is OrderRule => candidate.on === 'order',
  );
  if (rule === undefined) throw new Error('The test programme has no rule on orders.');
  return rule;
};

/** A shop of its own per history: histories never see each other. */
const play = async (world: World, document: ProgramDocument, steps: readonly Step[]) => {
  const known = new Map<number, OrderState>();
  const redemptions: { id: string; code: string }[] = [];
  let key = 0;
  for (const next of steps) {
    const shop = await world.shop();
    if (next.do === 'wait') world.clock.at += next.days * DAY_MS;
    else if (next.do === 'put') {
      const { state } = next;
      const orderId = String(next.order);
      const answer = await putOrder(world.deps, { shop, orderId, state, body: state });
      expect(answer).toHaveProperty('ok');
      const before = known.get(next.order);
      const mark = (s: OrderState) => ({ updatedAt: Date.parse(s.updatedAt), body: s });
      if (compareStates(before && mark(before), mark(state)) === 'newer')
        known.set(next.order, state);
    } else if (next.do === 'redeem') {
      const who = { externalId: next.shopper, email: null, name: null, locale: null };
      const answer = await redeemReward(world.deps, {
        shop,
        who,
        body: { rewardId: 'off5' },
        idempotencyKey: `k${key++}`,
        by: 'shopper',
      });
      if ('body' in answer)
        redemptions.push({ id: answer.body.id, code: answer.body.voucher?.code ?? '' });
    } else {
      const taken = redemptions[next.which % Math.max(1, redemptions.length)];
      if (taken !== undefined && next.do === 'release') {
        const redemptionId = taken.id;
        await releaseRedemption(world.deps, { shop, redemptionId, shopperExternalId: null });
      } else if (taken !== undefined && next.do === 'move') {
        const { code } = taken;
        const use = { orderId: `with ${code}` };
        await moveVoucherByCode(world.deps, { shop, code, use, to: next.to });
      }
    }
    await checkInvariants(world, document, known);
  }
  return known;
};

const checkInvariants = async (
  world: World,
  document: ProgramDocument,
  known: ReadonlyMap<number, OrderState>,
): Promise<void> => {
  const { shopId } = world.keys;
  // Invariants 1 to 4, 12 and 21: sums, lots, balances and chains, recomputed from the rows.
  const verified = await verifyLedger(world.deps, { shopId });
  expect(verified.differences).toEqual([]);
  const { policy } = document.refunds;
  for (const [order, state] of known) {
    const answer = await world.merchant('GET', `/v1/orders/${order}`);
    const { points } = (await answer.json()) as {
      points: { target: number; posted: number; forgiven: number };
    };
    const target = naiveTarget(state, orderRule(document));
    // Invariants 8 and 9 and semantics 8: the ledger holds the target, but for what was forgiven.
    expect({ target: points.target, held: points.posted - points.forgiven }).toEqual({
      target,
      held: target,
    });
    if (policy === 'unlimited') expect(points.forgiven).toBe(0);
  }
  for (const id of SHOPPERS) {
    const shopper = await readShopper(world.deps, await world.shop(), { externalId: id });
    if (shopper === undefined) continue;
    const { debt, pending, held } = shopper.balance;
    // Invariant 7: only the policy that says so may leave a debt.
    if (policy !== 'unlimited') expect(debt).toBe(0);
    expect(Math.min(pending, held)).toBeGreaterThanOrEqual(0);
  }
};

describe.each(ENGINES)('the ledger on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
  });
  afterEach(() => test.dispose());

  it.each(partsOf(HISTORIES[engine]))(
    'keeps its invariants through any history, under every refund policy, $part',
    async ({ histories }) => {
      await fc.assert(
        fc.asyncProperty(
          programme,
          fc.array(step, { minLength: 1, maxLength: 14 }),
          async (document, steps) => {
            await play(await openWorld(test.store, document), document, steps);
          },
        ),
        { numRuns: histories },
      );
    },
  );

  it.each(partsOf(DELIVERIES[engine]))(
    'ends alike however the states of orders are repeated and reordered, $part',
    async ({ histories }) => {
      const states = fc.array(
        fc.record({
          do: fc.constant('put' as const),
          order: fc.nat(2),
          state: arbitraryState(SHOPPERS),
        }),
        { minLength: 2, maxLength: 6 },
      );
      const deliveries = states.chain((puts) =>
        fc.tuple(
          fc.constant(puts),
          fc.shuffledSubarray([...puts, ...puts], { minLength: puts.length * 2 }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(programme, deliveries, async (document, [puts, shuffled]) => {
          const end = async (steps: readonly Step[]): Promise<unknown[]> => {
            const world = await openWorld(test.store, document);
            await play(world, document, steps);
            world.clock.at = TODAY + DAY_MS;
            const shop = await world.shop();
            return Promise.all(
              SHOPPERS.map(
                async (id) => (await readShopper(world.deps, shop, { externalId: id }))?.balance,
              ),
            );
          };
          const zero = { pending: 0, available: 0, held: 0, debt: 0, lifetime: 0 };
          // What `onlyPending` forgives depends on what had matured when the news came; that the ledger
          // then holds the target all the same was checked after each step.
          fc.pre(document.refunds.policy !== 'onlyPending');
          // A shopper who was named only by states that came too late is not known in one of the two.
          const filled = (balances: unknown[]): unknown[] => balances.map((b) => b ?? zero);
          expect(filled(await end(shuffled))).toEqual(filled(await end(puts)));
        }),
        { numRuns: histories },
      );
    },
  );
});
