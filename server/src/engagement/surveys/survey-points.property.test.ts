import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { ResponseFacts } from './save-response.ts';
import { verifySurveyCounts } from './results-verify.ts';

const HISTORIES = {
  SQLite: { ordinary: 30, long: 1500 },
  PostgreSQL: { ordinary: 6, long: 150 },
} as const;

/** Points of a first order, and of a survey. */
const [ORDER, SURVEY] = [50, 20];

type Step =
  | { readonly kind: 'answer'; readonly score: number; readonly complete: boolean }
  | { readonly kind: 'withdraw' | 'open' | 'end' | 'pause' | 'start' | 'merge' }
  | { readonly kind: 'wait'; readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      score: fc.integer({ min: 0, max: 10 }),
      complete: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'open' as const) }),
  fc.record({ kind: fc.constantFrom('end' as const, 'pause' as const, 'start' as const) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
  // They turn out to be somebody who had answered too.
  fc.record({ kind: fc.constant('merge' as const) }),
);

describe('the points of a response', () => {
  it('can depend on nothing that was answered: the function that moves them is not given it (L5, E38)', () => {
    type Given = keyof ResponseFacts;
    const given: Record<Given, true> = { actId: true, state: true, insider: true };
    expect(Object.keys(given)).not.toContain('score');
    // @ts-expect-error A response's score is not among its facts.
    const score: Given = 'score';
    expect(score).toBe('score');
  });
});

describe.each(ENGINES)('the points of a response on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  let people = 0;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, surveyProgram(SURVEY));
    acts = surveyActsOf(world);
  });
  afterEach(async () => {
    // Whatever was answered, withdrawn or merged: the counts equal a recount (invariant 12).
    expect(await verifySurveyCounts(world.deps, { shopId: world.keys.shopId })).toEqual([]);
    await test.dispose();
  });

  const affairs = async (who: string): Promise<ShopperAffairs> =>
    (await world.merchant('GET', `/v1/shoppers/${who}/affairs`)).json() as Promise<ShopperAffairs>;

  const run = async (who: string, survey: string, one: Step): Promise<void> => {
    const path = `/${survey}/2026Q4`;
    switch (one.kind) {
      case 'answer': {
        const { score, complete } = one;
        await acts.ask(who, 'PUT', path, { complete, answers: { score } });
        return;
      }
      case 'withdraw':
        await acts.ask(who, 'DELETE', path);
        return;
      case 'open':
        await acts.ask(who, 'POST', `${path}/open`);
        return;
      case 'wait':
        world.clock.at += one.days * DAY_MS;
        return;
      case 'merge':
        await world.merchant('POST', `/v1/shoppers/${who}/merge`, { from: `other-${who}` });
        return;
      default:
        await acts.step(survey, one.kind);
    }
  };

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 7: are the target of its present state, whatever was answered, withdrawn and merged in which order, $part',
    async ({ histories }) => {
      const began = world.clock.at;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          world.clock.at = began;
          const who = `s${(people += 1)}`;
          await acts.member(who);
          const other = `other-${who}`;
          await acts.member(other);
          await acts.run(`nps-${who}`);
          await acts.answer(other, `/nps-${who}/2026Q4`, { score: 7 });
          // What the one that does not stand was paid stays paid (E117).
          let kept = ORDER;
          for (const one of steps) {
            if (one.kind === 'merge' && kept === ORDER) {
              const [known] = (await affairs(who)).surveyResponses;
              kept = 2 * ORDER + (known?.state === 'complete' ? SURVEY : 0);
            }
            await run(who, `nps-${who}`, one);
            const responses = (await affairs(who)).surveyResponses;
            expect(responses.length).toBeLessThanOrEqual(1);
            const isComplete = responses[0]?.state === 'complete';
            expect(await acts.points(who)).toBe(kept + (isComplete ? SURVEY : 0));
          }
          await acts.step(`nps-${who}`, 'end');
        }),
        { numRuns: histories },
      );
    },
  );

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 9: merged in any order, people have the same answers and points, $part',
    async ({ histories }) => {
      const answered = fc.option(
        fc.record({ score: fc.integer({ min: 0, max: 10 }), complete: fc.boolean() }),
      );
      const began = world.clock.at;
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(answered, answered, answered),
          fc.constantFrom([1, 2], [2, 1]),
          async (answers, order) => {
            const seen = [];
            for (const [first = 1, second = 2] of [[1, 2], order]) {
              world.clock.at = began;
              const names = answers.map(() => `m${(people += 1)}`);
              const survey = `nps-${names[0]}`;
              for (const who of names) await acts.member(who);
              await acts.run(survey);
              for (const [at, one] of answers.entries()) {
                world.clock.at += 1000;
                if (one === null) continue;
                const { score, complete } = one;
                const body = { complete, answers: { score } };
                await acts.ask(names[at] ?? '', 'PUT', `/${survey}/2026Q4`, body);
              }
              for (const from of [first, second])
                await world.merchant('POST', `/v1/shoppers/${names[0]}/merge`, {
                  from: names[from],
                });
              const own = await affairs(names[0] ?? '');
              const responses = own.surveyResponses.map(({ state, score }) => ({ state, score }));
              const invited = own.surveyInvitations.length;
              seen.push({ responses, invited, points: await acts.points(names[0] ?? '') });
              await acts.step(survey, 'end');
            }
            expect(seen[1]).toEqual(seen[0]);
            const paid = answers.filter((one) => one?.complete === true).length;
            expect(seen[0]).toMatchObject({ invited: 1, points: 3 * ORDER + paid * SURVEY });
          },
        ),
        { numRuns: Math.ceil(histories / 3) },
      );
    },
  );
});
