import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MyReferral, Referral } from '@okaeri/shared/referrals';
import type { ProgramRequest } from '@okaeri/shared/program';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { faultsOf, memberFilesOf, type MemberFiles } from '../../testing/member-files.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { orderRuleWith, programWith, tierWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

type Metric = 'points' | 'spend' | 'orders';

const tier = (id: string, entry: number, ja = id) =>
  tierWith(id, entry, { name: { en: id, ja }, entryPoints: entry > 0 ? 77 : 0 });

const referral: ProgramRequest['earning'][number] = {
  id: 'friends',
  on: 'referral',
  enabled: true,
  points: { fixed: 50 },
  friendPoints: 10,
  hold: { days: 0, from: 'paid' },
};

const program = (metric: Metric = 'points', gold = 900) =>
  programWith({
    earning: [orderRuleWith(), referral],
    tiers: [tier('bronze', 0), tier('silver', 500, '銀'), tier('gold', gold, 'ゴールド')],
    tierPolicy: {
      metric,
      window: { kind: 'rolling', days: 365 },
      downgrade: 'oneStep',
      graceDays: 30,
    },
  });

describe.each(ENGINES)('where members stood elsewhere, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  let files: MemberFiles;
  beforeAll(async () => {
    test = await openTestStore();
  });
  beforeEach(async () => {
    world = await openWorld(test.store, program());
    acts = actsOf(world);
    files = memberFilesOf(world);
  });
  afterAll(() => test.dispose());

  const stands = async (id = 'ada') => {
    const answer = await world.merchant('GET', `/v1/shoppers/${id}`);
    const { balance, tier: has } = (await answer.json()) as {
      balance: { available: number; lifetime: number };
      tier: { id: string };
    };
    return [has.id, balance.available, balance.lifetime];
  };
  const isSound = async (): Promise<void> => {
    const { differences } = await verifyLedger(world.deps, { shopId: world.keys.shopId });
    expect(differences).toEqual([]);
  };

  it.each(['points', 'spend', 'orders'] as const)(
    'is their tier here, without points, where %s count',
    async (metric) => {
      await world.publish(program(metric));
      const file = 'customer_id,points,tier\nada,10,Gold\nbea,20,silver\n';
      expect(faultsOf(await files.bring(file))).toEqual([]);
      expect(await stands()).toEqual(['gold', 10, 10]);
      expect(await stands('bea')).toEqual(['silver', 20, 20]);
      expect((await acts.history()).map(({ points }) => points)).toEqual([10]);
      expect(faultsOf(await files.bring(file))).toEqual([]);
      expect(await stands()).toEqual(['gold', 10, 10]);
      await isSound();
    },
  );

  it('keeps as long as what is earned today, and is not given again by the same file', async () => {
    const file = 'customer_id,points,tier\nada,10,silver\n';
    await files.bring(file);
    acts.days(364);
    expect(await stands()).toEqual(['silver', 10, 10]);
    acts.days(32);
    expect(await stands()).toEqual(['bronze', 10, 10]);
    expect(faultsOf(await files.bring(file))).toEqual(['2 tierDiffers']);
    expect(await stands()).toEqual(['bronze', 10, 10]);
  });

  it('is known by names in any language or by what is said of it; what is not is reported', async () => {
    const file = 'customer_id,points,tier\n1,0,ゴールド\n2,0,SILVER\n3,0,VIP\n4,0,VIP\n';
    const before = await files.preview(file);
    expect([faultsOf(before), before.ready]).toEqual([['4 tierUnknown'], 4]);
    expect(before.tiers).toEqual({ ゴールド: 'gold', SILVER: 'silver', VIP: null });
    expect(faultsOf(await files.bring(file))).toEqual(['4 tierUnknown', '5 tierUnknown']);
    expect(faultsOf(await files.bring(file, { tiers: { VIP: 'gold' } }))).toEqual([]);
    for (const id of ['1', '3']) expect((await stands(id))[0]).toBe('gold');
    expect((await stands('2'))[0]).toBe('silver');
  });

  it('lowers nobody, and reaching a tier by what was earned elsewhere gives nothing', async () => {
    const report = await files.bring('customer_id,points,tier\nada,2000,Silver\n');
    expect(faultsOf(report)).toEqual(['2 tierDiffers']);
    expect(await stands()).toEqual(['gold', 2000, 2000]);
  });

  it('goes when the file is taken back, at once, as if it had never come', async () => {
    await acts.put('o1', anOrder());
    const before = JSON.stringify(await acts.me());
    const { id } = await files.bring('customer_id,points,lifetime_points,tier\nada,5,600,gold\n');
    expect((await stands())[0]).toBe('gold');
    await files.undo(id);
    expect(JSON.stringify(await acts.me())).toBe(before);
    // A ladder that is followed anew does not know of it either.
    await world.publish(program('points', 550));
    expect((await stands())[0]).toBe('bronze');
    await files.bring('customer_id,points,tier\nada,5,gold\n');
    expect((await stands())[0]).toBe('gold');
    await isSound();
  });

  it('is taken back as a whole file alone; what was spent since stays, and it is said whose', async () => {
    const { id } = await files.bring('customer_id,points,tier\nada,60,gold\nbea,5,\n');
    const asBatch = await world.merchant('POST', `/v1/adjustments/${id}/undo`, {});
    expect(asBatch.status).toBe(404);
    const away = { points: -20, reason: 'spent' };
    await world.merchant('POST', '/v1/shoppers/ada/adjustments', away, { 'idempotency-key': 'a' });
    const { faults } = await files.undo(id);
    expect(faults.map(({ code, detail }) => [code, detail])).toEqual([
      ['pointsInvalid', 'ada: 60 are to be taken; 40 are available.'],
    ]);
    expect((await stands('bea')).slice(1)).toEqual([0, 0]);
  });

  it('is not asked for in a history, which brings movements alone', async () => {
    const history = 'customer_id,date,points,tier\nada,2025-01-02,7,VIP\n';
    const before = await files.preview(history, { kind: 'history' });
    expect([before.tiers, faultsOf(before)]).toEqual([{}, []]);
  });

  it('was elsewhere: what it gives is still to be had by who first reaches it here', async () => {
    const { id } = await files.bring('customer_id,points,tier\nada,0,silver\n');
    await files.undo(id);
    await acts.put('big', anOrder({ lines: [aLine('a', 60_000)] }));
    expect((await stands()).slice(0, 2)).toEqual(['silver', 677]);
  });

  it('is counted once each when two are merged, whichever file comes again, and is taken back', async () => {
    const balances = 'customer_id,points,lifetime_points,tier\nada,100,300,\nbea,50,60,silver\n';
    const history = 'customer_id,date,points\nada,2025-01-02,7\nbea,2025-01-02,7\n';
    const { id: first } = await files.bring(history, { kind: 'history' });
    const { id: second } = await files.bring(balances);
    expect([await stands(), await stands('bea')]).toEqual([
      ['bronze', 100, 300],
      ['silver', 50, 60],
    ]);
    const merged = await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    expect(merged.status).toBe(200);
    const before = await files.preview(balances);
    expect(before.points).toBe(0);
    for (const [file, options] of [
      [balances, {}],
      [history, { kind: 'history' }],
    ] as const)
      expect((await files.bring(file, options)).points).toBe(0);
    expect((await stands()).slice(1)).toEqual([150, 360]);
    const later = 'customer_id,points,lifetime_points\nbea,70,80\nada,100,300\n';
    const third = await files.bring(later);
    expect(third.points).toBe(20);
    expect((await files.bring(later)).points).toBe(0);
    expect((await stands()).slice(1)).toEqual([170, 380]);
    for (const id of [third.id, second, first]) expect((await files.undo(id)).faults).toEqual([]);
    expect((await stands()).slice(1)).toEqual([0, 0]);
    await isSound();
  });

  const referred = async (id: string): Promise<MyReferral> =>
    (await (
      await world.storefront('GET', '/me/referral', { token: await world.token(id) })
    ).json()) as MyReferral;
  const list = async (state: string): Promise<readonly Referral[]> =>
    (
      (await (await world.merchant('GET', `/v1/referrals?state=${state}`)).json()) as {
        items: Referral[];
      }
    ).items;

  it('and whom they recommended is known, by id, address or code, and gave nothing here', async () => {
    const file = [
      'customer_id,email,points,referral_code,referred_by',
      'bea,bea@x.example,0,,ada',
      'ada,ada@x.example,0,ADA,',
      'cleo,cleo@x.example,0,,ADA',
      'dora,dora@x.example,0,,nobody',
      'eve,eve@x.example,0,,eve',
    ].join('\n');
    const { id } = await files.bring(file).then((report) => {
      expect(faultsOf(report)).toEqual(['5 referrerUnknown', '6 referrerUnknown']);
      return report;
    });
    expect(await referred('ada')).toEqual({ code: 'ADA', approved: 2, waiting: 0 });
    expect(await stands()).toEqual(['bronze', 0, 0]);
    expect((await files.bring(file)).points).toBe(0);
    expect(
      (await list('approved')).map(({ friendId, isBrought }) => [friendId, isBrought]),
    ).toEqual(
      expect.arrayContaining([
        ['bea', true],
        ['cleo', true],
      ]),
    );
    expect((await list('approved')).length).toBe(2);
    await files.undo(id);
    expect((await referred('ada')).approved).toBe(0);
  });

  it('nobody who was a member elsewhere is recommended once more', async () => {
    await files.bring(
      'customer_id,points,referral_code,referred_by\nada,0,ADA,\nbea,0,,ada\ncleo,9,,\n',
    );
    for (const id of ['bea', 'cleo', 'new'])
      await acts.put(id, anOrder({ shopper: { id }, referralCode: 'ADA' }));
    const declined = (await list('declined')).map(({ friendId }) => friendId);
    expect(new Set(declined)).toEqual(new Set(['bea', 'cleo']));
    expect((await stands())[1]).toBe(50);
  });
});
