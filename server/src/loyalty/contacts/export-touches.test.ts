import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { Page } from '@okaeri/shared/ledger';
import { TOUCH_COLUMNS } from '@okaeri/shared/list-words';
import type { Act } from '@okaeri/shared/team';
import { firstOwner, type Browser } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { aTouch } from '../../testing/touch-rows.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { selectShopperByExternalId } from '../shoppers/queries.ts';
import { insertTouch } from './touch-queries.ts';

const EXPORT = '/v1/exports/touches';

describe.each(ENGINES)('the contact log as a table, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, surveyProgram());
    acts = surveyActsOf(world);
    owner = await firstOwner(world);
    for (const who of ['ada', 'bea']) await acts.member(who);
    await world.merchant('PUT', '/v1/shoppers/ada', { name: '=HYPERLINK("http://x","y")' });
    await acts.run('nps');
    for (const who of ['ada', 'bea']) expect(await acts.next(who)).not.toBeNull();
  });
  afterAll(() => test.dispose());

  const tableOf = async (query = ''): Promise<Record<string, string>[]> => {
    const answer = await world.merchant('GET', `${EXPORT}${query}`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    return parse(await answer.text(), { columns: true });
  };
  const logged = async (): Promise<Act[]> => {
    const log = (await (await owner.send('GET', '/v1/acts')).json()) as Page<Act>;
    return log.items.filter(({ operation }) => operation === `GET ${EXPORT}`);
  };

  it('has every touch with its reason, in all its columns, and formulas made harmless', async () => {
    const rows = await tableOf();
    expect(Object.keys(rows[0] ?? {})).toEqual(TOUCH_COLUMNS);
    const shown = rows.filter(({ kind, decision }) => kind === 'survey' && decision === 'shown');
    expect(new Set(shown.map(({ shopper }) => shopper))).toEqual(new Set(['ada', 'bea']));
    const [ada] = rows.filter(({ shopper }) => shopper === 'ada');
    expect(ada).toMatchObject({
      name: `'=HYPERLINK("http://x","y")`,
      class: 'relationship',
      channel: 'page',
      reason: '',
      arm: 'treated',
    });
  });

  it('has what the log is narrowed to, in the columns that are asked for', async () => {
    expect(await tableOf('?kind=reviewRequest')).toEqual([]);
    expect(await tableOf('?kind=survey&decision=dropped')).toEqual([]);
    const rows = await tableOf('?kind=survey&decision=shown&columns=kind,shopper');
    expect(rows).toHaveLength(2);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['kind', 'shopper']);
    const since = new Date(world.clock.at + 1000).toISOString();
    expect(await tableOf(`?since=${since}`)).toEqual([]);
    expect((await world.merchant('GET', `${EXPORT}?kind=none`)).status).toBe(400);
    expect((await world.merchant('GET', `${EXPORT}?columns=address`)).status).toBe(400);
  });

  it('is recorded each time with who and when: of a person, and of a key (L13)', async () => {
    const before = (await logged()).length;
    expect((await owner.send('GET', `${EXPORT}?kind=survey`)).status).toBe(200);
    await tableOf();
    const [byKey, byPerson] = await logged();
    expect((await logged()).length).toBe(before + 2);
    expect(byPerson).toMatchObject({ byKey: false, outcome: 'done' });
    expect(byKey).toMatchObject({ byKey: true, outcome: 'done' });
    expect(byPerson?.actor).not.toBe('');
    expect(Date.parse(byPerson?.at ?? '')).toBe(world.clock.at);
    // However its path is written, nobody takes it along unseen.
    for (const path of ['/v1/exports/touche%73', `${EXPORT}/`, '/v1//exports/touches']) {
      const known = (await logged()).length;
      const { status } = await world.merchant('GET', path);
      expect((await logged()).length - known).toBe(status === 200 ? 1 : 0);
    }
    const all = (await logged()).length;
    // Looking at the log is no export of it.
    await owner.send('GET', '/v1/touches');
    expect((await logged()).length).toBe(all);
  });

  it('comes whole where it is longer than a page', async () => {
    const { shopId } = world.keys;
    const { at } = world.clock;
    const [ada] = await test.store.read((tx) =>
      tx.run(selectShopperByExternalId, { shopId, externalId: 'ada' }),
    );
    const many = LIMITS.pageMax * 2 + 1;
    await test.store.write(async (tx) => {
      for (let n = 0; n < many; n += 1) {
        const own = { key: `many:${n}`, id: `to_many_${n}`, plannedAt: at };
        await tx.run(insertTouch, aTouch({ shopId, shopperId: ada?.id ?? '', ...own }));
      }
    });
    const rows = await tableOf('?kind=nextStep&columns=kind,decision');
    expect(rows).toHaveLength(many);
  });
});
