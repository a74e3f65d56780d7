import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { A_CSAT, surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { verifySurveyCounts } from './results-verify.ts';

const WAVE = '/nps/2026Q4';
/** Points of the first order. */
const OWN = 50;

describe.each(ENGINES)('what becomes of answers with people, on $engine', ({ openTestStore }) => {
  let test: TestStore | undefined;
  let world: World;
  let acts: SurveyActs;
  beforeEach(async () => {
    test ??= await openTestStore();
    world = await openWorld(test.store, surveyProgram());
    acts = surveyActsOf(world);
    for (const who of ['ada', 'bea', 'cleo']) await acts.member(who);
    await acts.run('nps');
  });
  afterEach(async () => {
    // Whatever was answered, drawn, merged or erased: the counts equal a recount (invariant 12).
    expect(await verifySurveyCounts(world.deps, { shopId: world.keys.shopId })).toEqual([]);
  });
  afterAll(() => test?.dispose());

  const merge = (into: string, from: string) =>
    world.merchant('POST', `/v1/shoppers/${into}/merge`, { from });
  const affairs = async (who: string): Promise<ShopperAffairs> =>
    (await world.merchant('GET', `/v1/shoppers/${who}/affairs`)).json() as Promise<ShopperAffairs>;

  const shopFile = async (): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of exportShop(world.deps, await world.shop())) lines.push(line);
    return lines;
  };

  const rowsOf = (file: readonly string[], table: string): Record<string, unknown>[] =>
    file.flatMap((line) => {
      const read: unknown = JSON.parse(line);
      return Array.isArray(read) && read[0] === table ? [read[1] as Record<string, unknown>] : [];
    });

  it('a merge keeps the complete answers and what both were paid (E11, E117)', async () => {
    await acts.answer('ada', WAVE, { more: 'So' }, { complete: false });
    await acts.answer('bea', WAVE, { score: 9 });
    world.clock.at += 1000;
    await acts.answer('cleo', WAVE, { score: 2 });
    for (const who of ['bea', 'cleo']) expect((await merge('ada', who)).status).toBe(200);
    const { surveyResponses, surveyInvitations } = await affairs('ada');
    expect(surveyInvitations).toHaveLength(1);
    // The later completed stands.
    expect(surveyResponses).toMatchObject([{ state: 'complete', score: 2 }]);
    expect(await acts.points('ada')).toBe(3 * OWN + 40);
    // What the answers that stand were paid goes with them; nobody loses the other.
    expect((await acts.ask('ada', 'DELETE', WAVE)).status).toBe(204);
    expect(await acts.points('ada')).toBe(3 * OWN + 20);
    expect(await acts.answer('ada', WAVE, { score: 5 })).toMatchObject({ points: 20 });
    expect(await acts.points('ada')).toBe(3 * OWN + 40);
  });

  it('a merge moves what only one was asked, and a link of the other leads to whom they became (E11)', async () => {
    await acts.run('csat', A_CSAT);
    await acts.receive('bea', 'o-9', ['mug']);
    await acts.pass(3);
    await merge('ada', 'bea');
    expect(await acts.next('ada', { surveyId: 'csat' })).toMatchObject({ wave: 'o-9' });
    expect(await acts.answer('ada', '/csat/o-9', { score: 4 })).toMatchObject({ points: 20 });
  });

  it('an erasure leaves scores and choices without a person, and no words (E12, E13)', async () => {
    await acts.answer('ada', WAVE, { score: 3, why: 'Ada Lovelace was sad', more: 'Call me' });
    await acts.answer('bea', WAVE, { score: 9, more: 'Fine' });
    const exported = await (await world.merchant('GET', '/v1/shoppers/ada/export')).text();
    expect(exported).toContain('Ada Lovelace was sad');
    const before = await acts.points('bea');
    expect((await world.merchant('DELETE', '/v1/shoppers/ada')).ok).toBe(true);
    const file = await shopFile();
    expect(file.join('\n')).not.toMatch(/Lovelace|Call me/);
    const rows = rowsOf(file, 'surveyResponses');
    expect(rows.map(({ score, shopperId }) => [score, shopperId === null])).toEqual(
      expect.arrayContaining([
        [3, true],
        [9, false],
      ]),
    );
    expect(
      rowsOf(file, 'surveyInvitations').filter((row) => row['shopperId'] === null),
    ).toHaveLength(1);
    expect(await acts.points('bea')).toBe(before);
  });
});
