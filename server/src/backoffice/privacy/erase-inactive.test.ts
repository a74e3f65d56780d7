import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { firstOwner, type Browser } from '../../testing/console.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { eraseInactive } from './erase-inactive.ts';

describe.each(ENGINES)('people who no longer come, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  const order = async (id: string, shopper: object, priceMinor = 1000): Promise<void> => {
    const at = new Date(world.clock.at).toISOString();
    const body = {
      updatedAt: at,
      placedAt: at,
      paidAt: at,
      paymentStatus: 'paid',
      currency: 'USD',
      shopper,
      lines: [{ id: 'l', productId: 'tea', quantity: 1, priceMinor }],
    };
    expect((await world.merchant('PUT', `/v1/orders/${id}`, body)).ok).toBe(true);
  };
  const known = async (): Promise<string[]> => {
    const answer = await world.merchant('GET', '/v1/shoppers');
    const { items } = (await answer.json()) as { items: ListedShopper[] };
    return items.map(({ id, email }) => id ?? email ?? '').toSorted();
  };
  const set = async (settings: object): Promise<Response> => {
    const etag = (await owner.send('GET', '/v1/privacy/settings')).headers.get('etag') ?? '';
    return owner.send('PUT', '/v1/privacy/settings', settings, { 'if-match': etag });
  };

  it('are kept until the shop says otherwise', async () => {
    await order('o1', { email: 'old@x.example' });
    await order('o2', { id: 'rich' });
    // Nothing earned: an order below one point.
    await order('o3', { id: 'poor' }, 0);
    world.clock.at += 400 * DAY_MS;
    await order('o4', { email: 'new@x.example' });
    expect(await eraseInactive(world.deps)).toBe(0);
    expect(await known()).toEqual(['new@x.example', 'old@x.example', 'poor', 'rich']);
  });

  it('are never forgotten sooner than a quarter of a year', async () => {
    expect((await set({ forgetGuestsAfterDays: LIMITS.forgetDaysMin - 1 })).status).toBe(400);
    expect((await set({ forgetGuestsAfterDays: LIMITS.forgetDaysMin })).status).toBe(200);
  });

  it('are erased once nothing was heard of them for so long, but for members with points', async () => {
    expect((await set({ forgetGuestsAfterDays: 365, forgetMembersAfterDays: 365 })).status).toBe(
      200,
    );
    expect(await eraseInactive(world.deps)).toBe(2);
    expect(await known()).toEqual(['new@x.example', 'rich']);
    expect(await eraseInactive(world.deps)).toBe(0);
  });

  it('stay where they order, or are merged into somebody who does, before their turn comes', async () => {
    await order('m1', { id: 'returning' }, 0);
    await order('m2', { id: 'joined' }, 0);
    await order('m3', { id: 'gone' }, 0);
    world.clock.at += 366 * DAY_MS;
    await order('m4', { id: 'active' }, 50);
    let isFirst = true;
    const { store } = world.deps;
    const writeAlone: typeof store.writeAlone = async (act) => {
      if (isFirst) {
        isFirst = false;
        await order('m5', { id: 'returning' }, 50);
        await world.merchant('POST', '/v1/shoppers/active/merge', { from: 'joined' });
      }
      return store.writeAlone(act);
    };
    expect((await set({ forgetMembersAfterDays: 365 })).status).toBe(200);
    await eraseInactive({ ...world.deps, store: { ...store, writeAlone } });
    expect(await known()).toEqual(expect.arrayContaining(['active', 'returning']));
    expect(await known()).not.toContain('gone');
  });

  it('settings are an owner’s alone, and the second of two who save is refused', async () => {
    const byKey = await world.merchant('PUT', '/v1/privacy/settings', {}, { 'if-match': '"p0"' });
    expect(byKey.status).toBe(403);
    const late = await owner.send('PUT', '/v1/privacy/settings', {}, { 'if-match': '"p0"' });
    expect(late.status).toBe(412);
  });
});
