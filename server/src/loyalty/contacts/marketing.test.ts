import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MarketingState } from '@okaeri/shared/contacts';
import type { TouchLine } from '@okaeri/shared/affairs';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  askFor,
  openForMarketing,
  settleContacts,
  subscriber,
  TAKES_ALL,
  withKind,
} from '../../testing/marketing-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { selectShopperByExternalId } from '../shoppers/queries.ts';
import { countMarketing } from './count-complaints.ts';
import { planTouch } from './plan-touch.ts';
import { selectTouchById } from './touch-queries.ts';

describe.each(ENGINES)('marketing by e-mail, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, undefined, TAKES_ALL);
    await openForMarketing(world);
  });

  const log = async (id: string): Promise<readonly TouchLine[]> =>
    (
      (await (await world.merchant('GET', `/v1/shoppers/${id}/touches`)).json()) as {
        items: TouchLine[];
      }
    ).items;
  const state = async (): Promise<MarketingState> =>
    (await (await world.merchant('GET', '/v1/contacts/marketing')).json()) as MarketingState;
  const count = (what: 'sent' | 'complained', times: number): Promise<void> =>
    test.store.write(async (tx) => {
      const { id: shopId } = await world.shop();
      for (let n = 0; n < times; n += 1)
        await countMarketing(tx, { shopId, now: world.clock.at, what });
    });
  const complain = (messageId: string): Promise<Response> =>
    world.merchant('POST', '/v1/mail/events', {
      events: [{ messageId, kind: 'complaint', at: new Date(world.clock.at).toISOString() }],
    });

  it('rests from the complaint on that makes them too many, and touches wait (E30)', async () => {
    await count('sent', 298);
    for (const id of ['ada', 'bea', 'cleo']) await subscriber(world, id);
    expect(await askFor(world.deps, world, { id: 'ada' })).toMatchObject({ decision: 'sent' });
    expect(await askFor(world.deps, world, { id: 'bea' })).toMatchObject({ decision: 'sent' });
    expect(await state()).toMatchObject({ sent: 300, complained: 0, share: 0, pausedAt: null });
    const [touch] = await log('ada');
    for (const _ of [1, 2]) await complain(`${touch?.id ?? ''}@okaeri.example`);
    const at = new Date(world.clock.at).toISOString();
    expect(await state()).toMatchObject({ sent: 300, complained: 1, pausedAt: at });
    const until = world.clock.at + HOUR_MS;
    expect(await askFor(world.deps, world, { id: 'cleo' })).toMatchObject({
      decision: 'waits',
      reason: 'paused',
      until,
    });
    expect((await log('cleo'))[0]).toMatchObject({
      decision: null,
      waitsFor: { reason: 'paused' },
    });
    // What is no marketing goes on, and so do pages.
    expect(await askFor(world.deps, world, { id: 'cleo', kind: 'reviewRequest' })).toMatchObject({
      decision: 'sent',
    });
  });

  it('goes on when a person says so, and what was counted before counts no more (E30)', async () => {
    await count('sent', 300);
    await count('complained', 1);
    expect((await state()).pausedAt).not.toBeNull();
    const byKey = await world.merchant('POST', '/v1/contacts/resume');
    expect(await byKey.json()).toMatchObject({ code: 'personNeeded' });
    const owner = await firstOwner(world);
    const resumed = await owner.send('POST', '/v1/contacts/resume');
    expect(await resumed.json()).toMatchObject({ sent: 0, complained: 0, pausedAt: null });
    expect((await state()).resumedBy).not.toBeNull();
    await count('sent', 299);
    await count('complained', 1);
    expect((await state()).pausedAt).toBeNull();
    await count('sent', 1);
    expect((await state()).pausedAt).not.toBeNull();
  });

  it('counts the last thirty days, of which the day before them is none (E30, E116)', async () => {
    await count('sent', 200);
    await count('complained', 1);
    world.clock.at += 30 * DAY_MS;
    expect(await state()).toMatchObject({ sent: 0, complained: 0 });
    await count('sent', 299);
    world.clock.at += DAY_MS;
    await count('sent', 1);
    expect(await state()).toMatchObject({ sent: 300, complained: 0, pausedAt: null });
    await count('complained', 1);
    expect((await state()).pausedAt).not.toBeNull();
  });

  it('is held on both channels from whom the programme’s holdout has drawn, and nothing else is (E31)', async () => {
    await settleContacts(world, {
      quietHours: { from: 0, to: 0 },
      programmeHoldoutPpm: 1_000_000,
    });
    await subscriber(world, 'dora');
    const asked = (change: object = {}) => askFor(world.deps, world, { id: 'dora', ...change });
    expect(await asked()).toMatchObject({ decision: 'held' });
    expect(await asked({ channel: 'page' })).toMatchObject({ decision: 'held' });
    expect(await asked({ kind: 'reviewRequest' })).toMatchObject({ decision: 'sent' });
    expect((await log('dora')).map(({ decision, arm }) => `${decision} ${arm}`).toSorted()).toEqual(
      ['held held', 'sent treated'],
    );
  });

  it('keeps the arm with which it was planned when the share changes (E31)', async () => {
    await settleContacts(world, {
      quietHours: { from: 0, to: 0 },
      programmeHoldoutPpm: 1_000_000,
      daysBetween: 0,
    });
    await subscriber(world, 'ella');
    const later = { key: `later:${world.keys.shopId}`, id: 'ella' };
    const tomorrow = world.clock.at + DAY_MS;
    await settleContacts(world, { quietHours: { from: 0, to: 0 } });
    await settleContacts(world, {
      quietHours: { from: 0, to: 0 },
      programmeHoldoutPpm: 1_000_000,
    });
    await test.store.write(async (tx) => {
      const shop = await world.shop();
      const named = { shopId: shop.id, externalId: 'ella' };
      const [row] = await tx.run(selectShopperByExternalId, named);
      const wanted = {
        key: later.key,
        kind: 'nextStep',
        channel: 'email',
        subject: 's',
        dueAt: tomorrow,
      } as const;
      await planTouch(world.deps, tx, {
        shop,
        shopperId: row?.id ?? '',
        wanted,
        now: world.clock.at,
      });
    });
    await settleContacts(world, { quietHours: { from: 0, to: 0 }, programmeHoldoutPpm: 0 });
    world.clock.at = tomorrow;
    expect(await askFor(world.deps, world, { ...later, dueAt: tomorrow })).toMatchObject({
      decision: 'held',
    });
    expect(await askFor(world.deps, world, { id: 'ella' })).toMatchObject({ decision: 'sent' });
  });

  it('reaches who belongs to the house whatever the holdout says (E9)', async () => {
    await settleContacts(world, {
      quietHours: { from: 0, to: 0 },
      programmeHoldoutPpm: 1_000_000,
    });
    await subscriber(world, 'staff');
    await world.merchant('PUT', '/v1/shoppers/staff', { tags: ['staff'] });
    expect(await askFor(world.deps, world, { id: 'staff' })).toMatchObject({ decision: 'sent' });
  });

  it('is linked to the statement that allowed it (L1, E24)', async () => {
    await subscriber(world, 'fay');
    const asked = await askFor(world.deps, world, { id: 'fay' });
    const consents = await world.merchant('GET', '/v1/shoppers/fay/consents');
    const { items } = (await consents.json()) as { items: { id: string }[] };
    const [kept] = await test.store.read(async (tx) =>
      tx.run(selectTouchById, { shopId: (await world.shop()).id, id: asked.row?.id ?? '' }),
    );
    expect(kept?.consentId).toBe(items[0]?.id);
  });

  it('is nothing for children, nor is judging them by what they bought (L4)', async () => {
    await subscriber(world, 'gus');
    await settleContacts(world, { quietHours: { from: 0, to: 0 }, addressesChildren: true });
    expect(await askFor(world.deps, world, { id: 'gus' })).toMatchObject({
      decision: 'dropped',
      reason: 'noConsent',
    });
    const profiled = withKind(world.deps, 'reviewRequest', { isProfiled: true });
    expect(await askFor(profiled, world, { id: 'gus', kind: 'reviewRequest' })).toMatchObject({
      decision: 'dropped',
      reason: 'noProfiling',
    });
    const token = await world.token('gus');
    const given = { purpose: 'marketing', channel: 'email', state: 'given', wordingId: 'w1' };
    const refusals = [
      world.storefront('PUT', '/me/consents', { token, body: given }),
      world.merchant('POST', '/v1/shoppers/gus/consents', given, { 'idempotency-key': 'x' }),
      world.storefront('PATCH', '/me', { token, body: { newsletter: true } }),
    ];
    // A subscription that stands is said again without harm; withdrawing is always possible.
    const [own, byShop, again] = await Promise.all(refusals);
    expect(await own?.json()).toMatchObject({ code: 'addressesChildren' });
    expect(await byShop?.json()).toMatchObject({ code: 'addressesChildren' });
    expect(again?.status).toBe(200);
    const withdrawn = { ...given, state: 'withdrawn', wordingId: null };
    const gone = await world.storefront('PUT', '/me/consents', { token, body: withdrawn });
    expect(gone.status).toBe(200);
    const anew = await world.storefront('PATCH', '/me', { token, body: { newsletter: true } });
    expect(await anew.json()).toMatchObject({ code: 'addressesChildren' });
    const listed = await world.storefront('GET', '/me/consents', { token });
    expect(JSON.stringify(await listed.json())).not.toMatch(/marketing|profiling/);
  });
});
