import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { platformActsOf, connectTo, SHOP_ADDRESS } from '../../testing/platform-acts.ts';
import { putAtShopify } from '../../testing/shopify-graph.ts';
import { arbitraryPurchase, storyOf } from '../../testing/shopify-money.ts';
import { openShopifyServer, type ShopifyServer } from '../../testing/shopify-server.ts';
import { openWorld } from '../../testing/world.ts';

const LONG = process.env['OKAERI_TEST_LONG'] !== undefined;

describe.each(ENGINES)('orders received from Shopify on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let shopify: ShopifyServer;
  beforeAll(async () => {
    test = await openTestStore();
    shopify = await openShopifyServer('2026-10');
  });
  afterAll(async () => {
    await shopify.close();
    await test.dispose();
  });

  it('earn what was kept of their money, in any order, twice, and whatever of it was lost', async () => {
    const counts = { SQLite: LONG ? 150 : 25, PostgreSQL: LONG ? 300 : 6 } as const;
    const arbitraryChance = fc.infiniteStream(fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(arbitraryPurchase, arbitraryChance, async (bought, chance) => {
        const draw = (): number => chance.next().value as number;
        const callOutside = connectTo(SHOP_ADDRESS, () => shopify.port);
        const world = await openWorld(test.store, plainProgram(), null, { callOutside });
        const acts = platformActsOf(world);
        await acts.connect();
        const now = world.clock.at;
        const story = storyOf(bought, (second) =>
          new Date(now - 600_000 + second * 1000).toISOString(),
        );
        putAtShopify(shopify, story.last);
        const heard = [...story.messages, ...story.messages]
          // Shopify's list of orders says nothing of disputes: their messages are not lost here.
          .filter(([topic]) => topic.startsWith('disputes') || draw() % 3 > 0)
          .map((message) => ({ message, key: draw() }))
          .toSorted((a, b) => a.key - b.key);
        for (const { message } of heard) await acts.tell(message[0], message[1]);
        await acts.sweep();
        const { points, warnings } = await acts.order('9');
        // A line of which a part is left is rounded up, for the shopper.
        expect(points.target).toBeGreaterThanOrEqual(story.kept);
        expect(points.target).toBeLessThanOrEqual(
          story.kept + (story.spread ? story.lineCount : 0),
        );
        expect(points.posted - points.forgiven).toBe(points.target);
        if (!bought.isPaid) expect(points.available).toBe(0);
        // More may have been paid back than was paid; but nothing of the order went unread.
        expect(warnings.filter(({ code }) => code === 'totalDiffers')).toEqual([]);
      }),
      { numRuns: counts[engine] },
    );
  });
});
