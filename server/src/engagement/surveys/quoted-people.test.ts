import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnQuotation } from '@okaeri/shared/quotations';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { quotationActsOf, type QuotationActs } from '../../testing/quotation-acts.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WAVE = '/nps/2026Q4';
const WORDS = 'The mug is lovely.';
const PEOPLE = ['mika', 'bea', 'dora', 'eve', 'joe'];

describe.each(ENGINES)('who is quoted, and as whom, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: SurveyActs;
  let quoting: QuotationActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, surveyProgram());
    acts = surveyActsOf(world);
    quoting = quotationActsOf(world);
    await world.merchant('PUT', '/v1/themes/packaging', { name: { en: 'Packaging' } });
    for (const who of PEOPLE) {
      await acts.member(who);
      await call(who, `${who.charAt(0).toUpperCase()}${who.slice(1)} Tanaka`);
    }
    await acts.run('nps');
    await acts.jobs();
    const done = { state: 'done', text: { en: 'Smaller boxes.' } };
    await world.merchant('POST', '/v1/themes/packaging/outcome', done);
  });

  const call = (who: string, name: string): Promise<Response> =>
    world.merchant('PUT', `/v1/shoppers/${who}`, { email: `${who}@example.com`, name });
  const tag = (who: string, tags: readonly string[]): Promise<Response> =>
    world.merchant('PUT', `/v1/shoppers/${who}`, { tags });
  /** Asked about their words; what they are shown. */
  const asked = async (who: string): Promise<OwnQuotation> => {
    await acts.answer(who, WAVE, { score: 9, more: WORDS }, { locale: 'en' });
    const { id } = await quoting.responseOf(who);
    await quoting.tie(id, ['packaging']);
    expect((await quoting.ask(id, WORDS)).status).toBe(200);
    return quoting.asked(who);
  };
  const agreed = async (who: string): Promise<OwnQuotation> => {
    const own = await asked(who);
    expect((await quoting.agree(who, own.id)).status).toBe(200);
    return own;
  };
  const names = async (): Promise<(string | null)[]> =>
    (await quoting.standing()).map(({ name }) => name);
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { code?: unknown }).code;

  it('whoever became one of the shop after saying yes is quoted no more, as long as they are; their no still counts (E9)', async () => {
    for (const who of PEOPLE) {
      world.clock.at += 1000;
      await agreed(who);
    }
    for (const who of ['joe', 'eve', 'dora']) await tag(who, ['staff']);
    expect(await names()).toEqual(['Bea', 'Mika']);
    // What the widget shows is not used up by those who are left out.
    const [outcome] = (await quoting.mine('bea')).outcomes;
    expect(outcome?.quotations.map(({ name }) => name)).toEqual(['Bea', 'Mika']);
    await tag('eve', []);
    expect(await names()).toEqual(['Eve', 'Bea', 'Mika']);
    const { id } = await quoting.asked('joe');
    expect((await quoting.refuse('joe', id)).status).toBe(204);
    await tag('joe', []);
    expect(await names()).toEqual(['Eve', 'Bea', 'Mika']);
  });

  it('whoever became one of the shop is asked no more, and cannot say yes (E9)', async () => {
    const own = await asked('mika');
    await tag('mika', ['staff']);
    expect((await quoting.mine('mika')).quotations).toEqual([]);
    expect(await codeOf(await quoting.agree('mika', own.id))).toBe('quotationNotPossible');
    const { id } = await quoting.responseOf('mika');
    expect(await codeOf(await quoting.ask(id, 'lovely'))).toBe('quotationNotPossible');
    expect(await names()).toEqual([]);
  });

  it('the name is the one that was shown when they said yes, or it is no yes (E49, L12)', async () => {
    const own = await asked('mika');
    expect(own.names).toEqual({ firstName: 'Mika', initials: 'M. T.' });
    const say = async (as: string | null, name = 'firstName'): Promise<Response> =>
      world.storefront('PUT', `/me/quotations/${own.id}`, {
        token: await world.token('mika'),
        body: { name, as },
      });
    // Meanwhile the shop writes their name in full, or another's.
    await call('mika', 'Mikaela-Louise Tanaka-Berg');
    expect(await codeOf(await say('Mika'))).toBe('quotationNotPossible');
    expect(await names()).toEqual([]);
    // Nor is it a name of their own invention.
    expect(await codeOf(await say('The Queen'))).toBe('quotationNotPossible');
    const [again] = (await quoting.mine('mika')).quotations;
    expect(again?.names.firstName).toBe('Mikaela-Louise');
    expect((await say('Mikaela-Louise')).status).toBe(200);
    // And from then on it stays what it was.
    await call('mika', 'Mika Tanaka');
    expect(await names()).toEqual(['Mikaela-Louise']);
    expect((await say(null, 'none')).status).toBe(200);
    expect(await names()).toEqual([null]);
  });
});
