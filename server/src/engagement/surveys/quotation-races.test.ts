import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import type { Tx } from '../../platform/store/store.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { quotationActsOf, type QuotationActs } from '../../testing/quotation-acts.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { lockResponse } from './lock-response.ts';

const WAVE = '/nps/2026Q4';
const WORDS = 'The box was huge. The mug is lovely.';
const EXCERPT = 'The box was huge.';
const OTHERS = 'The mug is lovely.';
const PEOPLE = ['ada', 'bea', 'cleo', 'dora'];

describe.each(ENGINES)(
  'a quotation that several ask about at once, on $engine',
  ({ engine, openTestStore }) => {
    let test: TestStore;
    let world: World;
    let surveys: SurveyActs;
    let quoting: QuotationActs;
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(() => test.dispose());
    beforeEach(async () => {
      world = await openWorld(test.store, surveyProgram());
      surveys = surveyActsOf(world);
      quoting = quotationActsOf(world);
      await world.merchant('PUT', '/v1/themes/packaging', { name: { en: 'Packaging' } });
      for (const who of PEOPLE) await surveys.member(who);
      await surveys.run('nps');
      await surveys.jobs();
      const text = { en: 'Smaller boxes.' };
      await world.merchant('POST', '/v1/themes/packaging/outcome', { state: 'done', text });
    });

    const answered = async (who: string): Promise<string> => {
      await surveys.answer(who, WAVE, { score: 9, more: WORDS });
      const { id } = await quoting.responseOf(who);
      await quoting.tie(id, ['packaging']);
      return id;
    };

    it('never shows words that an edit, a withdrawal, or a no of another device has taken away (E2, L12)', async () => {
      for (const who of PEOPLE) {
        const responseId = await answered(who);
        await quoting.ask(responseId, EXCERPT);
        const { id } = await quoting.asked(who);
        const takesAway: Record<string, () => Promise<unknown>> = {
          ada: () => surveys.answer(who, WAVE, { score: 9, more: OTHERS }),
          bea: () => surveys.ask(who, 'DELETE', WAVE),
          cleo: () => quoting.refuse(who, id),
          dora: () => quoting.ask(responseId, OTHERS),
        };
        await Promise.all([
          quoting.agree(who, id),
          takesAway[who]?.(),
          quoting.agree(who, id, 'none'),
        ]);
        // A yes that comes after a no is not taken, as the no holds; one before it is taken back.
        expect([who, await quoting.standing()]).toEqual([who, []]);
      }
    });

    // SQLite has one write at a time, and so nothing between.
    it.runIf(engine === 'PostgreSQL')(
      'waits for whoever its author has become while they were looked for (E2, E11)',
      async () => {
        const responseId = await answered('ada');
        const { id: shopId } = await world.shop();
        const locked: string[] = [];
        await world.deps.store.write(async (tx) => {
          const watched: Tx = {
            ...tx,
            async run(statement, args) {
              if (statement.name === lockShopper.name) {
                if (locked.length === 0)
                  await world.merchant('POST', '/v1/shoppers/bea/merge', { from: 'ada' });
                locked.push(JSON.stringify(args));
              }
              return tx.run(statement, args);
            },
          };
          const response = await lockResponse(watched, { shopId, id: responseId });
          expect(locked).toHaveLength(2);
          expect(locked.at(-1)).toContain(response?.shopperId);
        });
      },
    );
  },
);
