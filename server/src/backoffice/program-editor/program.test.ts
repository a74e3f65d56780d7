import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { defaultProgram } from '../../loyalty/program/default-program.ts';

describe.each(ENGINES)('the programme on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const save = (document: unknown, ifMatch?: string): Promise<Response> =>
    world.merchant('PUT', '/v1/program/draft', document, ifMatch ? { 'if-match': ifMatch } : {});
  const tagOf = async (path: string): Promise<string> =>
    (await world.merchant('GET', path)).headers.get('etag') ?? '';

  it('is saved as a draft, published as a version, and every version is kept', async () => {
    const published = await world.merchant('GET', '/v1/program');
    expect(published.headers.get('etag')).toBe('"v1"');
    const document = { ...((await published.json()) as object), name: { en: 'Second' } };
    const saved = await save(document, '"v1"');
    expect(saved.status).toBe(200);
    // Nobody but the merchant sees a draft.
    const open = await world.storefront('GET', '/program', {});
    expect(await open.json()).toMatchObject({ version: 1, name: { en: 'Circle' } });
    const tag = saved.headers.get('etag') ?? '';
    const answer = await world.merchant('POST', '/v1/program/publish', undefined, {
      'if-match': tag,
    });
    expect(await answer.json()).toMatchObject({ version: 2, name: { en: 'Second' } });
    const versions = await world.merchant('GET', '/v1/program/versions?limit=1');
    expect(await versions.json()).toMatchObject({ items: [{ version: 2 }], nextCursor: '2' });
    const rest = await world.merchant('GET', '/v1/program/versions?cursor=2');
    expect(await rest.json()).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
    const first = await world.merchant('GET', '/v1/program/versions/1');
    expect(await first.json()).toMatchObject({ version: 1, name: { en: 'Circle' } });
    expect((await world.merchant('GET', '/v1/program/versions/9')).status).toBe(404);
  });

  it('is not written without If-Match, nor over what somebody else has written', async () => {
    const tag = await tagOf('/v1/program/draft');
    expect((await save(testProgram())).status).toBe(428);
    expect((await save(testProgram(), tag)).status).toBe(200);
    const late = await save(testProgram(), tag);
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: 'preconditionFailed' });
    const publish = (ifMatch: string): Promise<Response> =>
      world.merchant('POST', '/v1/program/publish', undefined, { 'if-match': ifMatch });
    expect((await publish(tag)).status).toBe(412);
    expect((await publish(await tagOf('/v1/program/draft'))).status).toBe(200);
    // Published: there is no draft to publish again.
    expect((await publish(await tagOf('/v1/program/draft'))).status).toBe(404);
  });

  it('of ten who save the same draft at once, one is heard', async () => {
    const tag = await tagOf('/v1/program/draft');
    const answers = await Promise.all(Array.from({ length: 10 }, () => save(testProgram(), tag)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
  });

  it.each<[string, (document: ProgramDocument) => unknown, string]>([
    ['a word that is no field', (d) => ({ ...d, tears: [] }), ''],
    ['a time zone that is none', (d) => ({ ...d, timeZone: 'Tokyo' }), 'timeZone'],
    [
      'a rate of nothing',
      (d) => ({ ...d, earning: [{ ...d.earning[0], points: { per: {} } }] }),
      'earning[0].points.per',
    ],
    [
      'points that are fixed and per amount',
      (d) => ({ ...d, earning: [{ ...d.earning[0], points: { fixed: 1, per: {} } }] }),
      'earning[0].points.per',
    ],
    [
      'tiers that do not say how they are reached',
      (d) => ({ ...d, tiers: [{ id: 'a', name: { en: 'A' }, entry: 0 }] }),
      'tierPolicy',
    ],
    [
      'a ladder without a first step',
      (d) => ({ ...d, tiers: [{ id: 'a', name: { en: 'A' }, entry: 5 }] }),
      'tiers[0].entry',
    ],
    [
      'a rule for a tier that is not there',
      (d) => ({ ...d, earning: [{ ...d.earning[0], conditions: { tierIds: ['gold'] } }] }),
      'earning[0].conditions.tierIds[0]',
    ],
    [
      'a campaign that ends before it begins',
      (d) => ({
        ...d,
        campaigns: [
          {
            id: 'c',
            enabled: true,
            name: { en: 'C' },
            from: '2026-12-02T00:00:00Z',
            until: '2026-12-01T00:00:00Z',
            effect: { multiplier: '2' },
          },
        ],
      }),
      'campaigns[0].until',
    ],
    [
      'a rolling limit without its days',
      (d) => ({ ...d, earning: [{ ...d.earning[0], limit: { count: 1, every: 'rolling' } }] }),
      'earning[0].limit.days',
    ],
    ['two rewards of one id', (d) => ({ ...d, rewards: [d.rewards[0], d.rewards[0]] }), 'rewards'],
    [
      'a reward that is free',
      (d) => ({ ...d, rewards: [{ ...d.rewards[0], cost: { fixed: 0 } }] }),
      'rewards[0].cost.fixed',
    ],
    [
      'a hold of eleven years',
      (d) => ({ ...d, earning: [{ ...d.earning[0], hold: { days: 4000, from: 'paid' } }] }),
      'earning[0].hold.days',
    ],
    [
      'an unknown refund policy',
      (d) => ({ ...d, refunds: { policy: 'kind', returnSpentPoints: 'never' } }),
      'refunds.policy',
    ],
  ])('refuses %s and says where', async (_name, change, path) => {
    const answer = await save(change(defaultProgram('USD')), await tagOf('/v1/program/draft'));
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toContain(path);
  });

  it('of a shop in Japan is shown what the law allows of prizes, and refused beyond it', async () => {
    const gift = {
      id: 'g',
      enabled: true,
      name: { ja: '抽選' },
      probabilityPpm: 10_000,
      points: 60_000,
      from: '2026-01-01T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
      minimumBasket: { JPY: 3000 },
      budgetPoints: 1_000_000,
      redeemableFor: 'prizes',
    };
    const document = defaultProgram('JPY');
    const send = async (change: object): Promise<unknown> => {
      const gifts = [{ ...gift, ...change }];
      return (await save({ ...document, gifts }, await tagOf('/v1/program/draft'))).json();
    };
    // Twenty times an order of ¥3,000, and not a yen more.
    expect(await send({})).toMatchObject({
      advice: [{ giftId: 'g', allowed: true, text: expect.stringContaining('¥50,000,000') }],
    });
    expect(await send({ points: 60_001 })).toMatchObject({
      errors: [{ path: 'gifts[0].points', message: expect.stringContaining('¥60,000') }],
    });
    expect(await send({ points: 100_000, minimumBasket: { JPY: 5000 } })).toHaveProperty('advice');
    expect(await send({ points: 100_001, minimumBasket: { JPY: 50_000 } })).toHaveProperty(
      'errors',
    );
    // Given to everybody: a fifth of the order, or ¥200.
    expect(await send({ probabilityPpm: 1_000_000, points: 600 })).toHaveProperty('advice');
    expect(await send({ probabilityPpm: 1_000_000, points: 601 })).toHaveProperty('errors');
    expect(
      await send({ probabilityPpm: 1_000_000, points: 201, minimumBasket: { JPY: 999 } }),
    ).toHaveProperty('errors');
    // A discount on the shop's own goods is no premium.
    expect(await send({ points: 900_000, redeemableFor: 'discounts' })).toHaveProperty('advice');
  });

  it('is public, cached, and answered with 304 while it has not changed', async () => {
    const answer = await world.storefront('GET', '/program', {});
    const etag = answer.headers.get('etag') ?? '';
    expect(answer.headers.get('cache-control')).toContain('public');
    const again = await world.storefront('GET', '/program', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('is sent compressed to whoever takes that, and is the same', async () => {
    const plain = await world.storefront('GET', '/program', {});
    const headers = { 'accept-encoding': 'gzip, br' };
    const packed = await world.storefront('GET', '/program', { headers });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    for (const answer of [plain, packed])
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    const bytes = new Uint8Array(await packed.arrayBuffer());
    const text = await plain.text();
    expect(gunzipSync(bytes).toString()).toBe(text);
    expect(bytes.byteLength).toBeLessThan(text.length * 0.6);
    const known = { ...headers, 'if-none-match': packed.headers.get('etag') ?? '' };
    expect((await world.storefront('GET', '/program', { headers: known })).status).toBe(304);
  });

  it.each(['USD', 'JPY', 'KWD', 'EUR'])(
    'begins, in %s, with one that is valid',
    async (currency) => {
      const answer = await save(defaultProgram(currency), await tagOf('/v1/program/draft'));
      expect(answer.status).toBe(200);
    },
  );

  it('that is explicit leaves the joining to the shopper, who earns meanwhile and cannot redeem', async () => {
    const shy = await openWorld(test.store, { ...testProgram(), enrolment: 'explicit' });
    const token = await shy.token('shy');
    const me = async (): Promise<unknown> => (await shy.storefront('GET', '/me', { token })).json();
    expect(await me()).toMatchObject({ shopper: { status: 'guest' }, balance: { available: 0 } });
    const redeem = await shy.storefront('POST', '/redemptions', {
      token,
      body: { rewardId: 'off5' },
      headers: { 'idempotency-key': 'k' },
    });
    expect(await redeem.json()).toMatchObject({ status: 403, code: 'notEnrolled' });
    for (const _ of [1, 2]) await shy.storefront('POST', '/me/enroll', { token });
    expect(await me()).toMatchObject({
      shopper: { status: 'member' },
      balance: { available: 100 },
      earning: [
        { ruleId: 'order', limit: { kind: 'noLimit' } },
        { limit: { kind: 'limitReachedForever' } },
      ],
    });
  });
});
