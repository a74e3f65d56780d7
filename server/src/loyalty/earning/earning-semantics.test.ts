import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();

describe.each(ENGINES)('earning, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (document: ProgramDocument): Promise<void> => {
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  /** An order of so many dollars on one line. */
  const buy = async (id: string, dollars: number, change: object = {}) =>
    (await acts.put(id, anOrder({ lines: [aLine('a', dollars * 100)], ...change }))).points;

  it('adds what several rules give, each with a receipt and points of its own', async () => {
    await given(
      programWith({
        earning: [
          orderRuleWith(),
          orderRuleWith({ id: 'first', points: { fixed: 50 }, conditions: { firstOrder: true } }),
          orderRuleWith({
            id: 'green',
            points: { per: { USD: { amountMinor: 100, points: 2 } } },
            scope: { tags: ['organic'] },
          }),
        ],
      }),
    );
    const lines = [aLine('a', 4000, { tags: ['organic'] }), aLine('b', 6000)];
    const answer = await acts.put('1', anOrder({ lines }));
    expect(answer.points).toMatchObject({ target: 230, posted: 230, available: 230 });
    expect(answer.receipts.map(({ ruleId, awarded }) => [ruleId, awarded])).toEqual([
      ['order', 100],
      ['first', 50],
      ['green', 80],
    ]);
    // Sending the organic line back takes what both rules gave for it, and its part of the bonus.
    const back = [{ ...lines[0], refundedMinor: 4000 }, lines[1]] as typeof lines;
    const after = await acts.put('1', anOrder({ updatedAt: hours(1), lines: back }));
    expect(after.points.posted).toBe(60 + 30);
    expect((await buy('2', 100)).posted).toBe(100);
  });

  it('lets an exclusive rule take its lines from those behind it', async () => {
    await given(
      programWith({
        earning: [
          orderRuleWith({
            id: 'sale',
            exclusive: true,
            scope: { tags: ['sale'] },
            points: { per: { USD: { amountMinor: 1000, points: 1 } } },
          }),
          orderRuleWith(),
        ],
      }),
    );
    const lines = [aLine('a', 4000, { tags: ['sale'] }), aLine('b', 6000)];
    expect((await acts.put('1', anOrder({ lines }))).points.posted).toBe(4 + 60);
  });

  it('asks for a minimum basket, and says who was below it', async () => {
    await given(
      programWith({ earning: [orderRuleWith({ conditions: { minimumBasket: { USD: 5000 } } })] }),
    );
    expect((await buy('1', 50)).posted).toBe(50);
    const answer = await acts.put('2', anOrder({ lines: [aLine('a', 4999)] }));
    expect(answer).toMatchObject({
      points: { posted: 0 },
      receipt: { reason: 'belowMinimumBasket' },
    });
  });

  it('pays by market, channel and currency', async () => {
    await given(
      programWith({
        earning: [
          orderRuleWith({
            points: {
              per: {
                USD: { amountMinor: 100, points: 1 },
                EUR: { amountMinor: 100, points: 2 },
              },
            },
            variants: [
              { markets: ['jp'], points: { per: { USD: { amountMinor: 100, points: 3 } } } },
              { channels: ['pos'], points: { fixed: 7 } },
            ],
          }),
        ],
      }),
    );
    expect((await buy('1', 10)).posted).toBe(10);
    expect((await buy('2', 10, { currency: 'EUR' })).posted).toBe(20);
    expect((await buy('3', 10, { market: 'jp' })).posted).toBe(30);
    expect((await buy('4', 10, { channel: 'pos' })).posted).toBe(7);
    expect((await buy('5', 10, { currency: 'GBP' })).posted).toBe(0);
  });

  it('multiplies in a window, by segment and product, as points of their own', async () => {
    const running = { from: at(-1), until: at(1), enabled: true, name: { en: 'Double' } };
    await given(
      programWith({
        earning: [orderRuleWith()],
        campaigns: [
          {
            ...running,
            id: 'double',
            effect: { multiplier: '2' },
            expiry: { kind: 'perLot', days: 7 },
          },
          { ...running, id: 'later', from: at(2), until: at(3), effect: { multiplier: '9' } },
        ],
      }),
    );
    const answer = await acts.put('1', anOrder({ lines: [aLine('a', 10_050)] }));
    // round(100.5 × 2) is 201: the whole is rounded once, however it is shown.
    expect(answer.receipts.map(({ campaignId, awarded }) => [campaignId, awarded])).toEqual([
      [null, 100],
      ['double', 101],
    ]);
    expect((await acts.me()).balance.nextExpiry).toMatchObject({ points: 101, limited: true });
    const refund = [aLine('a', 10_050, { refundedMinor: 10_050 })];
    expect(
      (await acts.put('1', anOrder({ updatedAt: hours(1), lines: refund }))).points.posted,
    ).toBe(0);
    // Placed before the campaign, sent during it: a campaign goes by the order's own time.
    expect((await buy('2', 10, { placedAt: at(-2) })).posted).toBe(10);
  });

  it.each([
    ['multiply', 600],
    ['add', 400],
    ['best', 300],
  ] as const)(
    'stacks multipliers of 2 and 3 by the policy %s',
    async (campaignStacking, points) => {
      const running = { from: at(-1), until: at(1), enabled: true, name: { en: 'C' } };
      await given(
        programWith({
          earning: [orderRuleWith()],
          campaignStacking,
          campaigns: [
            { ...running, id: 'two', effect: { multiplier: '2' } },
            { ...running, id: 'three', effect: { multiplier: '3' } },
          ],
        }),
      );
      expect((await buy('1', 100)).posted).toBe(points);
    },
  );

  it('stops a campaign when its budget is spent, for everybody at once', async () => {
    const running = { from: at(-1), until: at(1), enabled: true, name: { en: 'C' } };
    await given(
      programWith({
        earning: [orderRuleWith()],
        campaigns: [{ ...running, id: 'bonus', effect: { bonus: 80 }, budgetPoints: 200 }],
      }),
    );
    const shoppers = Array.from({ length: 10 }, (_, i) => `s${i}`);
    const answers = await Promise.all(
      shoppers.map((id) => buy(`o-${id}`, 10, { shopper: { id } })),
    );
    const extra = answers.map(({ posted }) => posted - 10).toSorted((a, b) => b - a);
    expect(extra).toEqual([80, 80, 40, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('promises by a quote what the order then earns, campaign and all', async () => {
    const running = { from: at(-1), until: new Date(TODAY + 60_000).toISOString() };
    await given(
      programWith({
        earning: [orderRuleWith()],
        campaigns: [
          { ...running, id: 'ends', enabled: true, name: { en: 'C' }, effect: { multiplier: '2' } },
        ],
      }),
    );
    const line = { productId: 'p', quantity: 1, priceMinor: 5000 };
    const cart = { currency: 'USD', lines: [line] };
    const quote = (await (await world.storefront('POST', '/quote', { body: cart })).json()) as {
      quoteId: string;
      points: number;
      mayChange: string[];
    };
    expect(quote).toMatchObject({ points: 100, mayChange: [] });
    world.clock.at += 600_000;
    const placedAt = new Date(world.clock.at).toISOString();
    const { quoteId } = quote;
    expect((await buy('1', 50, { placedAt, quoteId })).posted).toBe(100);
    expect((await buy('2', 50, { placedAt })).posted).toBe(50);
  });
});
