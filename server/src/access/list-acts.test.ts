import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, ActList } from '@okaeri/shared/team';
import { plainProgram } from '../testing/acts.ts';
import { firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';
import { recordAuditEntry } from './audit-log.ts';

const ACTS = 12;
const ADJUST = 'POST /v1/shoppers/:shopperId/adjustments';
const DECIDE = 'POST /v1/reviews/:reviewId/decision';

describe.each(ENGINES)('the log on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    owner = await firstOwner(world);
    for (let i = 0; i < ACTS; i += 1) {
      // Every third falls into the same moment as the one before.
      if (i % 3 !== 0) world.clock.at += 60_000;
      const act = await recordAuditEntry(world.deps, {
        shopId: world.keys.shopId,
        userId: i % 2 === 0 ? 'u-1' : null,
        actor: i % 2 === 0 ? 'Dana' : 'Till',
        operation: i % 4 === 0 ? DECIDE : ADJUST,
        subject: `s-${i % 5}`,
      });
      if (i !== 7) await act.settle(i % 6 === 5 ? 409 : 200, i === 3 ? '=cmd' : null);
    }
  });
  afterAll(() => test.dispose());

  const list = async (query: string): Promise<ActList> => {
    const found = await owner.send('GET', `/v1/acts?${query}`);
    expect(found.status).toBe(200);
    return (await found.json()) as ActList;
  };
  const all = async (query: string): Promise<readonly Act[]> => {
    const items: Act[] = [];
    for (let cursor = ''; ;) {
      const page = await list(`${query}&limit=2${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  };

  it.each([
    ['order=asc', () => true],
    ['order=asc&actor=Dana', (one: Act) => one.actor === 'Dana'],
    ['order=asc&subject=s-2', (one: Act) => one.subject === 's-2'],
    [
      'order=asc&subject=s-2&actor=Till',
      (one: Act) => one.subject === 's-2' && one.actor === 'Till',
    ],
    ['order=asc&outcome=refused', (one: Act) => one.outcome === 'refused'],
    ['order=asc&outcome=cut', (one: Act) => one.outcome === 'cut'],
    [
      `order=asc&operation=${encodeURIComponent(DECIDE)}&actor=Dana`,
      (one: Act) => one.operation === DECIDE,
    ],
  ] as const)('asked for %s has those alone, page by page', async (query, isMeant) => {
    const everything = await all('order=asc');
    expect(everything.length).toBeGreaterThanOrEqual(ACTS);
    const expected = everything.filter(isMeant);
    expect(expected.length).toBeGreaterThan(0);
    expect(await all(query)).toEqual(expected);
    expect(await all(query.replace('asc', 'desc'))).toEqual(expected.toReversed());
    expect((await list(`${query}&counted=true`)).total).toEqual({
      count: expected.length,
      isMore: false,
    });
  });

  it('of a span of time has what was done in it', async () => {
    const everything = await all('order=asc');
    const [from, until] = [everything[3]?.at ?? '', everything[8]?.at ?? ''];
    expect(await all(`order=asc&from=${from}&until=${until}`)).toEqual(
      everything.filter(({ at }) => at >= from && at < until),
    );
  });

  it('leaves as a table in the columns that are asked for, with its formulas made harmless', async () => {
    const path = '/v1/exports/acts?order=asc&actor=Till&columns=actor,outcome,reason';
    const lines = (await (await owner.send('GET', path)).text()).trim().split('\n');
    expect(lines[0]).toBe('actor,outcome,reason');
    expect(lines[2]).toBe("Till,done,'=cmd");
    expect(lines).toHaveLength(1 + ACTS / 2);
  });
});
