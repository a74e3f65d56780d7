import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryPage, ListedMerchantTransaction, Page } from '@okaeri/shared/ledger';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { shownToShopper } from '../../loyalty/ledger/list-transactions.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';

/** What happens to one of a few orders, or to rewards. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ order: fc.nat(3), refunded: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.constantFrom('take' as const, 'giveBack' as const) },
);

describe.each(ENGINES)('a history of one’s own, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram({ cost: 5 }));
    acts = actsOf(world);
  });
  afterAll(() => test.dispose());

  let minutes = 0;
  const put = (who: string, order: number, refunded: number) => {
    minutes += 1;
    return acts.put(
      `${who}-${order}`,
      anOrder({
        shopper: { id: who },
        updatedAt: new Date(world.clock.at + minutes * 60_000).toISOString(),
        lines: [
          aLine('mug', 2650, {
            quantity: 2,
            refundedQuantity: refunded,
            refundedMinor: refunded * 2650,
          }),
        ],
      }),
    );
  };

  const page = async (who: string, limit: number, cursor: string | null): Promise<HistoryPage> => {
    const from = cursor === null ? '' : `&cursor=${cursor}`;
    const token = await world.token(who);
    const answer = await world.storefront('GET', `/me/transactions?limit=${limit}${from}`, {
      token,
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as HistoryPage;
  };

  it('has an order whole as soon as its newest row is there, wherever the page is cut', async () => {
    await put('eve', 1, 0);
    await put('eve', 2, 0);
    await put('eve', 1, 1);
    const first = await page('eve', 1, null);
    expect(first.items).toMatchObject([
      { kind: 'clawback', points: -26, source: { id: 'eve-1' }, balanceAfter: { available: 80 } },
    ]);
    expect(first.earlier).toMatchObject([
      { kind: 'earn', points: 53, source: { id: 'eve-1' }, balanceAfter: { available: 53 } },
    ]);
    expect(first.earlier[0]?.bought).toEqual([
      {
        lineId: 'mug',
        productId: 'p-mug',
        product: null,
        quantity: 2,
        refundedQuantity: 1,
        grossMinor: 5300,
        refundedMinor: 2650,
      },
    ]);
    expect(first.earlier[0]).not.toHaveProperty('note');
    const second = await page('eve', 1, first.nextCursor);
    expect(second).toMatchObject({
      items: [{ source: { id: 'eve-2' }, balanceAfter: { available: 106 } }],
      earlier: [],
    });
  });

  it('whatever happened, is the same rows once each in pages of any size, each source whole', async () => {
    let people = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 6 }),
        async (steps, limit) => {
          people += 1;
          const who = `someone-${people}`;
          await acts.me(who);
          const taken: string[] = [];
          for (const [at, one] of steps.entries())
            if (typeof one === 'object') await put(who, one.order, one.refunded);
            else if (one === 'take') {
              const answer = await acts.redeem(`${who}-${at}`, who);
              if (answer.ok) taken.push(((await answer.json()) as { id: string }).id);
            } else if (taken.length > 0) await acts.release(taken.pop() ?? '', who);
          await sameInPages(who, limit);
        },
      ),
      { numRuns: engine === 'SQLite' ? 25 : 8 },
    );
  });

  const sameInPages = async (who: string, limit: number): Promise<void> => {
    const path = `/v1/shoppers/${who}/transactions?limit=200`;
    const answer = await world.merchant('GET', path);
    const { items: all } = (await answer.json()) as Page<ListedMerchantTransaction>;
    const plain = all.map(shownToShopper);
    const listed: HistoryPage['items'][number][] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const { items, earlier, nextCursor }: HistoryPage = await page(who, limit, cursor);
      const sources = new Set(items.map(({ source }) => `${source?.kind} ${source?.id}`));
      const oldest = plain.findIndex(({ id }) => id === items.at(-1)?.id);
      expect(earlier).toEqual(
        plain
          .slice(oldest + 1)
          .filter(({ source }) => sources.has(`${source?.kind} ${source?.id}`)),
      );
      listed.push(...items);
      cursor = nextCursor;
    }
    expect(listed).toEqual(plain);
  };
});
