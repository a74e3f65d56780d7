import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RfmFigures } from '@okaeri/shared/figures';
import type { Counted } from '@okaeri/shared/list-parts';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import type { SuggestionAudit } from '@okaeri/shared/suggestions';
import { figuresOf } from '../../../loyalty/buyers/buyer-figures.ts';
import { keptScale } from '../../../loyalty/buyers/kept-scale.ts';
import { buyerOf, measureBuyer } from '../../../loyalty/buyers/scale-rules.ts';
import { readPurchaseDays } from '../../../loyalty/orders/days/read-days.ts';
import { walkShoppers } from '../../../loyalty/shoppers/find-queries.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { createSegmentRefresh } from '../../../loyalty/shoppers/refresh-segments.ts';
import { contextOf } from '../../../loyalty/shoppers/shopper-context.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { actsOf } from '../../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { importShop } from '../../../testing/imported-shop.ts';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { programWith, rewardWith } from '../../../testing/programs.ts';
import { simulateShop, USUAL_HABITS } from '../../../testing/simulated-shop.ts';
import { TODAY } from '../../../testing/today.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import { keepScales } from './keep-scales.ts';

const DAYS = 365;
const TODAY_DAY = Math.floor(TODAY / DAY_MS);
const SHOP = simulateShop(USUAL_HABITS, { shoppers: 420, days: DAYS, seed: 11 });
const segment = (id: string, rules: object) => ({ id, name: { en: id }, ...rules });
const PROGRAM = programWith({
  timeZone: 'UTC',
  rewards: [rewardWith({ id: 'mug', cost: { fixed: 1 } })],
  segments: [
    segment('best', { valueGroups: ['high'] }),
    segment('late', { overdueDays: { min: 1 } }),
    segment('any', { rfmGroups: ['champions', 'loyal', 'new', 'promising', 'needsAttention'] }),
  ],
});

/** What the first engine kept: the second must keep the same digits. */
let keptFirst: unknown;

describe.each(ENGINES)('what buyers are measured by, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;

  const scale = () => world.deps.store.read((tx) => keptScale(tx, world.keys.shopId));
  const shopper = async (externalId: string) => {
    const found = await world.deps.store.read((tx) =>
      findExisting(tx, { shopId: world.keys.shopId, externalId }),
    );
    if (found === undefined) throw new Error(`There is no ${externalId}.`);
    return found;
  };
  const figures = async (externalId: string) => {
    const row = await shopper(externalId);
    return world.deps.store.read((tx) => figuresOf(tx, row, world.clock.at));
  };
  const segments = async (externalId: string): Promise<readonly string[]> => {
    const row = await shopper(externalId);
    const document = PROGRAM;
    const who = await world.deps.store.read((tx) => contextOf(tx, row, document, world.clock.at));
    return who.segmentIds;
  };
  const placeAll = async (): Promise<void> => {
    const next = createSegmentRefresh(world.deps);
    for (let round = 0; round < 6; round += 1) await next();
  };
  const list = async (query: string) => {
    const answer = await world.merchant('GET', `/v1/shoppers?counted=true&limit=1&${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as { items: ListedShopper[]; total: Counted };
  };
  const all = async () =>
    world.deps.store.read((tx) =>
      tx.run(walkShoppers, { shopId: world.keys.shopId, afterId: '', limit: 1000 }),
    );
  /** Somebody who is late by their own gap, and has not lapsed by the shop's days. */
  const findLate = async (): Promise<string> => {
    for (let i = 0; i < SHOP.length; i += 1) {
      const lastDay = SHOP[i]?.at(-1)?.day ?? 0;
      const hasLapsed = DAYS - lastDay >= PROGRAM.loop.lapsedDays;
      if (!hasLapsed && ((await figures(`s${i}`))?.overdueDays ?? 0) > 0) return `s${i}`;
    }
    throw new Error('Nobody is late.');
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, PROGRAM);
    await importShop(world, SHOP, TODAY_DAY - DAYS);
    await keepScales(world.deps);
  });
  afterAll(() => test.dispose());

  it('is kept, and the same digits on both engines (E85)', async () => {
    const kept = await scale();
    expect(kept).toMatchObject({ asOf: TODAY_DAY, people: SHOP.length, currency: 'USD' });
    expect(kept?.bgNbd).not.toBeNull();
    expect(kept?.gammaGamma).not.toBeNull();
    expect(keptFirst ?? kept).toEqual(kept);
    keptFirst = kept;
  });

  it('measures everybody as the rules do of all their days, without reading them', async () => {
    const kept = await scale();
    if (kept === undefined) throw new Error('Nothing was kept.');
    for (const row of await all()) {
      const { shopId, id: shopperId } = row;
      const [found, days] = await world.deps.store.read(async (tx) => [
        await figuresOf(tx, row, TODAY),
        await readPurchaseDays(tx, { shopId, shopperId }),
      ]);
      const buyer = buyerOf(days);
      expect(found).toEqual(buyer === undefined ? null : measureBuyer(kept, buyer, TODAY_DAY));
    }
  });

  it('puts as many into each group as the figure tells (E75), and lists are narrowed to them', async () => {
    await placeAll();
    let told: RfmFigures | undefined;
    await expect
      .poll(
        async () => {
          const answer = await world.merchant('GET', '/v1/insights/rfm');
          if (answer.status === 200) told = (await answer.json()) as RfmFigures;
          return answer.status;
        },
        { timeout: 20_000 },
      )
      .toBe(200);
    for (const { name, size } of told?.groups ?? [])
      expect([name, (await list(`rfm=${name}`)).total.count]).toEqual([name, size]);
    const values = await Promise.all(
      ['high', 'middle', 'low'].map(async (value) => (await list(`value=${value}`)).total.count),
    );
    expect(values.reduce((sum, count) => sum + count, 0)).toBe(SHOP.length);
    expect(values[0]).toBeLessThanOrEqual(SHOP.length / 5);
    const late = (await list('overdue=true')).total.count;
    expect((await list('segment=late')).total.count).toBe(late);
    expect(late).toBeGreaterThan(0);
    const every =
      'status=member&stage=lapsed&segment=late&value=low&again=low&overdue=true&rfm=lost';
    expect((await list(`${every}&tag=vip`)).total.count).toBe(0);
    expect((await world.merchant('GET', '/v1/shoppers?rfm=best')).status).toBe(400);
  });

  it('tells why a reward stands where it does: whoever is past their usual gap is welcome back', async () => {
    const late = await findLate();
    const adjusted = await world.merchant(
      'POST',
      `/v1/shoppers/${late}/adjustments`,
      { points: 10, reason: 'hello' },
      { 'idempotency-key': 'hello-from-the-shop' },
    );
    expect(adjusted.status).toBe(201);
    const read = async (): Promise<SuggestionAudit> => {
      const answer = await world.merchant('GET', `/v1/shoppers/${late}/suggestions`);
      expect(answer.status).toBe(200);
      return (await answer.json()) as SuggestionAudit;
    };
    const { inputs, rewards } = await read();
    expect(inputs.figures).toEqual(await figures(late));
    expect(rewards[0]).toMatchObject({ id: 'mug', because: 'welcomeBack' });
    await world.merchant('PUT', `/v1/shoppers/${late}`, { personalised: false });
    expect((await read()).inputs.figures).toBeNull();
    await world.merchant('PUT', `/v1/shoppers/${late}`, { personalised: true });
  });

  it('says nothing of whoever has said no, in no list and no segment (E28)', async () => {
    const late = await findLate();
    expect(await segments(late)).toContain('late');
    const before = (await list('overdue=true')).total.count;
    await world.merchant('PUT', `/v1/shoppers/${late}`, { personalised: false });
    expect(await figures(late)).toBeNull();
    expect(await segments(late)).toEqual([]);
    await placeAll();
    expect((await list('overdue=true')).total.count).toBe(before - 1);
    await world.merchant('PUT', `/v1/shoppers/${late}`, { personalised: true });
    expect(await segments(late)).toContain('late');
  });

  it('says nothing of people of the house, as soon as they are tagged (E9)', async () => {
    const settings = await world.merchant('GET', '/v1/reviews/settings');
    const etag = settings.headers.get('etag') ?? '';
    const document = { ...((await settings.json()) as object), insiderTags: ['staff'] };
    const saved = await world.merchant('PUT', '/v1/reviews/settings', document, {
      'if-match': etag,
    });
    expect(saved.status).toBe(200);
    await keepScales(world.deps);
    expect((await scale())?.insiderTags).toEqual(['staff']);
    const late = await findLate();
    await world.merchant('PUT', `/v1/shoppers/${late}`, { tags: ['staff'] });
    expect(await figures(late)).toBeNull();
    expect(await segments(late)).toEqual([]);
    await world.merchant('PUT', `/v1/shoppers/${late}`, { tags: [] });
    expect(await segments(late)).toContain('late');
  });

  it('counts an order at once, and one that is cancelled no more (E70)', async () => {
    const late = await findLate();
    const before = await figures(late);
    const placedAt = new Date(world.clock.at).toISOString();
    const order = anOrder({
      shopper: { id: late },
      placedAt,
      paidAt: placedAt,
      lines: [aLine('a', 500)],
    });
    await actsOf(world).put('now', order);
    expect((await figures(late))?.overdueDays).toBe(0);
    const updatedAt = new Date(world.clock.at + 1).toISOString();
    await actsOf(world).put('now', { ...order, updatedAt, cancelledAt: updatedAt });
    expect(await figures(late)).toEqual(before);
  });

  it('is taken anew on another day, and not twice on one', async () => {
    const kept = await scale();
    await keepScales(world.deps);
    expect(await scale()).toEqual(kept);
    world.clock.at += DAY_MS;
    await keepScales(world.deps);
    expect((await scale())?.asOf).toBe(TODAY_DAY + 1);
  });

  it('is gone in a shop for children (L4)', async () => {
    const settings = await world.merchant('GET', '/v1/contacts/settings');
    const document = { ...((await settings.json()) as object), addressesChildren: true };
    const saved = await world.merchant('PUT', '/v1/contacts/settings', document, {
      'if-match': settings.headers.get('etag') ?? '',
    });
    expect(saved.status).toBe(200);
    await keepScales(world.deps);
    expect(await scale()).toBeUndefined();
    expect(await figures('s0')).toBeNull();
  });
});
