import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopperAffairs, ShopperExport } from '@okaeri/shared/affairs';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what one shopper has, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const orderOf = (shopper: object): object => {
    const at = new Date(world.clock.at).toISOString();
    return {
      updatedAt: at,
      placedAt: at,
      paidAt: at,
      deliveredAt: at,
      paymentStatus: 'paid',
      currency: 'USD',
      shippingMinor: 500,
      shopper,
      lines: [{ id: 'l', productId: 'tea', quantity: 2, priceMinor: 10_000, discountMinor: 1000 }],
    };
  };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram({ cost: 100, from: 'delivered' }));
    await world.merchant('PUT', '/v1/orders/o1', orderOf({ id: 'ada' }));
    await world.merchant('PUT', '/v1/orders/o2', orderOf({ email: 'guest@x.example' }));
  });
  afterAll(() => test.dispose());

  const read = async <T>(path: string): Promise<T> =>
    (await (await world.merchant('GET', path)).json()) as T;
  const guestId = async (): Promise<string> => {
    const { items } = await read<{ items: ListedShopper[] }>('/v1/shoppers');
    return items.find(({ email }) => email === 'guest@x.example')?.guestId ?? '';
  };

  it('is listed with lots, orders, codes, what was written and what was said', async () => {
    const body = { rewardId: 'r', shopperId: 'ada' };
    const rewards = await read<{ rewards: { id: string }[] }>('/v1/program');
    body.rewardId = rewards.rewards[0]?.id ?? '';
    const taken = await world.merchant('POST', '/v1/redemptions', body, {
      'idempotency-key': 'a',
    });
    expect(taken.status).toBe(201);
    const token = await world.token('ada');
    const written = await world.storefront('PUT', '/me/reviews/tea', {
      token,
      body: { rating: 4, body: 'A very good tea, and it came quickly.' },
    });
    expect(written.ok).toBe(true);
    const affairs = await read<ShopperAffairs>('/v1/shoppers/ada/affairs');
    expect(affairs.orders).toEqual([
      expect.objectContaining({ id: 'o1', itemCount: 2, totalMinor: 19_500, isRefunded: false }),
    ]);
    expect(affairs.redemptions).toEqual([expect.objectContaining({ points: 100 })]);
    const inHand = affairs.lots.reduce((sum, lot) => sum + lot.points, 0);
    const { balance } = await read<{ balance: { available: number; pending: number } }>(
      '/v1/shoppers/ada',
    );
    expect(inHand).toBe(balance.available + balance.pending);
    expect(affairs.lots[0]).toMatchObject({ source: { kind: 'order', id: 'o1' } });
    expect(affairs.reviews).toEqual([expect.objectContaining({ productId: 'tea' })]);
    expect(affairs.contacts).toEqual([]);
  });

  it('goes along in the export, with the stars its author gave', async () => {
    const exported = await read<ShopperExport>('/v1/shoppers/ada/export');
    expect(exported.reviews[0]).toMatchObject({ rating: 4 });
    expect(exported.redemptions).toHaveLength(1);
    expect(exported.orders).toHaveLength(1);
  });

  it('of points that wait for a delivery nobody knows of, has no day on which they can be spent', async () => {
    const at = new Date(world.clock.at).toISOString();
    const lines = [{ id: 'l', productId: 'tea', quantity: 1, priceMinor: 5000 }];
    const paid = { placedAt: at, paidAt: at, updatedAt: at, paymentStatus: 'paid' };
    const order = { ...paid, currency: 'USD', shopper: { id: 'waiting' }, lines };
    await world.merchant('PUT', '/v1/orders/o3', order);
    const { lots } = await read<ShopperAffairs>('/v1/shoppers/waiting/affairs');
    expect(lots).toContainEqual(expect.objectContaining({ state: 'pending', matureAt: null }));
  });

  it('has what merging left under a former id, in the export too', async () => {
    const review = { rating: 4, body: 'A very good tea, and it came quickly.' };
    await world.merchant('PUT', '/v1/orders/o4', orderOf({ id: 'former' }));
    const token = await world.token('former');
    await world.storefront('PUT', '/me/reviews/tea', { token, body: review });
    // Both have written about the same tea: the review of the former one stays under the former id.
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'former' });
    const { reviews } = await read<ShopperAffairs>('/v1/shoppers/ada/affairs');
    expect(reviews.map(({ productId }) => productId)).toEqual(['tea', 'tea']);
    const exported = await read<ShopperExport>('/v1/shoppers/ada/export');
    expect(exported.reviews).toHaveLength(2);
    expect(exported.orders).toHaveLength(2);
    const kinds = exported.transactions.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'merge').length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === 'earn')).toHaveLength(2);
  });

  it('a guest is found by an id of ours, seen, taken along and erased', async () => {
    const id = await guestId();
    expect(await read(`/v1/guests/${id}`)).toMatchObject({ email: 'guest@x.example', id: null });
    const affairs = await read<ShopperAffairs>(`/v1/guests/${id}/affairs`);
    expect(affairs.orders).toEqual([expect.objectContaining({ id: 'o2' })]);
    expect((await read<ShopperExport>(`/v1/guests/${id}/export`)).orders).toHaveLength(1);
    expect((await world.merchant('DELETE', `/v1/guests/${id}`)).status).toBe(204);
    expect((await world.merchant('GET', `/v1/guests/${id}`)).status).toBe(404);
    const { items } = await read<{ items: ListedShopper[] }>('/v1/shoppers');
    expect(items.map(({ email }) => email)).not.toContain('guest@x.example');
  });

  it('a person who has an id of the merchant’s has one address and no other', async () => {
    const { items } = await read<{ items: ListedShopper[] }>('/v1/shoppers');
    expect(items.find(({ id }) => id === 'ada')?.guestId).toBeNull();
    expect((await world.merchant('GET', '/v1/guests/ada')).status).toBe(404);
    expect((await world.merchant('DELETE', '/v1/guests/ada')).status).toBe(404);
  });
});
