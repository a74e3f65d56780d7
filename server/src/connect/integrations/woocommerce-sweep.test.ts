import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderAnswer } from '@okaeri/shared/orders';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  connectTo,
  platformActsOf,
  signBody,
  type PlatformActs,
} from '../../testing/platform-acts.ts';
import { SAMPLE_ORDER, type Loose } from '../../testing/woocommerce-orders.ts';
import { openWooServer, WOO_KEY, type WooServer } from '../../testing/woocommerce-server.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { DELETED_NOTE } from './note-deleted-order.ts';
import { RECHECK_AFTER_MS, recheckWindowsOf } from './recheck-schedule.ts';

const HOST = 'woo.example';
const HOUR_MS = 3_600_000;

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
        ...SAMPLE_ORDER,
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

  /** What leaves no trace in what has changed, and of which no message may come. */
  const endOf = ({ order, refunds }: Moment, how: 'refundDeleted' | 'binned' | null): Moment => {
    if (how === 'binned') return { order: { ...order, status: 'trash' }, refunds };
    if (how === null) return { order, refunds };
    const listed = (order['refunds'] as Loose[]).slice(0, -1);
    return { order: { ...order, refunds: listed }, refunds: refunds.slice(0, -1) };
  };
  const NOTHING = { target: 0, held: 0, available: 0 };
  /** What the order comes to: nothing, where nobody knows of it. */
  const comesTo = async (): Promise<typeof NOTHING> => {
    const { points } = (await acts.order('9')) as Partial<OrderAnswer>;
    if (points === undefined) return NOTHING;
    const { target, posted, forgiven, available } = points;
    return { target, held: posted - forgiven, available };
  };
  const target = async (): Promise<number> => (await comesTo()).target;
  const later = async (ms: number): Promise<void> => {
    world.clock.at += ms;
    await acts.sweep();
  };

  it('come to the same points in any order, any number of times, whatever was lost', async () => {
    const counts = { SQLite: 60, PostgreSQL: 15 } as const;
    const arbitraryLife = fc.array(change, { minLength: 1, maxLength: 5 });
    const arbitraryEnd = fc.constantFrom('refundDeleted' as const, 'binned' as const, null, null);
    const arbitraryChance = fc.infiniteStream(fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(arbitraryLife, arbitraryEnd, arbitraryChance, async (life, how, chance) => {
        const draw = (): number => chance.next().value as number;
        await open();
        const moments = lifeOf(life);
        const last = moments.at(-1);
        if (last === undefined) return;
        const end = endOf(last, how);
        stands(end);
        // One shop hears only how it ended; the other hears of everything, in disorder, with gaps.
        if (how !== 'binned') await tell(end.order);
        const expected = await comesTo();
        await open();
        const heard = [...moments, ...moments]
          .filter(() => draw() % 3 > 0)
          .map(({ order }) => ({ order, key: draw() }))
          .toSorted((a, b) => a.key - b.key);
        // While messages of it come, it is there.
        stands(last);
        for (const { order } of heard) await tell(order);
        stands(end);
        await acts.sweep();
        await later(HOUR_MS);
        expect(await comesTo()).toEqual(expected);
      }),
      { numRuns: counts[engine] },
    );
  });

  it('are looked at again an hour, a day, a week, a month and a quarter after their last message', async () => {
    await open();
    const [moment] = lifeOf([{ price: 20, refund: null, status: 'processing', after: 0 }]);
    if (moment === undefined) throw new Error('There is a moment.');
    stands(moment);
    await tell(moment.order);
    await acts.sweep();
    const looks = async (ms: number): Promise<number> => {
      const before = woo.searches.length;
      await later(ms);
      return woo.searches.slice(before).filter((search) => search.includes('include=9')).length;
    };
    const [hour, day, week, month, quarter] = RECHECK_AFTER_MS as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(await looks(hour)).toBe(1);
    expect(await looks(hour)).toBe(0);
    expect(await looks(day)).toBe(1);
    expect(await looks(week)).toBe(1);
    expect(await looks(month)).toBe(1);
    expect(await looks(quarter)).toBe(1);
    expect(await looks(quarter)).toBe(0);
  });

  it('are gone over once where it goes a long way back', () => {
    expect(recheckWindowsOf(0, HOUR_MS / 2)).toHaveLength(RECHECK_AFTER_MS.length);
    const [hour = 0, , , , quarter = 0] = RECHECK_AFTER_MS;
    expect(recheckWindowsOf(0, quarter)).toEqual([{ from: 0 - quarter, to: quarter - hour }]);
  });

  it('are asked about a hundred at a time, many of one second too', async () => {
    await open();
    woo.orders.clear();
    const [moment] = lifeOf([{ price: 20, refund: null, status: 'processing', after: 0 }]);
    const ids = Array.from({ length: 205 }, (_, i) => i + 1000);
    for (const id of ids) {
      const order = { ...moment?.order, id };
      woo.orders.set(String(id), order);
      await tell(order);
    }
    await acts.sweep();
    const before = woo.searches.length;
    await later(HOUR_MS);
    const asked = woo.searches
      .slice(before)
      .flatMap((search) => new URLSearchParams(search).get('include') ?? []);
    expect(asked.map((list) => list.split(',').length)).toEqual([100, 100, 5]);
    expect(new Set(asked.join(',').split(','))).toEqual(new Set(ids.map(String)));
    woo.orders.clear();
  });

  it('lose no points because a shop was put back to an old copy, in which they are not', async () => {
    await open();
    const [moment] = lifeOf([{ price: 20, refund: null, status: 'processing', after: 0 }]);
    if (moment === undefined) throw new Error('There is a moment.');
    stands(moment);
    await tell(moment.order);
    woo.orders.clear();
    await later(HOUR_MS);
    expect(await target()).toBe(35);
    const answer = await world.merchant('GET', '/v1/integrations/connection');
    const { sweepNote } = (await answer.json()) as { sweepNote: string };
    expect(sweepNote).toContain('order 9 is not there any more');
    // It is listed for a person, once, however often it is looked at.
    await later(24 * HOUR_MS);
    const [gone, ...more] = await acts.messages('failed');
    expect(gone).toMatchObject({ topic: 'order.deleted', subject: '9', note: DELETED_NOTE });
    expect(more).toEqual([]);
    // In the bin it is there, and out of it again.
    stands({ ...moment, order: { ...moment.order, status: 'trash' } });
    await later(7 * 24 * HOUR_MS);
    expect(await target()).toBe(0);
    stands(moment);
    await later(30 * 24 * HOUR_MS);
    expect(await target()).toBe(35);
  });

  it('of which several went at once are listed each, and lose their points when a person says so', async () => {
    await open();
    woo.orders.clear();
    const [moment] = lifeOf([{ price: 20, refund: null, status: 'processing', after: 0 }]);
    for (const id of [9, 10, 11]) await tell({ ...moment?.order, id });
    woo.orders.clear();
    await later(HOUR_MS);
    const listed = await acts.messages('failed');
    expect(listed).toHaveLength(3);
    const [first] = listed.filter(({ subject }) => subject === '9');
    const path = `/v1/integrations/messages/${first?.id}/retry`;
    expect((await world.merchant('POST', path, {})).status).toBe(200);
    await acts.work();
    expect(await target()).toBe(0);
    expect((await acts.order('10')).points.target).toBe(35);
    expect(await acts.messages('failed')).toHaveLength(2);
  });
});
