import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { Quote, QuoteRequest, Quotes } from '@okaeri/shared/storefront';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

const cartOf = (priceMinor: number, quantity = 1): QuoteRequest => ({
  currency: 'USD',
  lines: [{ productId: 'p', quantity, priceMinor }],
});

/** Fifty points a day at most: a cart of a page does not use up what another may have. */
const program = () =>
  programWith({ earning: [orderRuleWith({ limit: { points: 50, every: 'day' } })] });

describe.each(ENGINES)('quotes of several carts on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, program());
  });
  afterAll(() => test.dispose());

  const ask = (path: string, body: unknown, token?: string): Promise<Response> =>
    world.storefront('POST', path, { body, ...(token !== undefined && { token }) });
  const quotes = async (carts: readonly QuoteRequest[], token?: string): Promise<Quotes> =>
    (await (await ask('/quotes', { carts }, token)).json()) as Quotes;
  const pointsOf = ({ items }: Quotes): unknown[] =>
    items.map((item) => ('quote' in item ? item.quote.points : item.refused.code));

  it('says of each cart, in their order, exactly what a quote of it alone says', async () => {
    const token = await world.token('ada');
    const cart = fc.record({ price: fc.nat(100_000), quantity: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cart, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (asked, known) => {
          const carts = asked.map(({ price, quantity }) => cartOf(price, quantity));
          const by = known ? token : undefined;
          const together = await quotes(carts, by);
          const alone = [];
          for (const one of carts)
            alone.push({ quote: (await (await ask('/quote', one, by)).json()) as Quote });
          expect(withoutIds(together.items)).toEqual(withoutIds(alone));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('counts what a member has used of a cap, for each cart by itself', async () => {
    const token = await world.token('bea');
    await world.merchant(
      'PUT',
      '/v1/orders/b1',
      anOrder({ shopper: { id: 'bea' }, lines: [aLine('a', 3600)] }),
    );
    // A guest has used nothing, and no cap of their own holds them.
    expect(pointsOf(await quotes([cartOf(9000), cartOf(9000)]))).toEqual([90, 90]);
    expect(pointsOf(await quotes([cartOf(9000), cartOf(9000)], token))).toEqual([14, 14]);
  });

  it('refuses a cart that is worth too much, and answers the others', async () => {
    const dear = {
      currency: 'USD',
      lines: [
        { productId: 'p', quantity: LIMITS.quantityMax, priceMinor: LIMITS.moneyMinorMax },
        { productId: 'q', quantity: LIMITS.quantityMax, priceMinor: LIMITS.moneyMinorMax },
      ],
    };
    expect(pointsOf(await quotes([cartOf(100), dear, cartOf(200)]))).toEqual([
      1,
      'pointsOutOfRange',
      2,
    ]);
  });

  it('takes as many carts as the limit says and refuses one more', async () => {
    const many = (count: number) => ({ carts: Array.from({ length: count }, () => cartOf(100)) });
    expect((await ask('/quotes', many(LIMITS.quotesMax))).status).toBe(200);
    expect((await ask('/quotes', many(LIMITS.quotesMax + 1))).status).toBe(400);
    expect((await ask('/quotes', many(0))).status).toBe(400);
  });

  it('says of a cart that is not valid what is wrong with it, and answers the others', async () => {
    const answer = await ask('/quotes', {
      carts: [cartOf(100), { ...cartOf(1), currency: 'x' }, null, cartOf(200)],
    });
    expect(answer.status).toBe(200);
    const said = (await answer.json()) as Quotes;
    expect(pointsOf(said)).toEqual([1, 'invalidRequest', 'invalidRequest', 2]);
    expect(said.items[1]).toMatchObject({ refused: { extra: { errors: [{ path: 'currency' }] } } });
  });
});

/** Quotes but for their ids and ends, which follow the clock. */
function withoutIds(items: Quotes['items']): unknown[] {
  return items.map((item) =>
    'quote' in item ? { ...item.quote, quoteId: null, expiresAt: null } : item,
  );
}
