import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DELIVERY_HANDLERS } from '../../compose-areas.ts';
import type { TouchRow } from '../../loyalty/contacts/tables.ts';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import type { Mail, MailSender } from '../../platform/mail/mail-sender.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import { inShop, rows } from '../../platform/store/statement.ts';
import { caseActsOf } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { settleContacts } from '../../testing/marketing-acts.ts';
import { reviewActsOf } from '../../testing/review-acts.ts';
import { A_CSAT, surveyActsOf, surveyProgram } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 12, long: 600 },
  PostgreSQL: { ordinary: 4, long: 80 },
} as const;

const selectTouchesForTest = rows<{ shopId: string }>()('selectTouchesForTest', (db, t) =>
  db.select().from(t.touches).where(inShop(t.touches)),
);
const selectOutboxForTest = rows<{ shopId: string }>()('selectWholeOutboxForTest', (db, t) =>
  db.select().from(t.outbox).where(inShop(t.outbox)).orderBy(t.outbox.id),
);

const nth = fc.nat({ max: 30 });
/** What happens to rows of the outbox, and to the people they are about. */
const step = fc.oneof(
  // Delivered without being settled: as after a kill between the hand-over and the note of it.
  { weight: 6, arbitrary: fc.record({ act: fc.constant('deliver' as const), nth }) },
  // The mail server breaks off: killed before the message left.
  { weight: 2, arbitrary: fc.record({ act: fc.constant('breakOff' as const), nth }) },
  // Two processes at once.
  { weight: 2, arbitrary: fc.record({ act: fc.constant('twice' as const), nth, other: nth }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('jobs' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reply' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('merge' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

describe.each(ENGINES)('rows that are delivered, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
  });
  afterEach(() => test.dispose());

  let shops = 0;
  /** A shop in which requests, surveys and replies wait to be sent to two people. */
  const open = async () => {
    const mails: Mail[] = [];
    let breaks = 0;
    // Worlds of one store deliver what waits in all of them: those of others are not looked at.
    const host = `s${(shops += 1)}.example`;
    const mail: MailSender = {
      from: 'shop@okaeri.example',
      async send(one) {
        await Promise.resolve();
        if (breaks > 0) {
          breaks -= 1;
          throw new Error('connection lost');
        }
        if (one.to.endsWith(host)) mails.push(one);
      },
      close() {},
    };
    const world = await openWorld(test.store, surveyProgram(), mail);
    const acts = surveyActsOf(world);
    const cases = caseActsOf(world);
    await settleContacts(world, { quietHours: { from: 21, to: 8 }, daysBetween: 2, perMonth: 10 });
    const { headers } = await world.merchant('GET', '/v1/reviews/settings');
    const settings = { byEmail: true, reminders: 1 };
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    await world.merchant('PUT', '/v1/reviews/settings', settings, ifMatch);
    await acts.run('csat', { ...A_CSAT, mailAfterDays: 0 });
    const caseIds: string[] = [];
    for (const who of ['a', 'b']) {
      await world.merchant('PUT', `/v1/shoppers/${who}`, { email: `${who}@${host}` });
      await reviewActsOf(world).receive(who, `o-${who}`, ['mug']);
      caseIds.push((await cases.open(who)).id);
    }
    await acts.jobs();
    return {
      world,
      acts,
      cases,
      caseIds,
      mails,
      breakOff: () => {
        breaks = 1;
      },
    };
  };
  type Shop = Awaited<ReturnType<typeof open>>;

  const read = ({ deps, keys: { shopId } }: World) =>
    deps.store.read(async (tx) => ({
      touches: await tx.run(selectTouchesForTest, { shopId }),
      outbox: await tx.run(selectOutboxForTest, { shopId }),
    }));

  /** Delivers a row, whatever became of it before; what it throws is tried again some other time. */
  const deliver = async (world: World, row: OutboxRow | undefined): Promise<void> => {
    if (row === undefined) return;
    const { kind } = row.payload;
    await DELIVERY_HANDLERS[kind]
      .deliver(world.deps, row, row.payload as never)
      .catch(() => undefined);
  };

  const run = async (shop: Shop, one: Step): Promise<void> => {
    const { world, acts, cases, caseIds } = shop;
    const { outbox } = await read(world);
    const pick = (at: number) => outbox[at % Math.max(1, outbox.length)];
    switch (one.act) {
      case 'deliver':
        return deliver(world, pick(one.nth));
      case 'breakOff':
        shop.breakOff();
        return deliver(world, pick(one.nth));
      case 'twice':
        await Promise.all([deliver(world, pick(one.nth)), deliver(world, pick(one.other))]);
        return;
      case 'jobs':
        return acts.jobs();
      case 'wait':
        world.clock.at += one.hours * HOUR_MS;
        return;
      case 'reply':
        await cases.write(caseIds[0] ?? '', { kind: 'reply', text: 'We look at it.' });
        return;
      default:
        await world.merchant('POST', '/v1/shoppers/a/merge', { from: 'b' });
    }
  };

  /** Decided once; each message of one touch, with one id, and no more of them than were tried. */
  const check = (
    before: readonly TouchRow[],
    after: readonly TouchRow[],
    mails: readonly Mail[],
  ): void => {
    for (const was of before) {
      if (was.decision === null) continue;
      const { decision, decidedAt, reason, id } = was;
      const found = after.find(({ key }) => key === was.key);
      expect(found).toMatchObject({ decision, decidedAt, reason, id });
    }
    const ids = after.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // What is the same to a shopper was sent as one touch, however it is called.
    const sent = after.filter(({ decision }) => decision === 'sent');
    const same = sent.map(({ key, kind, subject }) =>
      kind === 'caseReply' ? key : `${kind} ${subject}`,
    );
    expect(new Set(same).size).toBe(same.length);
    for (const { messageId } of mails) {
      const [, id] = /^<(.+)@/.exec(messageId ?? '') ?? [];
      expect(sent.map((one) => one.id)).toContain(id);
    }
  };

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 3: decide each touch once and send it as one message, in any order, again and killed between, $part',
    async ({ histories }) => {
      let sentInAll = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
          const shop = await open();
          let { touches } = await read(shop.world);
          for (const one of steps) {
            const had = shop.mails.length;
            await run(shop, one);
            const left = shop.mails.slice(had).map(({ messageId }) => messageId);
            const tries =
              { deliver: 1, twice: 2 }[one.act as string] ?? (one.act === 'jobs' ? 99 : 0);
            expect(left.length).toBeLessThanOrEqual(tries);
            const next = await read(shop.world);
            check(touches, next.touches, shop.mails);
            touches = next.touches;
          }
          // Settled at last: whatever was sent before leaves no second time.
          shop.world.clock.at += 10 * DAY_MS;
          await shop.acts.jobs();
          check(touches, (await read(shop.world)).touches, shop.mails);
          sentInAll += shop.mails.length;
        }),
        { numRuns: histories },
      );
      // Else it says nothing.
      expect(sentInAll).toBeGreaterThan(0);
    },
  );
});
