import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BalanceImport, BalancePreview } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { exportShop } from '../portability/export-shop.ts';
import { actsOf } from '../testing/acts.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { programWith } from '../testing/programs.ts';
import { openWorld, type World } from '../testing/world.ts';

const FOLDER = join(import.meta.dirname, '../testing/fixtures/members');
const fileOf = (name: string): string => readFileSync(join(FOLDER, `${name}.csv`), 'utf8');

describe.each(ENGINES)('members of other tools on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  beforeEach(async () => {
    const tier = (id: string, entry: number) => ({
      id,
      name: { en: id },
      entry,
      multiplier: '1',
      perks: [],
      entryPoints: 0,
    });
    world = await openWorld(
      test.store,
      programWith({
        earning: [
          {
            id: 'signup',
            on: 'signup',
            enabled: true,
            points: { fixed: 100 },
            limit: { count: 1, every: 'lifetime' },
          },
        ],
        tiers: [tier('Bronze', 0), tier('Gold', 900)],
        tierPolicy: {
          metric: 'points',
          window: { kind: 'lifetime' },
          downgrade: 'oneStep',
          graceDays: 0,
        },
      }),
    );
  });
  afterAll(() => test.dispose());

  const send = async (
    path: string,
    text: string | Uint8Array,
    options: object = {},
  ): Promise<Response> => {
    const form = new FormData();
    form.append(
      'file',
      new File([typeof text === 'string' ? text : Buffer.from(text)], 'members.csv'),
    );
    form.append('options', JSON.stringify(options));
    return world.request(`/v1/balances/imports${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secretKey}` },
      body: form,
    });
  };
  const preview = async (text: string, options?: object): Promise<BalancePreview> =>
    (await send('/preview', text, options)).json() as Promise<BalancePreview>;
  const bring = async (text: string, options?: object): Promise<BalanceImport> => {
    const answer = await send('', text, options);
    expect(answer.status).toBe(201);
    return (await answer.json()) as BalanceImport;
  };
  const seen = async (id: string) => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}`);
    const { balance, tier, name } = (await answer.json()) as {
      name: string;
      balance: { available: number; lifetime: number };
      tier: { id: string } | null;
    };
    return [name, balance.available, balance.lifetime, tier?.id ?? null];
  };
  const faults = ({ faults: all }: { faults: BalanceImport['faults'] }) =>
    all.map(({ line, code }) => `${line} ${code}`);

  it.each([
    [
      'smile',
      'Smile',
      ['4 emailInvalid'],
      {
        '5912345678': ['Mika Aalto', 1250, 1250, 'Gold'],
        '5912345679': ['Aoi 佐藤', 0, 0, 'Bronze'],
      },
    ],
    [
      'loyaltylion',
      'LoyaltyLion',
      ['3 pointsInvalid'],
      { '7001': ['Ada Byron', 900, 900, 'Gold'] },
    ],
    ['yotpo', 'Yotpo', ['3 lifetimeTooSmall'], { '31': ['Cleo Patra', 400, 1000, 'Gold'] }],
    [
      'rivo',
      'Rivo',
      ['3 referralCodeTaken', '4 duplicate'],
      { '9001': ['Eve Moneypenny', 77, 77, 'Bronze'] },
    ],
    ['easypoints', 'easyPoints', ['3 pointsInvalid'], { '8001': ['花 山田', 320, 900, 'Gold'] }],
    [
      'generic',
      'a file',
      ['3 shopperUnknown', '4 shopperMissing'],
      { 'm-1': ['Gil', 100, 250, 'Bronze'] },
    ],
  ])('come with their points from %s', async (name, source, refused, members) => {
    const before = await preview(fileOf(name));
    const brought = await bring(fileOf(name));
    expect(brought.source).toBe(source);
    expect([before.ready, before.points]).toEqual([brought.imported, brought.points]);
    expect(faults(brought).filter((fault) => !fault.endsWith('tierDiffers'))).toEqual(refused);
    for (const [id, expected] of Object.entries(members)) expect(await seen(id)).toEqual(expected);
    const { differences } = await verifyLedger(world.deps, { shopId: world.keys.shopId });
    expect(differences).toEqual([]);
  });

  it('are told where the programme gives another tier than the file', async () => {
    const text = 'customer_id,points,tier\n1,10,VIP\n2,1000,VIP\n';
    expect(faults(await bring(text))).toEqual(['2 tierDiffers', '3 tierDiffers']);
    expect(faults(await bring(text, { tiers: { VIP: 'Gold' } }))).toEqual(['2 tierDiffers']);
  });

  it('come once: the same file moves nothing, a later one what has changed', async () => {
    await bring('customer_id,points,lifetime_points\n1,100,300\n');
    const again = await bring('customer_id,points,lifetime_points\n1,100,300\n');
    expect(again.points).toBe(0);
    expect((await bring('customer_id,points,lifetime_points\n1,40,350\n')).points).toBe(-60);
    expect(await seen('1')).toEqual([null, 40, 350, 'Bronze']);
  });

  it('go back exactly as they were, however often it is asked', async () => {
    const acts = actsOf(world);
    await bring('customer_id,points\nada,70\n');
    const state = async () => JSON.stringify(await seen('ada'));
    const before = await state();
    const { id } = await bring('customer_id,points,lifetime_points\nada,500,2000\n');
    expect(await seen('ada')).toEqual([null, 500, 2000, 'Gold']);
    for (let time = 0; time < 2; time += 1) {
      const answer = await world.merchant('DELETE', `/v1/balances/imports/${id}`);
      expect(answer.status).toBe(200);
      expect(await state()).toBe(before);
    }
    expect((await acts.me('ada')).balance.available).toBe(70);
    expect((await world.merchant('DELETE', '/v1/balances/imports/none')).status).toBe(404);
  });

  it('are in the file of the whole shop', async () => {
    await bring(fileOf('generic'));
    const lines: string[] = [];
    for await (const line of exportShop(world.deps, await world.shop())) lines.push(line);
    expect(lines.some((line) => line.startsWith('["balanceImports"'))).toBe(true);
  });

  it('cannot come from what cannot be read, and nothing is changed by looking', async () => {
    for (const [text, options] of [
      ['', {}],
      ['a,b\n1,2\n', {}],
      ['customer_id,name\n1,x\n', {}],
      ['name,points\nx,1\n', {}],
      ['customer_id,points\n1,2\n', { columns: { points: 'Punkte' } }],
    ] as const)
      expect((await send('/preview', text, options)).status).toBe(422);
    const foreign = Buffer.from('customer_id,points\n\xe9,2\n', 'latin1');
    expect((await send('', foreign)).status).toBe(422);
    expect((await send('', foreign, { encoding: 'windows-1252' })).status).toBe(201);
    const long = `customer_id,points\n${'x,1\n'.repeat(LIMITS.importRowsMax + 1)}`;
    expect((await send('/preview', long)).status).toBe(422);
    await preview(fileOf('smile'));
    expect((await world.merchant('GET', '/v1/shoppers/5912345678')).status).toBe(404);
  });

  it('come with their history, dated as it was, once however often', async () => {
    const history = [
      'customer_id,date,points,description',
      'ada,2024-03-01,300,Order 1',
      'ada,2024-05-01,-120,Reward',
      'ada,2024-04-01,50,Birthday',
      'ada,2024-04-01,50,Birthday',
      'bea,2024-04-01,-5,Nothing to take',
      'cleo,04/05/2024,7,Which day?',
    ].join('\n');
    const options = { kind: 'history' };
    const before = await preview(history, options);
    expect([before.points, before.sample[0]]).toEqual([
      275,
      { line: 2, shopperId: 'ada', isNew: true, before: 0, after: 280 },
    ]);
    const brought = await bring(history, options);
    expect(faults(brought)).toEqual(['6 pointsInvalid', '7 dateAmbiguous']);
    expect(await seen('ada')).toEqual([null, 280, 400, 'Bronze']);
    expect((await bring(history, options)).points).toBe(0);
    const rows = await actsOf(world).history('ada');
    expect(rows.map(({ effectiveAt, points }) => [effectiveAt.slice(0, 10), points])).toEqual([
      ['2024-05-01', -120],
      ['2024-04-01', 50],
      ['2024-04-01', 50],
      ['2024-03-01', 300],
    ]);
    // What they have in the end comes on top of what is known, and only that.
    expect((await bring('customer_id,points,lifetime_points\nada,300,420\n')).points).toBe(20);
    expect(await seen('ada')).toEqual([null, 300, 420, 'Bronze']);
    await world.merchant('DELETE', `/v1/balances/imports/${brought.id}`);
    expect((await bring(history, options)).points).toBe(280);
    const { differences } = await verifyLedger(world.deps, { shopId: world.keys.shopId });
    expect(differences).toEqual([]);
  });

  it('may have columns called anything, where it is said which they are', async () => {
    const columns = { shopperId: 'Kunde', points: 'Punkte' };
    await bring('Kunde;Punkte\nx-1;"1 200"\n', { columns });
    expect(await seen('x-1')).toEqual([null, 1200, 1200, 'Gold']);
  });
});
