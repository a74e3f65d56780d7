import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewForm } from '@okaeri/shared/reviews';
import type { ProgramDocument, ProgramRequest } from '@okaeri/shared/program';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { orderRuleWith, programWith, tierWith } from '../../testing/programs.ts';
import { reviewActsOf, type ReviewActs } from '../../testing/review-acts.ts';
import { surveyActsOf, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 25, long: 1000 },
  PostgreSQL: { ordinary: 5, long: 100 },
} as const;

/** What a programme may say that acts are counted by. */
interface Rules {
  readonly points: number;
  readonly enabled: boolean;
  /** Points of a shopper in gold. */
  readonly gold: number;
  readonly goldFrom: number;
  readonly limit: { readonly count?: number; readonly points?: number } | null;
  readonly campaign: {
    readonly multiplier: string;
    readonly fromDay: number;
    readonly days: number;
    readonly budget: number | null;
  } | null;
}

const rules: fc.Arbitrary<Rules> = fc.record({
  points: fc.integer({ min: 1, max: 40 }),
  enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  gold: fc.integer({ min: 1, max: 90 }),
  goldFrom: fc.constantFrom(1, 8000, 90_000),
  limit: fc.option(
    fc.oneof(
      fc.record({ count: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ points: fc.integer({ min: 1, max: 60 }) }),
    ),
  ),
  campaign: fc.option(
    fc.record({
      multiplier: fc.constantFrom('1.5', '2', '3'),
      fromDay: fc.integer({ min: -3, max: 3 }),
      days: fc.integer({ min: 1, max: 6 }),
      budget: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
  ),
});

type Between =
  | { readonly kind: 'publish'; readonly rules: Rules }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'order' | 'sameAct' };

const between: fc.Arbitrary<Between> = fc.oneof(
  fc.record({ kind: fc.constant('publish' as const), rules }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('order' as const, 'sameAct' as const) }),
);

describe.each(ENGINES)('what is promised on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  let reviews: ReviewActs;
  let people = 0;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, programWith());
    acts = surveyActsOf(world);
    reviews = reviewActsOf(world);
  });
  afterEach(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const programOf = (one: Rules): ProgramDocument => {
    const { points, enabled, gold, goldFrom, limit, campaign } = one;
    const rule = {
      enabled,
      points: { fixed: points },
      variants: [{ tierIds: ['gold'], points: { fixed: gold } }],
      limit: limit && ({ ...limit, every: 'month' } as const),
    };
    const { at } = world.clock;
    const campaigns: ProgramRequest['campaigns'] =
      campaign === null
        ? []
        : [
            {
              id: 'more',
              name: { en: 'More' },
              enabled: true,
              ruleIds: ['survey', 'review'],
              from: isoOf(at + campaign.fromDay * DAY_MS),
              until: isoOf(at + (campaign.fromDay + campaign.days) * DAY_MS),
              effect: { multiplier: campaign.multiplier },
              budgetPoints: campaign.budget,
            },
          ];
    return programWith({
      earning: [
        orderRuleWith(),
        { id: 'survey', on: 'survey', ...rule },
        { id: 'review', on: 'review', ...rule },
      ],
      campaigns,
      tiers: [tierWith('first', 0), tierWith('gold', goldFrom)],
      tierPolicy: {
        metric: 'spend',
        window: { kind: 'lifetime' },
        downgrade: 'oneStep',
        graceDays: 0,
      },
    });
  };
  const happen = async (who: string, kind: 'survey' | 'review', one: Between): Promise<void> => {
    if (one.kind === 'publish') await world.publish(programOf(one.rules));
    if (one.kind === 'wait') world.clock.at += one.days * DAY_MS;
    if (one.kind === 'order') await acts.receive(who, `o-${(people += 1)}`, ['cup']);
    if (one.kind !== 'sameAct') return;
    const activity = { dedupeKey: `same-${(people += 1)}`, shopper: { id: who }, kind };
    await world.merchant('POST', '/v1/activities', activity);
  };
  /** Opens the form, does what was asked for with this score, takes it back. */
  const formOf = (
    who: string,
    kind: 'survey' | 'review',
    score: number,
  ): { open: () => Promise<number>; answer: () => Promise<void>; remove: () => Promise<void> } => {
    const path = `/nps-${who}/2026Q4`;
    if (kind === 'survey')
      return {
        open: async () => (await acts.open(who, path)).offer?.points ?? 0,
        answer: async () => void (await acts.answer(who, path, { score })),
        remove: async () => void (await acts.ask(who, 'DELETE', path)),
      };
    return {
      open: async () => {
        const form = await reviews.own(who, 'POST', '/mug/open', {});
        return ((await form.json()) as ReviewForm).offer?.points ?? 0;
      },
      answer: async () =>
        void (await reviews.write(who, 'mug', {
          rating: 1 + (score % 5),
          body: `Words of ${who}.`,
        })),
      remove: async () => void (await reviews.own(who, 'DELETE', '/mug')),
    };
  };

  it.each(partsOf(HISTORIES[engine]))(
    'is what is paid, whatever rules, tiers, limits and campaigns do meanwhile, and whatever is answered (E38, invariant 7), $part',
    async ({ histories }) => {
      const began = world.clock.at;
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            kind: fc.constantFrom('survey' as const, 'review' as const),
            first: rules,
            meanwhile: fc.array(between, { maxLength: 5 }),
            later: fc.array(between, { maxLength: 2 }),
            score: fc.integer({ min: 0, max: 10 }),
          }),
          async ({ kind, first, meanwhile, later, score }) => {
            world.clock.at = began;
            const who = `s${(people += 1)}`;
            await acts.member(who, 5);
            await reviews.receive(who, `mug-${who}`, ['mug']);
            await world.publish(programOf(first));
            await acts.run(`nps-${who}`, { openDays: 80 });
            const form = formOf(who, kind, score);
            const promised = await form.open();
            for (const one of meanwhile) await happen(who, kind, one);
            const before = await acts.points(who);
            // Where nothing was left by limits, what the form says when it is answered is what counts.
            const isOpen = promised === 0 ? await form.open() : promised;
            await form.answer();
            expect(await acts.points(who)).toBe(before + isOpen);
            await form.remove();
            expect(await acts.points(who)).toBe(before);
            for (const one of later) await happen(who, kind, one);
            const then = await acts.points(who);
            await form.answer();
            expect(await acts.points(who)).toBe(then + isOpen);
            await acts.step(`nps-${who}`, 'end');
          },
        ),
        { numRuns: histories },
      );
    },
  );
});
