import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AcquisitionFigures } from '@okaeri/shared/effect-figures';
import { LIMITS } from '@okaeri/shared/limits';
import { importCosts } from '../imports/import-costs.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const PATH = '/v1/insights/costs';
const ADS = {
  day: '2026-11-01',
  kind: 'ads',
  channel: 'search',
  amountMinor: 1200,
  currency: 'USD',
};

describe.each(ENGINES)('costs and settings of figures, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ rates: { JPY: '0.0067' } }));
  });
  afterAll(() => test.dispose());

  const add = async (key: string, change: object = {}) => {
    const answer = await world.merchant(
      'POST',
      PATH,
      { ...ADS, ...change },
      { 'idempotency-key': key },
    );
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const list = async (question = '') => {
    const answer = await world.merchant('GET', `${PATH}${question}`);
    return (await answer.json()) as { items: Record<string, unknown>[]; nextCursor: string | null };
  };
  const take = async (text: string, dryRun = false) => {
    const bytes = new TextEncoder().encode(text);
    const taken = await importCosts(world.deps, { shop: await world.shop(), bytes, dryRun });
    if ('refused' in taken) throw new Error(taken.refused.detail);
    return taken.ok;
  };

  it('settings are as they begin until they are saved with the tag that was read', async () => {
    const answer = await world.merchant('GET', '/v1/insights/settings');
    const etag = answer.headers.get('etag') ?? '';
    const begins = {
      marginShare: null,
      completeFrom: null,
      fixedCostMinorPerMonth: 0,
      report: { every: 'month', userIds: [] },
      alerts: { userIds: [] },
    };
    expect(await answer.json()).toEqual(begins);
    const put = (body: object, ifMatch: string) =>
      world.merchant('PUT', '/v1/insights/settings', body, { 'if-match': ifMatch });
    const saved = await put({ marginShare: 0.45, completeFrom: '2026-01-01' }, etag);
    expect(saved.status).toBe(200);
    expect(await saved.json()).toEqual({
      ...begins,
      marginShare: 0.45,
      completeFrom: '2026-01-01',
    });
    expect((await put({ marginShare: 0.5 }, etag)).status).toBe(412);
    expect((await put({ marginShare: 1.01 }, '"i1"')).status).toBe(400);
    expect((await put({ completeFrom: '2026-02-30' }, '"i1"')).status).toBe(400);
  });

  it('a cost is entered once for a key, in money of the shop, and listed by day', async () => {
    const first = await add('a');
    expect(first).toMatchObject({ status: 201, body: { ...ADS, shopMinor: 1200, note: null } });
    expect((await add('a')).body).toEqual(first.body);
    const yen = { day: '2026-11-03', kind: 'reward', channel: null, currency: 'JPY' };
    expect((await add('b', { ...yen, amountMinor: 3000 })).body).toMatchObject({ shopMinor: 2010 });
    await add('c', { day: '2026-10-31', note: 'Trial' });
    const days = async (question = ''): Promise<unknown[]> =>
      (await list(question)).items.map(({ day }) => day);
    expect(await days()).toEqual(['2026-11-03', '2026-11-01', '2026-10-31']);
    expect(await days('?from=2026-11-01&until=2026-11-01')).toEqual(['2026-11-01']);
    const page = await list('?limit=2');
    expect(await days(`?cursor=${page.nextCursor ?? ''}`)).toEqual(['2026-10-31']);
  });

  it('a cost that is taken back is gone, and a second time it stays so', async () => {
    const { body } = await add('gone', { day: '2025-01-01' });
    const remove = () => world.merchant('DELETE', `${PATH}/${String(body['id'])}`);
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    expect((await list('?until=2025-12-31')).items).toEqual([]);
  });

  it.each([
    [{ currency: 'CHF' }, 400],
    [{ amountMinor: -1 }, 400],
    [{ kind: 'rent' }, 400],
    [{ day: '1969-12-31' }, 400],
    [{ day: '2026-02-30' }, 400],
    [{ more: 1 }, 400],
  ])('%j is refused', async (change, status) => {
    expect((await add(JSON.stringify(change).replaceAll(/\W/g, ''), change)).status).toBe(status);
  });

  it('a file brings its good rows, names the bad ones, and changes nothing the second time', async () => {
    const file = [
      'day,kind,amount,currency,channel,note',
      '2024-05-01,ads,120.50,USD,search,May',
      '2024-05-01,ads,120.50,USD,search,May',
      '2024-05-02,message,3,usd,email,',
      '2024-05-03,ads,1.234,USD,,',
      '2024-05-03,rent,1,USD,,',
      '2024-13-03,ads,1,USD,,',
      '2024-05-04,ads,1,CHF,,',
    ].join('\n');
    const faults = [{ line: 5 }, { line: 6 }, { line: 7 }, { line: 8 }];
    expect(await take(file, true)).toMatchObject({ rows: 7, created: 4 });
    expect((await list('?until=2024-12-31')).items).toEqual([]);
    const first = await take(file);
    expect(first).toMatchObject({ rows: 7, created: 3, unchanged: 0, faults });
    expect(await take(file)).toMatchObject({ created: 0, unchanged: 3, faults });
    expect((await list('?until=2024-12-31')).items).toMatchObject([
      { day: '2024-05-02', kind: 'message', amountMinor: 300, channel: 'email', note: null },
      { amountMinor: 12_050, channel: 'search', note: 'May' },
      { amountMinor: 12_050 },
    ]);
    await expect(take('day,kind,amount\n')).rejects.toThrow('lacks the columns currency');
  });

  it(`a month takes ${LIMITS.costsMax} costs and no more; another month has room`, async () => {
    const values = Array.from(
      { length: LIMITS.costsMax - 1 },
      (_, i) =>
        `('${world.keys.shopId}', 'm${i}', 19723, 'ads', null, 1, 'USD', 1, null, 0, 'USD')`,
    );
    await behind(test.url, `insert into costs values ${values.join(', ')}`);
    expect((await add('last', { day: '2024-01-31' })).status).toBe(201);
    expect((await add('more', { day: '2024-01-31' })).status).toBe(409);
    expect((await add('next', { day: '2024-02-01' })).status).toBe(201);
    const file = 'day,kind,amount,currency\n2024-01-02,ads,7,USD\n';
    const refused = { created: 0, faults: [{ reason: expect.stringContaining('A month has') }] };
    expect(await take(file)).toMatchObject(refused);
  });

  it('figures tell costs in the currency the shop has now, and how many have no rate into it (E125)', async () => {
    const adsOf = async (): Promise<unknown> => {
      let answer = await world.merchant('GET', '/v1/insights/acquisition?asOf=2026-08-31');
      for (; answer.status === 202; await new Promise((resolve) => setTimeout(resolve, 30)))
        answer = await world.merchant('GET', '/v1/insights/acquisition?asOf=2026-08-31');
      const { months, costsWithoutRate } = (await answer.json()) as AcquisitionFigures;
      return [months.at(-1)?.adsMinor, costsWithoutRate];
    };
    const [dollars, yen] = [{ amountMinor: 5000 }, { amountMinor: 3000, currency: 'JPY' }];
    await add('euro-1', { day: '2026-08-03', ...dollars });
    await add('euro-2', { day: '2026-08-04', ...yen });
    expect(await adsOf()).toEqual([7010, 0]);
    await world.publish(testProgram({ currency: 'EUR', rates: { USD: '0.9' } }));
    expect(await adsOf()).toEqual([4500, 1]);
    await world.publish(testProgram({ currency: 'JPY', rates: { USD: '150' } }));
    expect(await adsOf()).toEqual([10_500, 0]);
  });
});
