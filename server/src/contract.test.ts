import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf, plainProgram } from './testing/acts.ts';
import { ENGINES, type TestStore } from './testing/engines.ts';
import { aLine, anOrder, hours } from './testing/order-states.ts';
import { openWorld, testProgram, type World } from './testing/world.ts';

/** What a value is made of: the names of its members, and of theirs. Lists are as their first item is. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : [];
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, shapeOf(member)]),
  );
};

// The examples of the contract: an outsider writes against these names.
describe.each(ENGINES)('the contract by example on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    const base = testProgram();
    world = await openWorld(test.store, {
      ...base,
      expiry: { kind: 'perLot', days: 365 },
      rewards: plainProgram({ cost: 60 }).rewards,
    });
    const lines = [aLine('l1', 1800, { quantity: 2, taxMinor: 288 })];
    await actsOf(world).put('1001', anOrder({ lines, fulfilledAt: hours(0) }));
  });
  afterAll(() => test.dispose());

  it('shows a shopper to the merchant', async () => {
    const answer = await world.merchant('GET', '/v1/shoppers/ada');
    expect(shapeOf(await answer.json())).toEqual({
      balance: {
        available: 'number',
        debt: 'number',
        held: 'number',
        lifetime: 'number',
        pending: 'number',
      },
      birthday: null,
      createdAt: 'string',
      email: null,
      enrolledAt: 'string',
      guestId: null,
      id: 'string',
      knownSince: 'string',
      locale: null,
      name: null,
      stage: 'string',
      status: 'string',
      tags: [],
      tier: null,
      timeZone: null,
    });
  });

  it('shows a transaction alike in both histories, and to the merchant what the team noted', async () => {
    const token = await world.token('ada');
    const mine = await (await world.storefront('GET', '/me/transactions', { token })).json();
    const theirs = await (await world.merchant('GET', '/v1/shoppers/ada/transactions')).json();
    const shown = theirs as { items: Readonly<Record<string, unknown>>[] };
    expect(shown.items).toMatchObject(shown.items.map(() => ({ note: null, by: null })));
    const alike = shown.items.map(({ note: _note, by: _by, ...both }) => both);
    // Their own brings older rows of the same orders along, of which there are none here.
    expect(mine).toEqual({ ...shown, items: alike, earlier: [] });
    expect(shapeOf(mine)).toMatchObject({
      nextCursor: null,
      items: [
        {
          at: 'string',
          balanceAfter: { available: 'number', pending: 'number' },
          effectiveAt: 'string',
          expireAt: 'string',
          id: 'string',
          kind: 'string',
          label: 'string',
          matureAt: 'string',
          points: 'number',
          receipt: expect.anything(),
          source: { id: 'string', kind: 'string' },
          state: 'string',
        },
      ],
    });
    const { items } = mine as { items: unknown[] };
    expect(items[0]).toMatchObject({
      kind: 'earn',
      source: { kind: 'order', id: '1001' },
      points: 36,
      state: 'pending',
      label: 'Order 1001',
      balanceAfter: { pending: 36, available: 100 },
    });
  });

  it('gives pages of a history that join without a gap, each row with the balance it left', async () => {
    const token = await world.token('pager');
    const acts = actsOf(world);
    for (let i = 0; i < 7; i += 1)
      await acts.put(
        `p${i}`,
        anOrder({ shopper: { id: 'pager' }, lines: [aLine('a', 1000 * (i + 1))] }),
      );
    const whole = (await acts.history('pager')).map(({ id, balanceAfter }) => [id, balanceAfter]);
    const joined: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/me/transactions?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const answer = await world.storefront('GET', path, { token });
      const page = (await answer.json()) as {
        items: { id: string; balanceAfter: unknown }[];
        nextCursor: string | null;
      };
      joined.push(...page.items.map(({ id, balanceAfter }) => [id, balanceAfter]));
      cursor = page.nextCursor;
    }
    expect(joined).toEqual(whole);
    expect(whole[0]?.[1]).toEqual({ pending: 280, available: 100 });
    expect(whole.at(-1)?.[1]).toEqual({ pending: 0, available: 100 });
    for (const bad of ['x', '1', '1_2', '1_2_3_4'])
      expect(
        (await world.storefront('GET', `/me/transactions?cursor=${bad}`, { token })).status,
      ).toBe(400);
  });

  it('answers a shopper everything at once, takes a reward, and quotes', async () => {
    const token = await world.token('ada', { name: 'Ada', locale: 'ja' });
    const me = await (await world.storefront('GET', '/me', { token })).json();
    expect(me).toMatchObject({
      shopper: { id: 'ada', name: 'Ada', status: 'member', locale: 'ja' },
      balance: { pending: 36, available: 100, held: 0, debt: 0, worthMinor: 100, currency: 'USD' },
      tier: null,
      rewards: [{ id: 'off5', eligibility: { kind: 'redeemable' }, because: 'affordable' }],
      earning: [
        { ruleId: 'order', limit: { kind: 'noLimit' } },
        { ruleId: 'signup', limit: { kind: 'limitReachedForever' } },
      ],
      vouchers: [],
      nudges: [],
      asOf: expect.any(String),
    });
    expect((me as { balance: unknown }).balance).toMatchObject({
      nextExpiry: { points: 100, at: expect.any(String) },
    });
    const redemption = await world.storefront('POST', '/redemptions', {
      token,
      body: { rewardId: 'off5', points: null },
      headers: { 'idempotency-key': 'k' },
    });
    expect(redemption.status).toBe(201);
    expect(await redemption.json()).toMatchObject({
      id: expect.stringMatching(/^rd_/),
      rewardId: 'off5',
      state: 'issued',
      points: 60,
      voucher: {
        code: expect.stringMatching(/^OK(-[0-9A-HJKMNP-TV-Z]{4}){3}$/),
        valueMinor: 500,
        currency: 'USD',
        expiresAt: expect.any(String),
      },
      releasable: true,
      balance: { pending: 36, available: 40, held: 60, debt: 0 },
    });
    const missing = await world.storefront('POST', '/redemptions', {
      token,
      body: { rewardId: 'off5' },
      headers: { 'idempotency-key': 'l' },
    });
    expect(await missing.json()).toMatchObject({
      type: 'https://okaeri.dev/problems/insufficientPoints',
      title: 'Not enough points',
      status: 409,
      code: 'insufficientPoints',
      detail: 'This reward costs 60 points; 40 are available.',
      missing: 20,
    });
    const quote = await world.storefront('POST', '/quote', {
      body: { currency: 'USD', lines: [{ productId: 'p', quantity: 1, priceMinor: 3600 }] },
    });
    expect(await quote.json()).toMatchObject({
      quoteId: expect.any(String),
      expiresAt: expect.any(String),
      points: 36,
      receipt: { basisMinor: 3600 },
      mayChange: [],
    });
  });

  it('says in words and with a time that it is busy, and loses nothing of what it took', async () => {
    const small = await openTestStore({ queueMax: 50 });
    const crowd = await openWorld(small.store, plainProgram());
    const answers = await Promise.all(
      Array.from({ length: 400 }, async (_, i) =>
        crowd.merchant('PUT', `/v1/orders/c${i}`, anOrder({ lines: [aLine('a', 100)] })),
      ),
    );
    const refused = answers.filter(({ status }) => status === 503);
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken.length + refused.length).toBe(400);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await refused[0]?.json()).toMatchObject({ code: 'busy' });
    const shopper = await crowd.merchant('GET', '/v1/shoppers/ada');
    expect(await shopper.json()).toMatchObject({ balance: { available: taken.length } });
    await small.dispose();
  });
});
