import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MyReferral, Referral } from '@okaeri/shared/referrals';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('referrals, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  let code: string;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (change: object = {}): Promise<void> => {
    const referral = {
      id: 'friend',
      on: 'referral' as const,
      enabled: true,
      points: { fixed: 100 },
      friendPoints: 40,
      minimumBasket: { USD: 1000 },
      hold: { days: 14, from: 'fulfilled' as const },
      ...change,
    };
    const none = orderRuleWith({ points: { per: { EUR: { amountMinor: 1, points: 1 } } } });
    world = await openWorld(test.store, programWith({ earning: [none, referral] }));
    acts = actsOf(world);
    await acts.me('ada', { email: 'ada@example.com', email_verified: true });
    code = (await mine()).code;
  };
  const mine = async (): Promise<MyReferral> => {
    const token = await world.token('ada');
    return (await (await world.storefront('GET', '/me/referral', { token })).json()) as MyReferral;
  };
  const buy = (id: string, who: string, change: object = {}) =>
    acts.put(
      id,
      anOrder({
        shopper: { id: who, email: `${who}@example.com` },
        lines: [aLine('a', 5000)],
        fulfilledAt: hours(0),
        referralCode: code,
        ...change,
      }),
    );
  const has = async (who: string) => {
    const { pending, available } = (await acts.me(who)).balance;
    return [pending, available];
  };
  const queue = async (state = 'doubtful'): Promise<Referral[]> =>
    (
      (await (await world.merchant('GET', `/v1/referrals?state=${state}`)).json()) as {
        items: Referral[];
      }
    ).items;

  it('reward both sides after a hold, and take it back with the order', async () => {
    await given();
    await buy('1', 'bea');
    expect([await has('ada'), await has('bea')]).toEqual([
      [100, 0],
      [40, 0],
    ]);
    expect(await mine()).toEqual({ code, approved: 1, waiting: 0 });
    acts.days(14);
    expect([await has('ada'), await has('bea')]).toEqual([
      [0, 100],
      [0, 40],
    ]);
    const back = [aLine('a', 5000, { refundedMinor: 5000 })];
    await buy('1', 'bea', { updatedAt: hours(400), lines: back });
    expect([await has('ada'), await has('bea')]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    await buy('1', 'bea', { updatedAt: hours(401) });
    expect([await has('ada'), await has('bea')]).toEqual([
      [0, 100],
      [0, 40],
    ]);
    // The order was another person's after all.
    await buy('1', 'cleo', { updatedAt: hours(402) });
    expect([await has('ada'), await has('bea')]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it.each([
    ['ownOrder', 'ada', {}],
    ['minimumBasket', 'bea', { lines: [aLine('a', 999)] }],
  ])('are declined by %s, and the reason is kept', async (check, who, change) => {
    await given();
    await buy('1', who, change);
    expect((await has('ada'))[0]).toBe(0);
    const [referral] = await queue('declined');
    expect(referral?.checks).toContainEqual({ check, outcome: 'declined' });
    const [row] = await acts.history(who);
    expect(row).toMatchObject({ points: 0, receipt: { reason: 'declined' } });
  });

  it('from an address that is nearly the referrer’s wait for a person', async () => {
    await given();
    await buy('1', 'bea', { shopper: { id: 'bea', email: 'Ada+shop@example.com' } });
    const [referral] = await queue('doubtful');
    expect(referral?.checks).toContainEqual({ check: 'emailVariant', outcome: 'doubtful' });
    expect(await has('ada')).toEqual([0, 0]);
    await world.merchant('POST', '/v1/referrals/1/approve');
    expect(await has('ada')).toEqual([100, 0]);
  });

  it('from an address with other dots are another person’s, where dots count', async () => {
    await given();
    await buy('1', 'bea', { shopper: { id: 'bea', email: 'a.da@example.com' } });
    expect((await queue('approved')).map(({ orderId }) => orderId)).toEqual(['1']);
  });

  it('are for new customers only', async () => {
    await given();
    await buy('1', 'bea', { referralCode: null });
    await buy('2', 'bea');
    expect((await queue('declined'))[0]?.checks).toContainEqual({
      check: 'priorCustomer',
      outcome: 'declined',
    });
  });

  it('from a shared address, telephone or device wait for a person, who decides', async () => {
    await given();
    const origin = { address: '198.51.100.7', phone: '+81 90 0000 0000' };
    await buy('0', 'ada', { origin, referralCode: null });
    await buy('1', 'bea', { origin });
    await buy('2', 'cleo', { origin });
    expect(await has('ada')).toEqual([0, 0]);
    expect(await mine()).toMatchObject({ approved: 0, waiting: 2 });
    expect((await queue()).map(({ orderId }) => orderId)).toEqual(['2', '1']);
    expect((await queue())[0]?.checks.filter(({ outcome }) => outcome === 'doubtful')).toEqual([
      { check: 'sameAddress', outcome: 'doubtful' },
      { check: 'sharedOrigin', outcome: 'doubtful' },
    ]);
    await world.merchant('POST', '/v1/referrals/1/approve');
    await world.merchant('POST', '/v1/referrals/2/decline');
    expect(await has('ada')).toEqual([100, 0]);
    expect(await queue()).toEqual([]);
    expect((await world.merchant('POST', '/v1/referrals/9/approve')).status).toBe(404);
    const rows = JSON.stringify([await queue('approved'), await queue('declined')]);
    expect(rows).not.toContain('198.51.100.7');
  });

  it('that come too fast wait for a person', async () => {
    await given({ perDayMax: 2 });
    for (const who of ['bea', 'cleo', 'dan']) await buy(`o-${who}`, who);
    expect(await has('ada')).toEqual([200, 0]);
    expect((await queue())[0]?.checks).toContainEqual({
      check: 'referrerVelocity',
      outcome: 'doubtful',
    });
    await given({ sameAddressMax: 1 });
    const origin = { address: '203.0.113.9' };
    for (const who of ['bea', 'cleo']) await buy(`o-${who}`, who, { origin });
    expect((await queue())[0]?.checks).toContainEqual({
      check: 'addressVelocity',
      outcome: 'doubtful',
    });
  });

  it('count against the caps of the shopper who recommends', async () => {
    await given({ limit: { count: 1, every: 'year' } });
    await buy('1', 'bea');
    await buy('2', 'cleo');
    expect(await has('ada')).toEqual([100, 0]);
    expect(await has('cleo')).toEqual([40, 0]);
  });

  it('by a code that nobody has mean nothing', async () => {
    await given();
    await buy('1', 'bea', { referralCode: 'NOBODY' });
    expect(await has('bea')).toEqual([0, 0]);
    expect(await queue('declined')).toEqual([]);
  });
});
