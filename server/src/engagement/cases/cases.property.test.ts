import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, type Ability, type Role } from '@okaeri/shared/roles';
import { removeStaff, setRole } from '../../access/manage-team.ts';
import { selectStaff } from '../../access/team-queries.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { inShop, rows } from '../../platform/store/statement.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { addPerson, firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { CaseRow } from './tables.ts';

const HISTORIES = {
  SQLite: { ordinary: 12, long: 400 },
  PostgreSQL: { ordinary: 4, long: 60 },
} as const;

const selectAllCases = rows<{ shopId: string }>()('selectAllCasesForTest', (db, t) =>
  db.select().from(t.cases).where(inShop(t.cases)),
);
const who = fc.nat({ max: 3 });
const step = fc.oneof(
  fc.record({ act: fc.constant('open'), who, high: fc.boolean() }),
  fc.record({ act: fc.constant('help'), who, harm: fc.boolean() }),
  fc.record({ act: fc.constant('say'), who, nth: fc.nat({ max: 5 }) }),
  fc.record({
    act: fc.constant('move'),
    nth: fc.nat({ max: 5 }),
    to: fc.constantFrom('open', 'waiting', 'resolved', 'closed'),
  }),
  fc.record({ act: fc.constant('solve'), who, nth: fc.nat({ max: 5 }), yes: fc.boolean() }),
  fc.record({ act: fc.constant('wait'), hours: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    act: fc.constant('role'),
    nth: fc.nat({ max: 2 }),
    role: fc.constantFrom<Role>('manager', 'moderator', 'readOnly'),
  }),
  fc.record({ act: fc.constant('merge'), who, other: who }),
);
type Step = { readonly act: string } & Partial<{
  who: number;
  other: number;
  nth: number;
  hours: number;
  to: string;
  role: Role;
  high: boolean;
  harm: boolean;
  yes: boolean;
}>;

describe.each(ENGINES)('cases, whatever happens, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = caseActsOf(world);
    await acts.settle({
      openingHours: {
        mon: [{ from: '09:00', to: '17:00' }],
        wed: [{ from: '00:00', to: '24:00' }],
        sat: [{ from: '22:00', to: '23:30' }],
      },
      holidays: ['2026-11-25'],
    });
  });
  afterEach(() => test.dispose());
  const casesNow = (): Promise<CaseRow[]> =>
    world.deps.store.read((tx) => tx.run(selectAllCases, { shopId: world.keys.shopId }));

  /** One open case for each shopper and order; an owner who may serve, or nobody in a shop without people. */
  const check = async (before: readonly CaseRow[]): Promise<readonly CaseRow[]> => {
    const after = await casesNow();
    const open = after.filter(({ state }) => state === 'open' || state === 'waiting');
    const keys = open.map(({ shopperId, orderKey }) => `${shopperId} ${orderKey}`);
    expect(new Set(keys).size).toBe(keys.length);
    const staff = await world.deps.store.read((tx) =>
      tx.run(selectStaff, { shopId: world.keys.shopId }),
    );
    const serving = staff.filter(({ role }) =>
      (ROLES[role] as readonly Ability[]).includes('serve'),
    );
    for (const { ownerId } of open) {
      if (serving.length === 0) expect(ownerId).toBeNull();
      else expect(serving.map(({ userId }) => userId)).toContain(ownerId);
    }
    for (const row of after) {
      const was = before.find(({ id }) => id === row.id);
      if (was === undefined || was.dueAt === row.dueAt) continue;
      const isWaited = was.state === 'waiting' && row.dueAt > was.dueAt;
      const isRaised = was.severity === 'normal' && row.severity === 'high';
      const isReopened = row.reopened > was.reopened;
      // Two that became one have the earlier time of both.
      const isJoined = before.length > after.length && row.dueAt < was.dueAt;
      expect([isWaited, isRaised, isReopened, isJoined]).toContain(true);
    }
    return after;
  };

  it.each(partsOf(HISTORIES[engine]))(
    'are at most one open for each shopper and order, always have an owner, and are due later only for waiting (invariant 8), $part',
    async ({ histories }) => {
      const owner = await firstOwner(world);
      const people = [
        await addPerson(owner, world, { email: 'a@shop.example', role: 'manager' }),
        await addPerson(owner, world, { email: 'b@shop.example', role: 'manager' }),
        await addPerson(owner, world, { email: 'c@shop.example', role: 'readOnly' }),
      ];
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
          const shoppers: { id: string; token: string }[] = [];
          for (let i = 0; i < 4; i += 1) shoppers.push(await acts.join());
          const tokenOf = (i = 0) => {
            const id = shoppers[i]?.id ?? '';
            return world.token(id, { email: `${id}@x.example` });
          };
          let before = await check([]);
          const nth = (i = 0) => before.at(-1 - (i % Math.max(1, before.length)))?.id ?? 'cs_none';
          for (const one of steps as Step[]) {
            await run(one, { shoppers, people, tokenOf, nth });
            before = await check(before);
          }
        }),
        { numRuns: histories },
      );
      await removeStaff(world.deps, {
        shopId: world.keys.shopId,
        userId: people[0]?.userId ?? '',
      });
      await check(await casesNow());
    },
  );

  const run = async (
    one: Step,
    of: {
      shoppers: readonly { id: string }[];
      people: readonly { userId: string }[];
      tokenOf: (i?: number) => Promise<string>;
      nth: (i?: number) => string;
    },
  ): Promise<void> => {
    const { shoppers, people, tokenOf, nth } = of;
    const id = shoppers[one.who ?? 0]?.id ?? '';
    switch (one.act) {
      case 'open':
        await world.merchant(
          'POST',
          '/v1/cases',
          { shopperId: id, text: 'x', severity: one.high === true ? 'high' : 'normal' },
          { 'idempotency-key': crypto.randomUUID() },
        );
        return;
      case 'help':
        await acts.help(await tokenOf(one.who), { text: one.harm === true ? 'a rash' : 'late' });
        return;
      case 'say':
        await acts.say(await tokenOf(one.who), nth(one.nth), 'And this');
        return;
      case 'move':
        await acts.write(nth(one.nth), { kind: 'state', state: one.to });
        return;
      case 'solve':
        await acts.solve(await tokenOf(one.who), nth(one.nth), one.yes === true);
        return;
      case 'wait':
        world.clock.at += (one.hours ?? 0) * HOUR_MS;
        await acts.tick();
        return;
      case 'role':
        await setRole(world.deps, {
          shopId: world.keys.shopId,
          userId: people[one.nth ?? 0]?.userId ?? '',
          role: one.role ?? 'manager',
        });
        return;
      default: {
        const from = shoppers[one.other ?? 0]?.id ?? '';
        if (from !== id) await world.merchant('POST', `/v1/shoppers/${id}/merge`, { from });
      }
    }
  };
});
