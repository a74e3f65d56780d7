import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { settleDueShoppers } from '../ledger/settle-due.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('expiry, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (document: ProgramDocument): Promise<void> => {
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  const buy = async (id: string): Promise<void> => {
    const now = new Date(world.clock.at).toISOString();
    await acts.put(id, anOrder({ placedAt: now, paidAt: now, updatedAt: now }));
  };
  const available = async (): Promise<number> => (await acts.me()).balance.available;

  it('by inactivity ends all points together, and whatever counts keeps them alive', async () => {
    await given(
      programWith({
        expiry: { kind: 'inactivity', days: 30, activities: ['order', 'redemption'] },
      }),
    );
    await buy('1');
    acts.days(20);
    await buy('2');
    acts.days(20);
    expect(await available()).toBe(200);
    await acts.take('k');
    acts.days(29);
    expect((await acts.me()).nudges).toContainEqual(
      expect.objectContaining({ kind: 'pointsExpire', points: 150 }),
    );
    expect(await available()).toBe(150);
    acts.days(1);
    expect(await available()).toBe(0);
    await settleDueShoppers(world.deps);
    expect((await acts.history()).filter(({ kind }) => kind === 'expire')).toHaveLength(2);
    // The code is still good; given back, its points go where they came from, and end at once.
    expect((await acts.me()).balance.held).toBe(50);
    await buy('3');
    expect(await available()).toBe(100);
  });

  it('12: says before a code is given back which of its points would expire at once', async () => {
    await given(programWith({ expiry: { kind: 'perLot', days: 30 } }));
    const held = async () => (await acts.me()).vouchers[0];
    await buy('1');
    acts.days(20);
    const { id } = await acts.take('k');
    expect(await held()).toMatchObject({ id, latePoints: 0 });
    acts.days(10);
    expect(await held()).toMatchObject({ id, latePoints: 50, releasable: true });
    const before = await available();
    await acts.release(id);
    expect(await available()).toBe(before);
    expect((await acts.history())[0]).toMatchObject({ kind: 'expire', points: -50 });
  });

  it('by the calendar ends points on its days, at midnight where the programme is', async () => {
    await given(
      programWith({
        timeZone: 'Asia/Tokyo',
        expiry: { kind: 'calendar', on: ['03-31', '09-30'], minimumDays: 150 },
      }),
    );
    await buy('1');
    // 22 November and 150 days are in April: the end of September it is.
    expect((await acts.me()).balance.nextExpiry?.at).toBe('2027-09-30T15:00:00.000Z');
    world.clock.at = Date.parse('2027-09-30T14:59:59Z');
    expect(await available()).toBe(100);
    world.clock.at += 1000;
    expect(await available()).toBe(0);
  });

  it('of a rule ends its limited-time points alone, and they are spent first', async () => {
    await given(
      programWith({
        earning: [
          orderRuleWith(),
          orderRuleWith({
            id: 'extra',
            points: { fixed: 30 },
            expiry: { kind: 'perLot', days: 10 },
          }),
        ],
      }),
    );
    await buy('1');
    expect((await acts.me()).balance.nextExpiry).toMatchObject({ points: 30, limited: true });
    await acts.take('k');
    // Fifty were taken: the thirty first, then twenty of the others.
    expect((await acts.me()).balance.nextExpiry).toBeNull();
    acts.days(11);
    expect(await available()).toBe(80);
  });

  it('that is made shorter shortens nothing that a shopper holds', async () => {
    await given(programWith({ expiry: { kind: 'perLot', days: 300 } }));
    await buy('1');
    await world.publish(programWith({ expiry: { kind: 'perLot', days: 3 } }));
    await buy('2');
    acts.days(3);
    expect(await available()).toBe(100);
    await world.publish(
      programWith({ expiry: { kind: 'inactivity', days: 1, activities: ['order'] } }),
    );
    acts.days(200);
    expect(await available()).toBe(100);
    acts.days(97);
    expect(await available()).toBe(0);
  });

  const publish = async (document: ProgramDocument): Promise<number> => {
    const draft = await world.merchant('GET', '/v1/program/draft');
    const saved = await world.merchant('PUT', '/v1/program/draft', document, {
      'if-match': draft.headers.get('etag') ?? '',
    });
    const published = await world.merchant('POST', '/v1/program/publish', undefined, {
      'if-match': saved.headers.get('etag') ?? '',
    });
    return ((await published.json()) as { version: number }).version;
  };
  const apply = async (version: number, dryRun: boolean): Promise<unknown> =>
    (await world.merchant('POST', '/v1/program/expiry', { version, dryRun })).json();
  const endsIn = async (): Promise<number | null> => {
    const at = (await acts.me()).balance.nextExpiry?.at;
    return at === undefined ? null : Math.round((Date.parse(at) - world.clock.at) / 86_400_000);
  };

  it('shortens what is held only when the merchant confirms, and never within the notice period', async () => {
    await given(programWith({ expiry: { kind: 'perLot', days: 300 }, noticeDays: 30 }));
    await buy('1');
    acts.days(100);
    await buy('2');
    const version = await publish(
      programWith({ expiry: { kind: 'perLot', days: 90 }, noticeDays: 30 }),
    );
    // A new policy alone changes nothing that is held.
    expect(await endsIn()).toBe(200);
    expect(await apply(version - 1, false)).toMatchObject({ code: 'preconditionFailed' });
    const expected = {
      shoppers: 1,
      lengthenedPoints: 0,
      shortenedPoints: 200,
      notBefore: new Date(world.clock.at + 30 * 86_400_000).toISOString(),
    };
    expect(await apply(version, true)).toEqual({ dryRun: true, ...expected });
    expect(await endsIn()).toBe(200);
    expect(await apply(version, false)).toEqual({ dryRun: false, ...expected });
    expect((await acts.me()).nudges).toContainEqual(
      expect.objectContaining({ kind: 'pointsExpire', points: 100 }),
    );
    // The old lot has its notice, the new one its ninety days; a later state of an order changes neither.
    expect(await endsIn()).toBe(30);
    const later = new Date(world.clock.at + 1000).toISOString();
    const first = new Date(world.clock.at - 100 * 86_400_000).toISOString();
    await acts.put('1', anOrder({ placedAt: first, paidAt: first, updatedAt: later }));
    expect(await endsIn()).toBe(30);
    expect(await apply(version, false)).toMatchObject({ shoppers: 0, shortenedPoints: 0 });
    acts.days(29);
    expect(await available()).toBe(200);
    acts.days(1);
    expect(await available()).toBe(100);
    acts.days(59);
    expect(await available()).toBe(100);
    acts.days(1);
    expect(await available()).toBe(0);
  });

  it('lengthens what is held at once, and keeps the notice under inactivity too', async () => {
    await given(programWith({ expiry: { kind: 'perLot', days: 90 }, noticeDays: 30 }));
    await buy('1');
    acts.days(80);
    const never = await publish(programWith({ expiry: { kind: 'never' }, noticeDays: 30 }));
    expect(await apply(never, false)).toMatchObject({ lengthenedPoints: 100, shortenedPoints: 0 });
    expect(await endsIn()).toBe(null);
    const idle = await publish(
      programWith({
        expiry: { kind: 'inactivity', days: 40, activities: ['order'] },
        noticeDays: 30,
      }),
    );
    expect(await apply(idle, false)).toMatchObject({ lengthenedPoints: 0, shortenedPoints: 100 });
    acts.days(29);
    expect(await available()).toBe(100);
    acts.days(1);
    expect(await available()).toBe(0);
  });
});
