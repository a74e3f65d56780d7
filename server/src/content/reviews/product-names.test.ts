import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedTransaction, Page } from '@okaeri/shared/ledger';
import type { NamedProduct } from '@okaeri/shared/products';
import type { MyReviews, ReviewForm } from '@okaeri/shared/reviews';
import { actsOf } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { reviewActsOf, reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const DAY = 86_400_000;
const MUG: NamedProduct = {
  title: { en: 'Everyday mug', ja: '毎日のマグ' },
  url: 'https://shop.example/mug',
  imageUrl: 'https://shop.example/mug.webp',
};

describe.each(ENGINES)('what products are called on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    const state = { updatedAt: '2026-11-01T00:00:00Z', ...MUG };
    await world.merchant('PUT', '/v1/products/mug', state);
    await world.merchant('PUT', '/v1/products/old', state);
    await world.merchant('DELETE', '/v1/products/old');
  });
  afterAll(() => test.dispose());

  const historyOf = async (who: string): Promise<readonly ListedTransaction[]> => {
    const by = { token: await world.token(who) };
    const answer = await world.storefront('GET', '/me/transactions', by);
    return ((await answer.json()) as Page<ListedTransaction>).items;
  };

  it('is said in a history by what was told, else by the order', async () => {
    const lines = [
      aLine('a', 4000, { productId: 'mug', title: 'MUG-1', quantity: 2, refundedQuantity: 1 }),
      aLine('b', 1000, { productId: 'tea', title: 'Tea' }),
      aLine('c', 1000, { productId: 'bare', title: null }),
      aLine('d', 1000, { productId: 'old', title: 'OLD' }),
    ];
    await actsOf(world).put('h1', anOrder({ shopper: { id: 'ada' }, lines }));
    const [row] = await historyOf('ada');
    const nowhere = { url: null, imageUrl: null };
    expect(row?.bought).toMatchObject([
      { lineId: 'a', productId: 'mug', product: MUG, quantity: 2, refundedQuantity: 1 },
      {
        lineId: 'b',
        productId: 'tea',
        product: { title: { und: 'Tea' }, ...nowhere },
        quantity: 1,
        refundedQuantity: 0,
      },
      { lineId: 'c', productId: 'bare', product: null, quantity: 1, refundedQuantity: 0 },
      {
        lineId: 'd',
        productId: 'old',
        product: { title: MUG.title, ...nowhere },
        quantity: 1,
        refundedQuantity: 0,
      },
    ]);
    const merchant = await world.merchant('GET', '/v1/shoppers/ada/transactions');
    const { items } = (await merchant.json()) as Page<ListedTransaction>;
    expect(items[0]?.bought).toEqual(row?.bought);
  });

  it('is said to nobody whose order it is no more', async () => {
    const acts = actsOf(world);
    const order = anOrder({ shopper: { id: 'bea' } });
    await acts.put('h2', order);
    const later = new Date(Date.parse(order.updatedAt) + 1000).toISOString();
    await acts.put('h2', { ...order, updatedAt: later, shopper: { id: 'cleo' } });
    const rows = await historyOf('bea');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap(({ bought }) => bought)).toEqual([]);
    expect((await historyOf('cleo'))[0]?.bought).not.toEqual([]);
  });

  it('is said in the language of the shopper where a review is asked for and written', async () => {
    const acts = reviewActsOf(world);
    const now = new Date(world.clock.at).toISOString();
    const when = { updatedAt: now, placedAt: now, paidAt: now, fulfilledAt: now, deliveredAt: now };
    const lines = [
      aLine('1', 5000, { productId: 'mug', title: 'MUG-1' }),
      aLine('2', 5000, { productId: 'tea', title: 'Tea' }),
    ];
    const shopper = { id: 'dai', email: 'dai@example.com' };
    await world.merchant('PUT', '/v1/shoppers/dai', { locale: 'ja-JP', email: shopper.email });
    await world.merchant('PUT', '/v1/orders/r1', anOrder({ ...when, shopper, lines }));
    world.clock.at += 30 * DAY;
    const mine = async (): Promise<MyReviews> =>
      (await acts.own('dai', 'GET', '')).json() as Promise<MyReviews>;
    expect((await mine()).prompts).toMatchObject([
      { productId: 'mug', title: '毎日のマグ', product: MUG },
      { productId: 'tea', title: 'Tea', product: null },
    ]);
    const form = (await (await acts.own('dai', 'POST', '/mug/open', {})).json()) as ReviewForm;
    expect(form).toMatchObject({ title: '毎日のマグ', product: MUG });
    await acts.write('dai', 'mug');
    expect((await mine()).reviews).toMatchObject([{ productTitle: '毎日のマグ', product: MUG }]);
  });
});
