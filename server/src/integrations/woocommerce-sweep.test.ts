import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../testing/acts.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import {
  connectTo,
  platformActsOf,
  signBody,
  type PlatformActs,
} from '../testing/platform-acts.ts';
import { openWooServer, WOO_KEY, type WooServer } from '../testing/woocommerce-server.ts';
import { openWorld, type World } from '../testing/world.ts';

type Loose = Record<string, unknown>;

const SAMPLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../testing/fixtures/woocommerce/order.json'), 'utf8'),
) as Loose;
const HOST = 'woo.example';

const change = fc.record({
  price: fc.nat(40),
  /** A refund of so much comes, or the last one is deleted, or neither. */
  refund: fc.oneof(fc.nat(20), fc.constant('delete' as const), fc.constant(null)),
  status: fc.constantFrom('processing', 'processing', 'completed', 'on-hold', 'cancelled'),
  /** Seconds since the change before. */
  after: fc.nat(2),
});

interface Moment {
  readonly order: Loose;
  readonly refunds: readonly Loose[];
}

describe.each(ENGINES)('orders at WooCommerce on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  let woo: WooServer;
  beforeAll(async () => {
    test = await openTestStore();
    woo = await openWooServer();
  });
  afterAll(async () => {
    await woo.close();
    await test.dispose();
  });

  const open = async (): Promise<void> => {
    const callOutside = connectTo(HOST, () => woo.port);
    world = await openWorld(test.store, plainProgram(), null, { callOutside });
    acts = platformActsOf(world);
    const connection = { platform: 'woocommerce', address: `https://${HOST}`, ...WOO_KEY };
    await acts.connect(connection as never);
  };
  const tell = async (payload: Loose): Promise<void> => {
    const body = JSON.stringify(payload);
    const headers = {
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': signBody(body),
    };
    const path = `/integrations/woocommerce/${world.keys.publicKey}`;
    const answer = await world.request(path, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    await acts.work();
  };
  const stands = ({ order, refunds }: Moment): void => {
    woo.orders.set('9', order);
    woo.refunds.set('9', [...refunds]);
  };

  /** How an order was, moment by moment. */
  const lifeOf = (
    changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
  ) => {
    let at = -600;
    let made = 0;
    let refunds: Loose[] = [];
    return changes.map(({ price, refund, status, after }): Moment => {
      at += after;
      const modified = new Date(world.clock.at + at * 1000).toISOString().slice(0, 19);
      if (refund === 'delete') refunds = refunds.slice(0, -1);
      else if (refund !== null) {
        made += 1;
        const total = `${refund}.00`;
        const meta_data = [{ key: '_refunded_item_id', value: '1' }];
        const line = { quantity: -1, total: `-${total}`, total_tax: '0.00', meta_data };
        const one = { id: 100 + made, date_created_gmt: modified, amount: total };
        refunds = [...refunds, { ...one, line_items: [line], shipping_lines: [] }];
      }
      const line = (id: number, total: string): Loose => ({
        id,
        product_id: 93,
        quantity: 1,
        subtotal: total,
        total,
        total_tax: '0.00',
      });
      const order = {
        ...SAMPLE,
        id: 9,
        customer_id: 42,
        status,
        date_created_gmt: '2026-11-01T10:00:00',
        date_modified_gmt: modified,
        date_paid_gmt: status === 'on-hold' ? null : '2026-11-01T10:00:00',
        date_completed_gmt: status === 'completed' ? modified : null,
        line_items: [line(1, `${price}.00`), line(2, '15.00')],
        shipping_lines: [],
        refunds: refunds.map(({ id, amount }) => ({ id, total: `-${String(amount)}` })),
      };
      return { order, refunds };
    });
  };

  it('come to the same points in any order, any number of times, whatever was lost', async () => {
    const counts = { SQLite: 40, PostgreSQL: 12 } as const;
    const arbitraryLife = fc.array(change, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(arbitraryLife, fc.infiniteStream(fc.nat(1000)), async (life, chance) => {
        const draw = (): number => chance.next().value as number;
        await open();
        const moments = lifeOf(life);
        const last = moments.at(-1);
        if (last === undefined) return;
        stands(last);
        // One shop hears only how it ended; the other hears of everything, in disorder, with gaps.
        await tell(last.order);
        const { points: expected } = await acts.order('9');
        await open();
        const heard = [...moments, ...moments]
          .filter(() => draw() % 3 > 0)
          .map(({ order }) => ({ order, key: draw() }))
          .toSorted((a, b) => a.key - b.key);
        for (const { order } of heard) await tell(order);
        await acts.sweep();
        const { points } = await acts.order('9');
        expect(points.target).toBe(expected.target);
        expect(points.posted - points.forgiven).toBe(expected.target);
        expect(points.available).toBe(expected.available);
      }),
      { numRuns: counts[engine] },
    );
  });
});
