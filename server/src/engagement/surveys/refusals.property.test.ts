import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactKind } from '@okaeri/shared/contacts';
import type { TouchRow } from '../../loyalty/contacts/tables.ts';
import { findExisting } from '../../loyalty/shoppers/lock-shopper.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { inShop, rows } from '../../platform/store/statement.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import {
  askFor,
  openForMarketing,
  settleContacts,
  subscriber,
  TAKES_ALL,
  WORDING,
} from '../../testing/marketing-acts.ts';
import { reviewActsOf } from '../../testing/review-acts.ts';
import { AN_NPS, surveyActsOf, surveyProgram } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 15, long: 800 },
  PostgreSQL: { ordinary: 5, long: 100 },
} as const;

const selectTouchesOfAll = rows<{ shopId: string }>()('selectTouchesOfAll', (db, t) =>
  db.select().from(t.touches).where(inShop(t.touches)),
);

/** Who is spoken to, about what, where, and every way in which somebody says no to it. */
const PURPOSE = { nextStep: 'marketing', reviewRequest: 'reviews', survey: 'surveys' } as const;
type Said = keyof typeof PURPOSE;
type Way = 'withdraw' | 'suppress' | 'block' | 'pause' | 'needConsent' | 'erase';

const who = fc.constantFrom('a', 'b');
const purpose = fc.constantFrom('marketing' as const, 'reviews' as const, 'surveys' as const);
const channel = fc.constantFrom('email' as const, 'page' as const);
// Nobody comes back who was erased: it is the last of the ways to be drawn.
const way = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Way>('withdraw', 'suppress', 'block') },
  { weight: 1, arbitrary: fc.constantFrom<Way>('pause', 'needConsent') },
  { weight: 1, arbitrary: fc.constant<Way>('erase') },
);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('no' as const), who, way, purpose, channel }),
  },
  // While it is being decided: whichever comes first, nothing leaves afterwards.
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('race' as const), who, way, purpose, channel }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('yes' as const), who, way, purpose, channel }),
  },
  { weight: 10, arbitrary: fc.record({ act: fc.constant('ask' as const), who, channel }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('show' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('order' as const), who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 120 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type No = Extract<Step, { way: Way }>;

/** Few histories may have nothing to refuse, or nothing to allow: this one has both. */
const REFUSED_BEFORE_IT_LEFT: Step[] = [
  { act: 'ask', who: 'b', channel: 'page' },
  { act: 'order', who: 'a' },
  { act: 'no', who: 'a', way: 'block', purpose: 'reviews', channel: 'email' },
  { act: 'wait', hours: 120 },
];

/** What was said no to, and is not allowed again. */
type Refused = Set<string>;

describe.each(ENGINES)('who has said no, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
  });
  afterEach(() => test.dispose());
  let people = 0;

  const open = async () => {
    const world = await openWorld(test.store, surveyProgram(), TAKES_ALL);
    await openForMarketing(world, { daysBetween: 0, perMonth: 30 });
    const acts = surveyActsOf(world);
    const { headers } = await world.merchant('GET', '/v1/reviews/settings');
    const settings = { byEmail: true, reminders: 2, askAfterDays: 1 };
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    await world.merchant('PUT', '/v1/reviews/settings', settings, ifMatch);
    const names = { a: `a${(people += 1)}`, b: `b${people}` };
    for (const name of Object.values(names)) {
      await acts.member(name);
      await subscriber(world, name);
    }
    await acts.run('nps', { ...AN_NPS, mailAfterDays: 1 });
    return { world, acts, names, orders: 0 };
  };
  type Shop = Awaited<ReturnType<typeof open>>;

  const touchesOf = ({ deps, keys: { shopId } }: World): Promise<TouchRow[]> =>
    deps.store.read((tx) => tx.run(selectTouchesOfAll, { shopId }));

  const consent = (world: World, name: string, said: object): Promise<Response> => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    return world.merchant('POST', `/v1/shoppers/${name}/consents`, said, key);
  };
  const suppress = (world: World, name: string, path: string): Promise<Response> =>
    world.merchant('POST', `/v1/contacts/suppressions${path}`, { email: `${name}@example.com` });

  /** Says no, or takes it back, in one of the ways; which one of them stands is known by its name. */
  const say = async (shop: Shop, one: No, isNo: boolean): Promise<string> => {
    const { world, acts, names } = shop;
    const name = names[one.who];
    switch (one.way) {
      case 'withdraw': {
        const state = isNo ? 'withdrawn' : 'given';
        const evidence = { confirmedAt: new Date(world.clock.at).toISOString() };
        const wording = one.purpose === 'marketing' && { wordingId: WORDING.id };
        const said = { purpose: one.purpose, channel: one.channel, state };
        await consent(world, name, { ...said, ...(!isNo && { evidence, ...wording }) });
        return `${name} ${one.purpose} ${one.channel}`;
      }
      case 'suppress':
        await suppress(world, name, isNo ? '' : '/lift');
        return `${name} suppressed`;
      case 'block':
        await world.merchant('PUT', `/v1/shoppers/${name}`, { blocked: isNo });
        return `${name} blocked`;
      case 'pause':
        await acts.step('nps', isNo ? 'pause' : 'start');
        return 'nps';
      case 'needConsent': {
        const room = { quietHours: { from: 0, to: 0 }, daysBetween: 0, perMonth: 30 };
        await settleContacts(world, { ...room, consentNeededFor: isNo ? ['reviews'] : [] });
        return 'reviews';
      }
      default:
        if (isNo) await world.merchant('DELETE', `/v1/shoppers/${name}`);
        return `${name} erased`;
    }
  };

  const isRefused = (refused: Refused, row: TouchRow, ids: Ids): boolean => {
    const name = ids.get(row.shopperId) ?? '';
    const isMail = row.channel === 'email';
    const about = PURPOSE[row.kind as Said];
    return (
      [`${name} ${about} ${row.channel}`, `${name} blocked`, `${name} erased`].some((no) =>
        refused.has(no),
      ) ||
      (isMail && refused.has(`${name} suppressed`)) ||
      (row.kind === 'survey' && refused.has('nps')) ||
      // Neither has ever agreed to it with words of the shop's own; who did since, did with their address.
      (isMail &&
        row.kind === 'reviewRequest' &&
        refused.has('reviews') &&
        !refused.has(`${name} said`))
    );
  };
  type Ids = ReadonlyMap<string, string>;

  const run = async (shop: Shop, one: Step, refused: Refused): Promise<void> => {
    const { world, acts, names } = shop;
    switch (one.act) {
      case 'no':
        refused.add(await say(shop, one, true));
        return;
      case 'race': {
        const [no] = await Promise.all([say(shop, one, true), acts.jobs(), show(world, names.a)]);
        refused.add(no);
        return;
      }
      case 'yes': {
        const said = await say(shop, one, false);
        if (one.way !== 'erase') refused.delete(said);
        if (one.way === 'withdraw' && one.purpose === 'reviews' && one.channel === 'email')
          refused.add(`${names[one.who]} said`);
        return;
      }
      case 'ask': {
        const kind: ContactKind = 'nextStep';
        if (refused.has(`${names[one.who]} erased`)) return;
        await askFor(world.deps, world, { id: names[one.who], kind, channel: one.channel });
        return;
      }
      case 'show':
        await show(world, names[one.who]);
        return;
      case 'order':
        shop.orders += 1;
        await reviewActsOf(world)
          .receive(names[one.who], `o-${names.a}-${shop.orders}`, ['mug'])
          .catch(() => undefined);
        return;
      default:
        world.clock.at += one.hours * HOUR_MS;
        await acts.jobs();
    }
  };
  const show = async (world: World, name: string): Promise<unknown> =>
    world.storefront('POST', '/me/touches/next', { token: await world.token(name), body: {} });

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 4: is sent and shown nothing that is decided afterwards, whatever was planned, $part',
    async ({ histories }) => {
      const made = { refused: 0, allowed: 0 };
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 12, maxLength: 40, size: 'max' }),
          async (steps) => {
            const shop = await open();
            const { world, names } = shop;
            const ids = await idsOf(world, names);
            const refused: Refused = new Set();
            let before = await touchesOf(world);
            for (const one of steps) {
              await run(shop, one, refused);
              const after = await touchesOf(world);
              const fresh = after.filter(
                ({ key, decision }) =>
                  (decision === 'sent' || decision === 'shown') &&
                  before.find((was) => was.key === key)?.decision !== decision,
              );
              before = after;
              made.allowed += fresh.length;
              made.refused += after.filter(({ reason }) => reason !== null).length;
              // What was decided beside the no may have come before it.
              if (one.act !== 'race')
                expect(fresh.filter((row) => isRefused(refused, row, ids))).toEqual([]);
            }
          },
        ),
        { numRuns: histories + 1, examples: [[REFUSED_BEFORE_IT_LEFT]] },
      );
      // Else it says nothing.
      expect(made.allowed).toBeGreaterThan(0);
      expect(made.refused).toBeGreaterThan(0);
    },
  );

  const idsOf = async ({ deps, keys: { shopId } }: World, names: Shop['names']): Promise<Ids> => {
    const found = new Map<string, string>();
    for (const name of Object.values(names)) {
      const row = await deps.store.read((tx) => findExisting(tx, { shopId, externalId: name }));
      found.set(row?.id ?? '', name);
    }
    expect(found.has('')).toBe(false);
    return found;
  };
});
