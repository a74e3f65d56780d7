import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { actsOf } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { faultsOf, memberFilesOf, type MemberFiles } from '../../testing/member-files.ts';
import { programWith, tierWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

const FOLDER = join(import.meta.dirname, '../../testing/fixtures/members');
const fileOf = (name: string): string => readFileSync(join(FOLDER, `${name}.csv`), 'utf8');

describe.each(ENGINES)('members of other tools on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let files: MemberFiles;
  beforeAll(async () => {
    test = await openTestStore();
  });
  beforeEach(async () => {
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
        tiers: [tierWith('Bronze', 0), tierWith('Gold', 900)],
        tierPolicy: {
          metric: 'points',
          window: { kind: 'lifetime' },
          downgrade: 'oneStep',
          graceDays: 0,
        },
      }),
    );
    files = memberFilesOf(world);
  });
  afterAll(() => test.dispose());

  const seen = async (id: string) => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}`);
    const { balance, tier, name } = (await answer.json()) as {
      name: string;
      balance: { available: number; lifetime: number };
      tier: { id: string } | null;
    };
    return [name, balance.available, balance.lifetime, tier?.id ?? null];
  };

  it.each([
    [
      'smile',
      'Smile',
      ['3 tierUnknown', '4 emailLeftOut'],
      {
        '5912345678': ['Mika Aalto', 1250, 1250, 'Gold'],
        '5912345679': ['Aoi 佐藤', 0, 0, 'Bronze'],
        '5912345680': ['Bo Ken', 10, 10, 'Bronze'],
      },
    ],
    [
      'loyaltylion',
      'LoyaltyLion',
      ['3 pointsInvalid'],
      { '7001': ['Ada Byron', 900, 900, 'Gold'] },
    ],
    [
      'yotpo',
      'Yotpo',
      ['3 lifetimeLeftOut'],
      { '31': ['Cleo Patra', 400, 1000, 'Gold'], '32': ['Dora', 500, 500, 'Bronze'] },
    ],
    [
      'rivo',
      'Rivo',
      ['3 referralCodeTaken', '4 duplicate'],
      { '9001': ['Eve Moneypenny', 77, 77, 'Bronze'] },
    ],
    [
      'easypoints',
      'easyPoints',
      ['2 tierUnknown', '3 pointsInvalid'],
      { '8001': ['花 山田', 320, 900, 'Gold'] },
    ],
    [
      'generic',
      'a file',
      ['3 shopperUnknown', '4 shopperMissing'],
      { 'm-1': ['Gil', 100, 250, 'Gold'] },
    ],
  ])('come with their points from %s', async (name, source, refused, members) => {
    // "1,250" could be two numbers.
    const options = { decimalMark: 'point' };
    const before = await files.preview(fileOf(name), options);
    const report = await files.bring(fileOf(name), options);
    expect(report.source).toBe(source);
    expect([before.ready, before.points]).toEqual([report.imported, report.points]);
    expect(faultsOf(report)).toEqual(refused);
    for (const [id, expected] of Object.entries(members)) expect(await seen(id)).toEqual(expected);
    const { differences } = await verifyLedger(world.deps, { shopId: world.keys.shopId });
    expect(differences).toEqual([]);
  });

  it('are previewed with who the file says they are', async () => {
    const file = 'customer_id,points,name,email,tier\ns-1,5,Mika,s-1@x.example,Gold\ns-2,7,,,\n';
    expect((await files.preview(file)).sample).toMatchObject([
      { shopperId: 's-1', name: 'Mika', email: 's-1@x.example', tier: 'Gold' },
      { shopperId: 's-2', name: null, email: null, tier: null },
    ]);
  });

  it('come once: the same file moves nothing, a later one what has changed', async () => {
    await files.bring('customer_id,points,lifetime_points\n1,100,300\n');
    const again = await files.bring('customer_id,points,lifetime_points\n1,100,300\n');
    expect(again.points).toBe(0);
    expect((await files.bring('customer_id,points,lifetime_points\n1,40,350\n')).points).toBe(-60);
    expect(await seen('1')).toEqual([null, 40, 350, 'Bronze']);
  });

  it('go back exactly as they were, however often it is asked', async () => {
    const acts = actsOf(world);
    await files.bring('customer_id,points\nada,70\n');
    const state = async () => JSON.stringify(await seen('ada'));
    const before = await state();
    const { id } = await files.bring('customer_id,points,lifetime_points\nada,500,2000\n');
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
    await files.bring(fileOf('generic'));
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
      expect((await files.send('/preview', text, options)).status).toBe(422);
    const unsaid = await files.send('/preview', 'Kunde,Saldo\n1,2\n');
    expect(await unsaid.json()).toMatchObject({ headers: ['Kunde', 'Saldo'] });
    const foreign = Buffer.from('customer_id,points\n\xe9,2\n', 'latin1');
    expect((await files.send('', foreign)).status).toBe(422);
    expect((await files.send('', foreign, { encoding: 'windows-1252' })).status).toBe(201);
    const long = `customer_id,points\n${'x,1\n'.repeat(LIMITS.importRowsMax + 1)}`;
    expect((await files.send('/preview', long)).status).toBe(422);
    await files.preview(fileOf('smile'));
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
    const before = await files.preview(history, options);
    expect([before.points, before.sample[0]]).toMatchObject([
      275,
      { line: 2, shopperId: 'ada', isNew: true, before: 0, after: 280 },
    ]);
    const report = await files.bring(history, options);
    expect(faultsOf(report)).toEqual(['6 pointsInvalid', '7 dateAmbiguous']);
    expect(await seen('ada')).toEqual([null, 280, 400, 'Bronze']);
    expect((await files.bring(history, options)).points).toBe(0);
    const rows = await actsOf(world).history('ada');
    expect(rows.map(({ effectiveAt, points }) => [effectiveAt.slice(0, 10), points])).toEqual([
      ['2024-05-01', -120],
      ['2024-04-01', 50],
      ['2024-04-01', 50],
      ['2024-03-01', 300],
    ]);
    // What they have in the end comes on top of what is known, and only that.
    expect((await files.bring('customer_id,points,lifetime_points\nada,300,420\n')).points).toBe(
      20,
    );
    expect(await seen('ada')).toEqual([null, 300, 420, 'Bronze']);
    await world.merchant('DELETE', `/v1/balances/imports/${report.id}`);
    expect((await files.bring(history, options)).points).toBe(280);
    const { differences } = await verifyLedger(world.deps, { shopId: world.keys.shopId });
    expect(differences).toEqual([]);
  });

  it('may have columns called anything, where it is said which they are', async () => {
    const columns = { shopperId: 'Kunde', points: 'Punkte' };
    await files.bring('Kunde;Punkte\nx-1;"1 200"\n', { columns });
    expect(await seen('x-1')).toEqual([null, 1200, 1200, 'Gold']);
  });
});
