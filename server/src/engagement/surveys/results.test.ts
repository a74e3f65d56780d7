import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  SurveyResponses,
  SurveyResults,
  SurveySummaries,
} from '@okaeri/shared/survey-results';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  addSurveyRows,
  answerRow,
  insertWaveForTest,
  npsDefinition,
  responseRow,
  saveAnswerForTest,
  saveResponseForTest,
} from '../../testing/survey-rows.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { ResponseRow } from './response-tables.ts';
import { newInvitation } from './draw-wave.ts';
import { addToCell } from './results-queries.ts';
import { verifySurveyCounts } from './results-verify.ts';
import { countInvitation, tallyResponse } from './results-tally.ts';

const Q3 = { key: '2026Q3', opensAt: '2026-07-01', closesAt: '2026-07-15' };
const Q4 = { key: '2026Q4', opensAt: '2026-10-01', closesAt: '2026-10-15' };

describe.each(ENGINES)('the results of a survey, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store);
  });

  const define = async (...documents: SurveyDefinition[]): Promise<void> => {
    const { shopId } = world.keys;
    await world.deps.store.write(async (tx) => {
      await addSurveyRows(tx, { shopId, id: 'nps', documents, at: 0 });
      for (const { key, opensAt, closesAt } of [Q3, Q4])
        await tx.run(insertWaveForTest, {
          shopId,
          surveyId: 'nps',
          key,
          subject: null,
          version: 1,
          sampleRate: 1,
          opensAt: Date.parse(opensAt),
          closesAt: Date.parse(closesAt),
          drawnTo: null,
        });
    });
  };
  let made = 0;
  /** Answers of so many people with one score. */
  const score = async (
    wave: string,
    value: number,
    count: number,
    change: Partial<ResponseRow> & { why?: string } = {},
  ): Promise<readonly string[]> => {
    const { why, ...rest } = change;
    const ids: string[] = [];
    const shop = await world.shop();
    await world.deps.store.write(async (tx) => {
      for (let one = 0; one < count; one += 1) {
        made += 1;
        const id = `r${String(made).padStart(6, '0')}`;
        ids.push(id);
        const at = { startedAt: made, scoredAt: Date.parse('2026-10-03') };
        const row = { id, surveyId: 'nps', wave, score: value, ...at, ...rest };
        await tx.run(saveResponseForTest, responseRow(shop.id, row));
        await tx.run(saveAnswerForTest, answerRow(shop.id, id, 'score', value));
        if (why !== undefined) await tx.run(saveAnswerForTest, answerRow(shop.id, id, 'why', why));
        await tallyResponse(world.deps, tx, { shop, responseId: id });
      }
    });
    return ids;
  };
  const ask = async <T>(path: string, status = 200): Promise<T> => {
    const answer = await world.merchant('GET', path);
    expect(answer.status).toBe(status);
    return (await answer.json()) as T;
  };
  const results = (query = ''): Promise<SurveyResults> =>
    ask<SurveyResults>(`/v1/surveys/nps/results${query}`);

  it('are a plain score with the adjusted interval, and the change from the closed wave before (E40)', async () => {
    await define(npsDefinition());
    await score('2026Q3', 9, 54);
    await score('2026Q3', 7, 42);
    await score('2026Q3', 3, 54);
    await score('2026Q4', 10, 54);
    await score('2026Q4', 8, 36);
    await score('2026Q4', 6, 30);
    const found = await results();
    expect(found).toMatchObject({ wave: '2026Q4', version: 1, answered: 120, unfinished: false });
    expect(found.score).toMatchObject({ n: 120, value: 20, promoters: 54, detractors: 30 });
    expect(found.score?.low).toBeCloseTo(5.187, 3);
    expect(found.score?.high).toBeCloseTo(33.837, 3);
    expect(found.previous).toMatchObject({ wave: '2026Q3', versionChanged: false });
    expect(found.previous?.difference).toBeCloseTo(19.512, 3);
    expect(found.previous?.low).toBeCloseTo(-0.107, 3);
    expect(found.previous?.high).toBeCloseTo(39.131, 3);
    expect(found.previous?.p).toBeCloseTo(0.0513, 4);
    expect(found.trend).toMatchObject([
      { wave: '2026Q3', n: 150, value: 0, unfinished: false },
      { wave: '2026Q4', n: 120, value: 20 },
    ]);
    expect(await results('?wave=2026Q3')).toMatchObject({ score: { value: 0 }, previous: null });
  });

  it('say nothing but how many have answered, under thirty (E40)', async () => {
    await define(npsDefinition());
    await score('2026Q4', 10, 29);
    const few = await results();
    expect(few.score).toMatchObject({ n: 29, value: null, low: null, high: null });
    expect(few.score).toMatchObject({ promoters: null, detractors: null });
    expect(few.questions[0]).toMatchObject({ n: 29, mean: { value: null }, choices: [] });
    await score('2026Q4', 10, 1);
    expect((await results()).score).toMatchObject({ n: 30, value: 100, high: 100 });
  });

  it('are split by what was offered and by tier, and never by who is of the shop (E9, E40)', async () => {
    await define(npsDefinition());
    await score('2026Q4', 10, 30, { incentivised: true, tierId: 'gold' });
    await score('2026Q4', 0, 30);
    await score('2026Q4', 0, 50, { insider: true });
    const { score: all, incentivised, notIncentivised, tiers } = await results();
    expect(all).toMatchObject({ n: 60, value: 0 });
    expect(incentivised).toMatchObject({ n: 30, value: 100 });
    expect(notIncentivised).toMatchObject({ n: 30, value: -100 });
    expect(tiers).toMatchObject([
      { tierId: null, score: { n: 30, value: -100 } },
      { tierId: 'gold', score: { n: 30, value: 100 } },
    ]);
  });

  it('follow each change of a response, and forget one that is withdrawn (E36, E41)', async () => {
    await define(npsDefinition());
    await score('2026Q4', 10, 30);
    const [id = ''] = await score('2026Q4', 0, 1, { state: 'partial', why: 'Late' });
    expect(await results()).toMatchObject({ answered: 31, commented: 1, score: { detractors: 1 } });
    const shop = await world.shop();
    const change = (now: Partial<ResponseRow>, value: number): Promise<void> =>
      world.deps.store.write(async (tx) => {
        const row = { id, surveyId: 'nps', wave: '2026Q4', score: value, ...now };
        await tx.run(saveResponseForTest, responseRow(shop.id, row));
        await tx.run(saveAnswerForTest, answerRow(shop.id, id, 'score', value));
        await tallyResponse(world.deps, tx, { shop, responseId: id });
        await tallyResponse(world.deps, tx, { shop, responseId: id });
      });
    await change({}, 9);
    expect(await results()).toMatchObject({
      answered: 31,
      score: { promoters: 31, detractors: 0 },
    });
    await change({ state: 'withdrawn', score: null }, 9);
    expect(await results()).toMatchObject({ answered: 30, commented: 0, withdrawn: 1 });
    expect((await results()).score).toMatchObject({ n: 30, promoters: 30 });
    const { items } = await ask<SurveyResponses>('/v1/surveys/nps/responses');
    expect(items.map((one) => one.id)).not.toContain(id);
  });

  it('break where other words were asked, and go on where only the rest was saved anew (E35)', async () => {
    const asked = npsDefinition();
    await define(asked, { ...asked, sampleRate: 0.5 }, npsDefinition('Would you recommend us?'));
    await score('2026Q3', 10, 30);
    await score('2026Q4', 10, 20, { version: 2 });
    await score('2026Q4', 0, 40, { version: 3 });
    const newest = await results();
    expect(newest).toMatchObject({ version: 3, versions: [1, 3], answered: 40 });
    expect(newest.previous).toMatchObject({ wave: '2026Q3', versionChanged: true });
    expect(await results('?wave=2026Q4&version=2')).toMatchObject({ version: 1, answered: 20 });
    expect(newest.trend.map(({ wave, version, n }) => [wave, version, n])).toEqual([
      ['2026Q3', 1, 30],
      ['2026Q4', 1, 20],
      ['2026Q4', 3, 40],
    ]);
    await ask('/v1/surveys/nps/results?wave=2026Q3&version=3', 404);
  });

  it('of an open wave are unfinished, and compared with nothing (E40)', async () => {
    world.clock.at = Date.parse('2026-10-14T23:59:59Z');
    await define(npsDefinition());
    await score('2026Q3', 10, 30);
    await score('2026Q4', 0, 30);
    expect(await results()).toMatchObject({ unfinished: true, previous: null });
    world.clock.at += 1000;
    expect(await results()).toMatchObject({ unfinished: false, previous: { wave: '2026Q3' } });
  });

  it('of what is asked after an order are of the month of the first score, in the programme’s zone (E40)', async () => {
    const after: SurveyDefinition = {
      ...npsDefinition(),
      trigger: { kind: 'afterArrival', afterDays: 3 },
    };
    await define(after);
    await score('order-1', 10, 1, { scoredAt: Date.parse('2026-10-31T23:59:00Z') });
    await score('order-2', 10, 1, { scoredAt: Date.parse('2026-11-01T00:00:00Z') });
    const drawnAt = Date.parse('2026-11-05');
    const shopId = world.keys.shopId;
    await world.deps.store.write(async (tx) => {
      for (const shopperId of ['a', 'b', 'c']) {
        const wave = { shopId, surveyId: 'nps', key: 'order-3', subject: 'order' as const };
        const of = { wave, shopperId, version: 1, mailAt: null, now: drawnAt, timeZone: 'UTC' };
        const drawn = newInvitation({ ...of, insider: false });
        await countInvitation(tx, null, drawn);
        await countInvitation(tx, drawn, { ...drawn, firstShownAt: drawnAt });
        await countInvitation(tx, null, newInvitation({ ...of, insider: true }));
      }
    });
    expect(await results('?wave=2026-10')).toMatchObject({ answered: 1, invited: 0 });
    expect(await results('?wave=2026-11')).toMatchObject({ answered: 1, invited: 3, shown: 3 });
    expect((await results()).opensAt).toBe('2026-11-01T00:00:00.000Z');
  });

  it('have responses by wave and theme a page at a time, and as a table without formulas', async () => {
    await define(npsDefinition());
    await score('2026Q3', 9, 1, { why: '=HYPERLINK("https://evil.example")' });
    await score('2026Q4', 3, 2, { why: 'Late <b>again</b>' });
    const all = await ask<SurveyResponses>('/v1/surveys/nps/responses');
    expect(all.items).toHaveLength(3);
    expect(all.items[0]).toMatchObject({
      wave: '2026Q4',
      answers: { score: 3, why: 'Late <b>again</b>' },
    });
    const q3 = await ask<SurveyResponses>('/v1/surveys/nps/responses?wave=2026Q3');
    expect(q3.items).toHaveLength(1);
    const none = await ask<SurveyResponses>('/v1/surveys/nps/responses?theme=late');
    expect(none.items).toEqual([]);
    const table = await world.merchant('GET', '/v1/exports/surveys/nps?wave=2026Q4');
    expect(table.headers.get('content-type')).toContain('text/csv');
    const lines = (await table.text()).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^id,wave,version,state/u);
  });

  it('equal a recount, and verify says where they do not (invariant 12)', async () => {
    await define(npsDefinition());
    await score('2026Q4', 10, 5, { why: 'Good' });
    await score('2026Q3', 0, 5, { tierId: 'gold', incentivised: true });
    const of = { shopId: world.keys.shopId };
    expect(await verifySurveyCounts(world.deps, of)).toEqual([]);
    const cell = {
      ...of,
      surveyId: 'nps',
      period: '2026Q4',
      version: 1,
      incentivised: 'no',
    } as const;
    const one = { ...cell, tierId: '', kind: 'score', part: '', value: '10', count: 1 } as const;
    await world.deps.store.write((tx) => tx.run(addToCell, one));
    expect(await verifySurveyCounts(world.deps, of)).toMatchObject([
      { surveyId: 'nps', expected: 5, found: 6 },
    ]);
  });

  it('are listed with where each survey stands', async () => {
    await define(npsDefinition());
    expect(await ask<SurveySummaries>('/v1/survey-results')).toEqual({
      items: [
        {
          surveyId: 'nps',
          state: 'running',
          wave: '2026Q4',
          unfinished: false,
          score: expect.objectContaining({ n: 0, value: null }) as unknown,
          answered: 0,
        },
      ],
    });
    await ask('/v1/surveys/other/results', 404);
    await ask('/v1/surveys/other/responses', 404);
    await ask('/v1/surveys/nps/results?wave=2020Q1', 404);
  });
});
