import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { connectTo, platformActsOf, signBody } from '../../testing/platform-acts.ts';
import {
  arbitraryWooPurchase,
  wooStoryOf,
  type WooMoment,
} from '../../testing/woocommerce-money.ts';
import { openWooServer, WOO_KEY, type WooServer } from '../../testing/woocommerce-server.ts';
import { openWorld, type World } from '../../testing/world.ts';

const LONG = process.env['OKAERI_TEST_LONG'] !== undefined;
const HOST = 'woo.example';
const HOUR_MS = 3_600_000;

describe.each(ENGINES)(
  'orders received from WooCommerce on $engine',
  ({ engine, openTestStore }) => {
    let test: TestStore;
    let woo: WooServer;
    beforeAll(async () => {
      test = await openTestStore();
      woo = await openWooServer();
    });
    afterAll(async () => {
      await woo.close();
      await test.dispose();
    });

    const send = async (world: World, payload: unknown): Promise<void> => {
      const body = JSON.stringify(payload);
      const headers = {
        'x-wc-webhook-topic': 'order.updated',
        'x-wc-webhook-signature': signBody(body),
      };
      const path = `/integrations/woocommerce/${world.keys.publicKey}`;
      expect((await world.request(path, { method: 'POST', headers, body })).status).toBe(200);
    };
    const stands = ({ order, refunds }: WooMoment): void => {
      woo.orders.set('9', { ...order });
      woo.refunds.set('9', [...refunds]);
    };

    it('earn what was kept of their money, in any order, twice, and whatever of it was lost', async () => {
      const counts = { SQLite: LONG ? 300 : 25, PostgreSQL: LONG ? 60 : 6 } as const;
      const arbitraryChance = fc.infiniteStream(fc.nat(1000));
      await fc.assert(
        fc.asyncProperty(arbitraryWooPurchase, arbitraryChance, async (bought, chance) => {
          const draw = (): number => chance.next().value as number;
          const callOutside = connectTo(HOST, () => woo.port);
          const world = await openWorld(test.store, plainProgram(), null, { callOutside });
          const acts = platformActsOf(world);
          const address = `https://${HOST}`;
          await acts.connect({ platform: 'woocommerce', address, ...WOO_KEY });
          const now = world.clock.at;
          const { moments, ...end } = wooStoryOf(bought, (second) =>
            new Date(now - 600_000 + second * 1000).toISOString().slice(0, 19),
          );
          const last = moments.at(-1);
          if (last === undefined) return;
          stands(last);
          const sent = moments.flatMap(({ order, parts }) => [order, ...parts]);
          const heard = [...sent, ...sent]
            .filter(() => draw() % 3 > 0)
            .map((order) => ({ order, key: draw() }))
            .toSorted((a, b) => a.key - b.key);
          for (const { order } of heard) {
            await send(world, order);
            await acts.work();
          }
          await acts.sweep();
          world.clock.at += HOUR_MS;
          await acts.sweep();
          const { points, warnings } = await acts.order('9');
          expect(points.target).toBeGreaterThanOrEqual(end.kept);
          expect(points.target).toBeLessThanOrEqual(end.kept + end.roundedUpMax);
          expect(points.posted - points.forgiven).toBe(points.target);
          if (end.isUnpaid) expect(points.available).toBe(0);
          expect(warnings.filter(({ code }) => code === 'totalDiffers')).toEqual([]);
          // A part of an order earns nothing beside it.
          expect((await world.merchant('GET', '/v1/orders/10')).status).toBe(404);
        }),
        { numRuns: counts[engine] },
      );
    });
  },
);
