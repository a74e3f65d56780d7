import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NextTouchAnswer, NextTouchInput } from '@okaeri/shared/contacts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { first } from '../../platform/store/store.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { Deps } from '../../deps.ts';
import { selectShopperByExternalId } from '../shoppers/queries.ts';
import { nextTouch } from './next-touch.ts';
import type { PageTouch } from './touch-types.ts';

describe.each(ENGINES)('what a page is given to show, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let people = 0;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const wanted = (subject: string, change: Partial<PageTouch['wanted']> = {}): PageTouch => ({
    wanted: {
      key: `page:${subject}`,
      kind: 'reviewRequest',
      channel: 'page',
      subject,
      dueAt: world.clock.at,
      validUntil: world.clock.at + 30 * DAY_MS,
      ...change,
    },
    definition: 'running',
    answer: { subject, surveyId: null, wave: null, text: `About ${subject}` },
  });

  /** Somebody new, to whom areas would show what is wanted; `writes` counts what was decided under a lock. */
  const visitor = async (candidates: () => readonly PageTouch[]) => {
    const id = `p${(people += 1)}`;
    await world.merchant('PUT', `/v1/shoppers/${id}`, {});
    const shop = await world.shop();
    const known = await test.store.read((tx) =>
      first(tx, selectShopperByExternalId, { shopId: shop.id, externalId: id }),
    );
    if (known === undefined) throw new Error('nobody');
    const counts = { writes: 0 };
    const deps: Deps = {
      ...world.deps,
      store: {
        ...world.deps.store,
        write: (work) => {
          counts.writes += 1;
          return world.deps.store.write(work);
        },
      },
      pageTouches: [() => Promise.resolve(candidates())],
    };
    const ask = async (asked: NextTouchInput = {}): Promise<NextTouchAnswer['touch']> =>
      (await nextTouch(deps, { shop, shopper: known, asked })).touch;
    const about = async (touchId: string, act: 'dismiss' | 'clicked'): Promise<number> => {
      const token = await world.token(id);
      return (await world.storefront('POST', `/me/touches/${touchId}/${act}`, { token })).status;
    };
    return { id, ask, about, counts };
  };

  it('is what has the highest priority, then what was due first, and stands once it is shown (E54)', async () => {
    const key = (name: string) => `${name}:${people}`;
    const { ask, counts } = await visitor(() => [
      wanted('later', { key: key('a'), priority: 50, dueAt: world.clock.at }),
      wanted('first', { key: key('b'), priority: 50, dueAt: world.clock.at - 1 }),
      wanted('tip', { key: key('c'), kind: 'nextStep' }),
      wanted('tomorrow', { key: key('d'), priority: 100, dueAt: world.clock.at + DAY_MS }),
    ]);
    const shown = await ask();
    expect(shown).toMatchObject({ kind: 'reviewRequest', subject: 'first', text: 'About first' });
    expect(counts.writes).toBe(1);
    expect(await ask()).toEqual(shown);
    expect(counts.writes).toBe(1);
  });

  it('is nothing, for a read alone, where nothing is due or the budget has no room (E54)', async () => {
    const { ask, counts } = await visitor(() => []);
    expect(await ask()).toBeNull();
    const id = `full${people}`;
    let all = [wanted('one', { key: `${id}:1` })];
    const full = await visitor(() => all);
    await full.ask();
    all = [wanted('two', { key: `${id}:2` })];
    expect(await full.ask()).toBeNull();
    expect([counts.writes, full.counts.writes]).toEqual([0, 1]);
  });

  it('is the same for two devices that ask at once, and takes room once (E2)', async () => {
    const { ask, id } = await visitor(() => [wanted('both', { key: `both:${people}` })]);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).not.toBeNull();
    expect(other).toEqual(one);
    const log = await world.merchant('GET', `/v1/shoppers/${id}/touches`);
    expect(((await log.json()) as { items: unknown[] }).items).toHaveLength(1);
  });

  it('is not shown again once it is dismissed, and says who followed it, each once (E17)', async () => {
    const { ask, about, id } = await visitor(() => [wanted('gone', { key: `gone:${people}` })]);
    const touchId = (await ask())?.id ?? '';
    expect(await about(touchId, 'clicked')).toBe(204);
    expect(await about(touchId, 'dismiss')).toBe(204);
    const at = world.clock.at;
    world.clock.at += 1000;
    expect(await about(touchId, 'dismiss')).toBe(204);
    expect(await ask()).toBeNull();
    const log = await world.merchant('GET', `/v1/shoppers/${id}/touches`);
    const iso = new Date(at).toISOString();
    expect(await log.json()).toMatchObject({ items: [{ dismissedAt: iso, clickedAt: iso }] });
  });

  it('is a new contact once it stood its time, under a key of its own (E18)', async () => {
    let showing = 1;
    const { ask, id } = await visitor(() => [wanted('s', { key: `s:${id}:${showing}` })]);
    await ask();
    world.clock.at += 14 * DAY_MS;
    expect(await ask()).toBeNull();
    showing = 2;
    expect(await ask()).toMatchObject({ subject: 's' });
  });

  it('only says what was said to somebody themself', async () => {
    const { ask } = await visitor(() => [wanted('mine', { key: `mine:${people}` })]);
    const touchId = (await ask())?.id ?? '';
    const other = await visitor(() => []);
    expect(await other.about(touchId, 'dismiss')).toBe(404);
    expect(await other.about('to_none', 'clicked')).toBe(404);
  });

  it('may be narrowed to kinds by the page that asks', async () => {
    const { ask } = await visitor(() => [wanted('kind', { key: `kind:${people}` })]);
    expect(await ask({ kinds: ['nextStep'] })).toBeNull();
    expect(await ask({ kinds: ['reviewRequest'] })).toMatchObject({ subject: 'kind' });
  });
});
