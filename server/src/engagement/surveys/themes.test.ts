import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { SurveyResponse, SurveyResults } from '@okaeri/shared/survey-results';
import type { Theme, ThemeList } from '@okaeri/shared/themes';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  addSurveyRows,
  answerRow,
  npsDefinition,
  responseRow,
  saveAnswerForTest,
  saveResponseForTest,
} from '../../testing/survey-rows.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { ResponseRow } from './response-tables.ts';
import { tallyResponse } from './results-tally.ts';
import { tieByRules } from './themes.ts';

const DELIVERY = { name: { en: 'Delivery', ja: '配送' }, rules: { en: ['late'], ja: ['遅い'] } };
const PRICE = { name: { en: 'Price' } };

describe.each(ENGINES)('themes of answers (E49), on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store);
    const { shopId } = world.keys;
    await world.deps.store.write((tx) =>
      addSurveyRows(tx, { shopId, id: 'nps', documents: [npsDefinition()], at: 0 }),
    );
  });

  const send = async <T>(method: string, path: string, body: unknown, status = 200): Promise<T> => {
    const answer = await world.merchant(method, path, body);
    expect(answer.status).toBe(status);
    return (await answer.json()) as T;
  };
  const tie = (themeIds: readonly string[], status = 200): Promise<SurveyResponse> =>
    send('PUT', '/v1/surveys/nps/responses/r1/themes', { themeIds }, status);
  const results = async (): Promise<SurveyResults> =>
    (await (await world.merchant('GET', '/v1/surveys/nps/results')).json()) as SurveyResults;
  /** Somebody says why. */
  const say = async (why: string, change: Partial<ResponseRow> = {}): Promise<void> => {
    const shop = await world.shop();
    const row = responseRow(shop.id, {
      id: 'r1',
      surveyId: 'nps',
      wave: '2026-11',
      score: 3,
      ...change,
    });
    const words = answerRow(shop.id, 'r1', 'why', why);
    await world.deps.store.write(async (tx) => {
      await tx.run(saveResponseForTest, row);
      await tx.run(saveAnswerForTest, answerRow(shop.id, 'r1', 'score', 3));
      await tx.run(saveAnswerForTest, words);
      await tieByRules(tx, row, [words]);
      await tallyResponse(world.deps, tx, { shop, responseId: 'r1' });
    });
  };
  const themesOf = async (): Promise<readonly string[]> => {
    const found = await world.merchant('GET', '/v1/surveys/nps/responses');
    return ((await found.json()) as { items: SurveyResponse[] }).items[0]?.themeIds ?? [];
  };

  it('are named, and named otherwise, by whoever runs the shop', async () => {
    expect(await send<Theme>('PUT', '/v1/themes/delivery', DELIVERY)).toMatchObject({
      id: 'delivery',
      ...DELIVERY,
      outcome: null,
    });
    const renamed = { ...DELIVERY, name: { en: 'Delivery time' } };
    await send('PUT', '/v1/themes/delivery', renamed);
    const { items } = await send<ThemeList>('GET', '/v1/themes', undefined);
    expect(items).toMatchObject([renamed]);
  });

  it('come to answers by their words, in the language of the answer, and go when the words do', async () => {
    await send('PUT', '/v1/themes/delivery', DELIVERY);
    await say('It came late');
    expect(await themesOf()).toEqual(['delivery']);
    await say('遅い', { locale: 'ja' });
    expect(await themesOf()).toEqual(['delivery']);
    await say('It came early');
    expect(await themesOf()).toEqual([]);
  });

  it('that a person has chosen stay, whatever the words become', async () => {
    await send('PUT', '/v1/themes/delivery', DELIVERY);
    await send('PUT', '/v1/themes/price', PRICE);
    await say('It came late');
    expect(await tie(['price', 'price'])).toMatchObject({ id: 'r1', themeIds: ['price'] });
    await say('Late, late, late');
    expect(await themesOf()).toEqual(['price']);
  });

  it('are counted as they are tied, and no more once the answer is withdrawn (E41)', async () => {
    await send('PUT', '/v1/themes/delivery', DELIVERY);
    await say('It came late');
    expect((await results()).themes).toMatchObject([{ id: 'delivery', count: 1 }]);
    await tie([]);
    expect((await results()).themes).toEqual([]);
    await tie(['delivery']);
    await say('It came late', { state: 'withdrawn', score: null });
    expect((await results()).themes).toEqual([]);
    expect(await tie(['delivery'], 404)).toMatchObject({ code: 'unknownResponse' });
  });

  it('are refused where they, or the response, are not there', async () => {
    await say('It came late');
    expect(await tie(['nothing'], 404)).toMatchObject({ code: 'unknownTheme' });
    const other = '/v1/surveys/nps/responses/other/themes';
    expect(await send('PUT', other, { themeIds: [] }, 404)).toMatchObject({
      code: 'unknownResponse',
    });
  });

  it('have an outcome: what the shop did', async () => {
    await send('PUT', '/v1/themes/delivery', DELIVERY);
    const outcome = { state: 'done', text: { en: 'We send from two places now.' } };
    const said = await send<Theme>('POST', '/v1/themes/delivery/outcome', outcome);
    expect(said).toMatchObject({ id: 'delivery', outcome });
    expect(said.outcomeAt).not.toBeNull();
    await send('POST', '/v1/themes/other/outcome', outcome, 404);
  });

  it(`are ${LIMITS.themesMax} at most (themesMax)`, async () => {
    for (let at = 0; at < LIMITS.themesMax; at += 1) await send('PUT', `/v1/themes/t${at}`, PRICE);
    expect(await send('PUT', '/v1/themes/more', PRICE, 409)).toMatchObject({
      code: 'tooManyDefinitions',
    });
    await send('PUT', '/v1/themes/t0', DELIVERY);
  });
});
