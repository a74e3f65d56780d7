import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityAnswer } from '@okaeri/shared/activities';
import { ACTS_KEPT_MS, INVITATIONS_KEPT_MS, sweepAccess } from '../access/sweep-access.ts';
import { deleteOldActs } from '../access/sweep-queries.ts';
import { insertAct, insertInvitation } from '../access/team-queries.ts';
import { selectUsagesOfShopper } from '../loyalty/ledger/usage-queries.ts';
import { verifyLedger } from '../loyalty/ledger/verify-ledger.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { SEEN_KEPT_MS, sweepSeen } from '../loyalty/earning/sweep-seen.ts';
import { findNamedId } from '../loyalty/shoppers/lock-shopper.ts';
import { rows } from '../platform/store/statement.ts';
import { SWEPT_AT_ONCE, sweepRows } from '../platform/store/sweep-rows.ts';
import { actsOf } from '../testing/acts.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { aLine, anOrder } from '../testing/order-states.ts';
import { orderRuleWith, programWith } from '../testing/programs.ts';
import { openWorld, type World } from '../testing/world.ts';

const selectActIds = rows<Record<string, never>>()('testActIds', (db, t) =>
  db.select({ id: t.acts.id }).from(t.acts),
);
const selectInvitationIds = rows<Record<string, never>>()('testInvitationIds', (db, t) =>
  db.select({ id: t.invitations.id }).from(t.invitations),
);

const PROGRAM = programWith({
  earning: [
    orderRuleWith({ limit: { points: 100, every: 'month' } }),
    {
      id: 'survey',
      on: 'survey',
      enabled: true,
      points: { fixed: 5 },
      limit: { count: 1, every: 'lifetime' },
    },
    { id: 'visit', on: 'visit', enabled: true, points: { fixed: 1 } },
  ],
});

describe.each(ENGINES)('what is swept, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, PROGRAM);
  });
  afterAll(() => test.dispose());

  const sweep = async (): Promise<void> => {
    await sweepAccess(world.deps);
    await sweepSeen(world.deps);
  };
  const ids = async (of: 'acts' | 'invitations'): Promise<string[]> => {
    const statement = of === 'acts' ? selectActIds : selectInvitationIds;
    return (await world.deps.store.read((tx) => tx.run(statement, {}))).map(({ id }) => id);
  };
  const points = async (who: string): Promise<number> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${who}`);
    const { balance } = (await answer.json()) as { balance: Record<string, number> };
    return (balance['available'] ?? 0) + (balance['pending'] ?? 0);
  };
  const act = async (who: string, kind: string, dedupeKey: string): Promise<number> => {
    const body = { dedupeKey, kind, shopper: { id: who } };
    const answer = await world.merchant('POST', '/v1/activities', body);
    expect(answer.ok).toBe(true);
    return ((await answer.json()) as ActivityAnswer).points;
  };

  it('are lines of the log, after their period and in writes of a bounded size', async () => {
    const at = world.clock.at;
    const line = {
      reason: null,
      shopId: world.keys.shopId,
      userId: null,
      actor: 'A key',
      operation: 'POST /v1/x',
      subject: null,
      status: 200,
    };
    const many = 2 * SWEPT_AT_ONCE + 1;
    await world.deps.store.write(async (tx) => {
      for (let index = 0; index < many; index += 1)
        await tx.run(insertAct, { ...line, id: `old${index}`, at });
      await tx.run(insertAct, { ...line, id: 'young', at: at + 1 });
    });
    world.clock.at = at + ACTS_KEPT_MS;
    await sweep();
    expect(await ids('acts')).toHaveLength(many + 1);
    world.clock.at += 1;
    await sweep();
    expect(await ids('acts')).toEqual(['young']);
    await sweep();
    expect(await ids('acts')).toEqual(['young']);
  });

  it('is no more in one write than its limit', async () => {
    const line = {
      reason: null,
      userId: null,
      actor: 'A key',
      operation: 'x',
      subject: null,
      status: 200,
    };
    await world.deps.store.write(async (tx) => {
      for (const id of ['a', 'b', 'c'])
        await tx.run(insertAct, { ...line, shopId: world.keys.shopId, id, at: 1 });
    });
    const once = await world.deps.store.write((tx) =>
      tx.run(deleteOldActs, { before: 2, limit: 2 }),
    );
    expect(once).toHaveLength(2);
    expect(await sweepRows(world.deps.store, deleteOldActs, 2)).toBe(1);
  });

  it('are invitations that were taken or have ended, and none that is open', async () => {
    const now = world.clock.at;
    const invitation = {
      shopId: world.keys.shopId,
      email: null,
      role: 'owner' as const,
      invitedBy: null,
      createdAt: now,
      expiresAt: null,
      acceptedAt: null,
    };
    await world.deps.store.write(async (tx) => {
      await tx.run(insertInvitation, { ...invitation, id: 'open' });
      await tx.run(insertInvitation, { ...invitation, id: 'ended', expiresAt: now });
      await tx.run(insertInvitation, { ...invitation, id: 'taken', acceptedAt: now });
    });
    world.clock.at = now + INVITATIONS_KEPT_MS;
    await sweep();
    expect((await ids('invitations')).toSorted()).toEqual(['ended', 'open', 'taken']);
    world.clock.at += 1;
    await sweep();
    expect(await ids('invitations')).toEqual(['open']);
  });

  it('is how much was looked at on a day that is over, and no cap beside it', async () => {
    const token = await world.token('ada');
    await world.storefront('GET', '/me', { token });
    const seen = { consent: true, seen: [{ productId: 'p', tags: ['tea'] }] };
    await world.storefront('POST', '/me/events', { token, body: seen });
    expect(await act('ada', 'survey', 's1')).toBe(5);
    const { shopId } = world.keys;
    const subjects = async (): Promise<string[]> => {
      const found = await world.deps.store.read(async (tx) => {
        const shopperId = (await findNamedId(tx, { shopId, externalId: 'ada' })) ?? '';
        return tx.run(selectUsagesOfShopper, { shopId, shopperId, since: 0 });
      });
      return found.map(({ subject }) => subject).toSorted();
    };
    expect(await subjects()).toEqual(['rule:survey', 'seen']);
    await sweep();
    expect(await subjects()).toEqual(['rule:survey', 'seen']);
    world.clock.at += SEEN_KEPT_MS + DAY_MS;
    await sweep();
    expect(await subjects()).toEqual(['rule:survey']);
  });

  it('changes no points, years later: caps, keys, refunds and erasures do as before', async () => {
    const acts = actsOf(world);
    const start = new Date(world.clock.at).toISOString();
    const order = anOrder({
      shopper: { id: 'bea' },
      updatedAt: start,
      placedAt: start,
      paidAt: start,
      lines: [aLine('a', 20_000)],
    });
    await acts.put('cap1', order);
    expect(await act('bea', 'survey', 'b1')).toBe(5);
    expect(await act('bea', 'visit', 'v1')).toBe(1);
    const before = await points('bea');
    const gone = await world.token('cleo');
    await acts.put('c1', { ...order, shopper: { id: 'cleo' } });
    expect((await world.storefront('DELETE', '/me', { token: gone })).status).toBe(204);

    world.clock.at += 5 * 366 * DAY_MS;
    await sweep();
    expect(await points('bea')).toBe(before);
    // Once in a lifetime, and once for each key.
    expect(await act('bea', 'survey', 'b2')).toBe(0);
    await act('bea', 'visit', 'v1');
    expect(await points('bea')).toBe(before);
    // A month that has ended has the room it had: none.
    await acts.put('cap2', order);
    expect(await points('bea')).toBe(before);
    // A later order of somebody who was erased finds the row without a name, and builds none anew.
    await acts.put('c2', { ...order, shopper: { id: 'cleo' } });
    expect((await world.merchant('GET', '/v1/shoppers/cleo')).status).toBe(404);
    expect((await verifyLedger(world.deps)).differences).toEqual([]);
  });
});
