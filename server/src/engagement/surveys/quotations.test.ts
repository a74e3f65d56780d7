import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { quotationActsOf, type QuotationActs } from '../../testing/quotation-acts.ts';
import { surveyActsOf, surveyProgram, type SurveyActs } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WAVE = '/nps/2026Q4';
const WORDS = 'The box was huge. The mug is lovely.';
const EXCERPT = 'The mug is lovely.';
const PEOPLE = ['mika', 'bea', 'dora', 'eve', 'joe'];
const DONE = { state: 'done', text: { en: 'Smaller boxes.' } };

describe.each(ENGINES)(
  'quoting with the author’s yes (E49, L12), on $engine',
  ({ openTestStore }) => {
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
      // Who comes after a wave has opened waits for the next.
      for (const who of PEOPLE) {
        await acts.member(who);
        const name = `${who.charAt(0).toUpperCase()}${who.slice(1)} Tanaka`;
        await world.merchant('PUT', `/v1/shoppers/${who}`, { email: `${who}@example.com`, name });
      }
      await acts.run('nps');
      await acts.jobs();
    });

    /** Somebody has said something about the packaging; the id of their response. */
    const answered = async (who: string, words = WORDS): Promise<string> => {
      await acts.answer(who, WAVE, { score: 9, more: words }, { locale: 'en' });
      const { id } = await quoting.responseOf(who);
      expect((await quoting.tie(id, ['packaging'])).status).toBe(200);
      return id;
    };
    /** The same, who let the shop quote it. */
    const agreed = async (who: string): Promise<string> => {
      const id = await answered(who);
      expect((await quoting.ask(id, EXCERPT)).status).toBe(200);
      const { id: asked } = await quoting.asked(who);
      expect((await quoting.agree(who, asked)).status).toBe(200);
      return id;
    };
    const publish = (): Promise<Response> =>
      world.merchant('POST', '/v1/themes/packaging/outcome', DONE);
    const file = async (): Promise<string> => {
      const lines: string[] = [];
      for await (const line of exportShop(world.deps, await world.shop())) lines.push(line);
      return lines.join('\n');
    };
    const shown = async (): Promise<string[]> => (await quoting.standing()).map(({ text }) => text);
    const codeOf = async (answer: Response): Promise<unknown> =>
      ((await answer.json()) as { code?: unknown }).code;

    it('shows words once their author said yes, under the name they chose, and only beside what was done', async () => {
      const id = await answered('mika');
      const asked = await quoting.ask(id, EXCERPT);
      expect(await asked.json()).toMatchObject({
        quotations: [{ themeId: 'packaging', text: EXCERPT, state: 'asked', name: null }],
      });
      await publish();
      expect(await shown()).toEqual([]);
      const own = await quoting.asked('mika');
      expect(own).toMatchObject({
        theme: { en: 'Packaging' },
        text: EXCERPT,
        state: 'asked',
        names: { firstName: 'Mika', initials: 'M. T.' },
      });
      const yes = await quoting.agree('mika', own.id, 'initials');
      expect(await yes.json()).toMatchObject({ state: 'given', name: 'M. T.', text: EXCERPT });
      expect(await quoting.standing()).toMatchObject([
        { text: EXCERPT, name: 'M. T.', surveyId: 'nps', responseId: id, locale: 'en' },
      ]);
      // Everybody in the widget reads it, and who said it first (“in the widget, and once to those who raised it”).
      const quotation = { text: EXCERPT, name: 'M. T.', locale: 'en' };
      for (const who of ['mika', 'joe'])
        expect((await quoting.mine(who)).outcomes).toMatchObject([
          { themeId: 'packaging', mine: who === 'mika', quotations: [quotation] },
        ]);
      await world.merchant('POST', '/v1/themes/packaging/outcome', { ...DONE, state: 'planned' });
      expect(await shown()).toEqual([]);
      await publish();
      await quoting.agree('mika', own.id, 'none');
      expect(await quoting.standing()).toMatchObject([{ text: EXCERPT, name: null }]);
    });

    it('takes a yes back at once, also in a closed shop and from a blocked shopper, and asks nobody twice', async () => {
      const id = await agreed('bea');
      await publish();
      const { id: quotation } = await quoting.asked('bea');
      await world.merchant('PUT', '/v1/shoppers/bea', { blocked: true });
      expect((await quoting.refuse('bea', quotation)).status).toBe(204);
      expect(await shown()).toEqual([]);
      expect((await quoting.refuse('bea', quotation)).status).toBe(204);
      expect(await codeOf(await quoting.ask(id, EXCERPT))).toBe('quotationNotPossible');
      expect(await codeOf(await quoting.ask(id, 'huge'))).toBe('quotationNotPossible');
      expect((await quoting.responseOf('bea')).quotations).toMatchObject([{ state: 'withdrawn' }]);
      const other = await answered('eve');
      await quoting.ask(other, EXCERPT);
      const { id: asked } = await quoting.asked('eve');
      const owner = await firstOwner(world);
      expect((await owner.send('POST', '/v1/shop/close', { name: 'Test' })).ok).toBe(true);
      expect((await quoting.agree('eve', asked)).status).toBe(403);
      expect((await quoting.refuse('eve', asked)).status).toBe(204);
      expect((await owner.send('POST', '/v1/shop/reopen')).ok).toBe(true);
      expect((await quoting.responseOf('eve')).quotations).toMatchObject([{ state: 'refused' }]);
      expect(await codeOf(await quoting.agree('eve', asked))).toBe('unknownQuotation');
    });

    it('is gone with the words: edited out, withdrawn, untied, over, or dropped by the shop', async () => {
      await publish();
      await agreed('dora');
      expect(await shown()).toEqual([EXCERPT]);
      await acts.answer('dora', WAVE, { score: 9, more: 'The mug is nice.' });
      expect(await shown()).toEqual([]);
      // The words come back, and the yes does not.
      await acts.answer('dora', WAVE, { score: 9, more: WORDS });
      expect(await shown()).toEqual([]);
      expect((await quoting.mine('dora')).quotations).toEqual([]);

      await agreed('eve');
      expect((await acts.ask('eve', 'DELETE', WAVE)).status).toBe(204);
      expect(await shown()).toEqual([]);

      const bea = await agreed('bea');
      await quoting.tie(bea, []);
      expect(await shown()).toEqual([]);
      await quoting.tie(bea, ['packaging']);
      expect(await shown()).toEqual([EXCERPT]);
      const path = `/v1/surveys/nps/responses/${bea}/quotations/packaging`;
      expect(await (await world.merchant('DELETE', path)).json()).toMatchObject({
        quotations: [{ state: 'gone', text: '' }],
      });
      expect(await shown()).toEqual([]);

      await agreed('joe');
      expect(await shown()).toEqual([EXCERPT]);
      world.clock.at += 731 * 86_400_000;
      expect(await shown()).toEqual([]);
    });

    it('asks for other words anew: a yes to some is none to others, nor to what is asked meanwhile', async () => {
      await publish();
      const id = await agreed('mika');
      const { id: before } = await quoting.asked('mika');
      expect((await quoting.ask(id, EXCERPT)).status).toBe(200);
      expect(await quoting.asked('mika')).toMatchObject({ id: before, state: 'given' });
      await quoting.ask(id, 'The box was huge.');
      expect(await shown()).toEqual([]);
      expect(await codeOf(await quoting.agree('mika', before))).toBe('unknownQuotation');
      expect(await quoting.asked('mika')).toMatchObject({
        state: 'asked',
        text: 'The box was huge.',
      });
    });

    it('refuses words that are not theirs, answers about something else, people of the shop, and strangers', async () => {
      const id = await answered('mika');
      const strange = await quoting.ask(id, 'The box is lovely.');
      expect(strange.status).toBe(400);
      expect(await strange.json()).toMatchObject({
        errors: [{ path: 'text', code: 'notTheirWords' }],
      });
      expect((await quoting.ask(id, '9', { questionId: 'score' })).status).toBe(400);
      expect(await codeOf(await quoting.ask('rs_none', EXCERPT))).toBe('unknownResponse');
      const elsewhere = `/v1/surveys/nps/responses/${id}/quotations/price`;
      const asked = { questionId: 'more', text: EXCERPT };
      expect(await codeOf(await world.merchant('PUT', elsewhere, asked))).toBe('unknownTheme');
      await world.merchant('PUT', '/v1/themes/price', { name: { en: 'Price' } });
      expect(await codeOf(await world.merchant('PUT', elsewhere, asked))).toBe(
        'quotationNotPossible',
      );
      await quoting.ask(id, EXCERPT);
      const { id: own } = await quoting.asked('mika');
      expect(await codeOf(await quoting.agree('joe', own))).toBe('unknownQuotation');
      expect(await codeOf(await quoting.refuse('joe', own))).toBe('unknownQuotation');
      await world.merchant('PUT', '/v1/shoppers/mika', { blocked: true });
      expect(await codeOf(await quoting.agree('mika', own))).toBe('shopperBlocked');
      const view = await world.token('mika', { view_only: true });
      const watched = await world.storefront('PUT', `/me/quotations/${own}`, {
        token: view,
        body: { name: 'none' },
      });
      expect(watched.status).toBe(403);
    });

    it('goes with its author: merged, listed, in the shop’s file, erased', async () => {
      await publish();
      await agreed('mika');
      await world.merchant('PUT', '/v1/shoppers/mika-2', { email: 'mika-2@example.com' });
      await world.merchant('POST', '/v1/shoppers/mika-2/merge', { from: 'mika' });
      expect(await shown()).toEqual([EXCERPT]);
      const affairs = (await (
        await world.merchant('GET', '/v1/shoppers/mika-2/affairs')
      ).json()) as ShopperAffairs;
      expect(affairs.surveyQuotations).toMatchObject([
        { text: EXCERPT, state: 'given', name: 'Mika', themeId: 'packaging' },
      ]);
      const before = await file();
      expect(before).toContain('["surveyQuotations"');
      expect((await quoting.asked('mika-2')).state).toBe('given');
      expect((await world.merchant('DELETE', '/v1/shoppers/mika-2')).ok).toBe(true);
      expect(await shown()).toEqual([]);
      const after = await file();
      expect(after).not.toContain(EXCERPT);
      expect(after).not.toContain('["surveyQuotations"');
    });
  },
);
