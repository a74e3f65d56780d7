import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnQuotation } from '@okaeri/shared/quotations';
import type { Confirmation } from '@okaeri/shared/reviews';
import type { SurveyResponses } from '@okaeri/shared/survey-results';
import type { MySurveys, SurveyForm } from '@okaeri/shared/surveys';
import { openMailSender, type MailSender } from '../../platform/mail/mail-sender.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import {
  A_CSAT,
  surveyActsOf,
  surveyLinkIn,
  surveyProgram,
  type SurveyActs,
} from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WORDS = 'Quick, and well packed.';
const QUESTIONS = [
  ...A_CSAT.questions,
  { id: 'more', kind: 'text', text: { en: 'Anything else?' } },
];

describe.each(ENGINES)(
  'what is quoted, by the link of an e-mail, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let server: MailServer;
    let mail: MailSender;
    let world: World;
    let acts: SurveyActs;
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(() => test.dispose());
    beforeEach(async () => {
      server = await startMailServer();
      mail = openMailSender({ url: server.url, from: 'shop@okaeri.example' });
      world = await openWorld(test.store, surveyProgram(), mail);
      acts = surveyActsOf(world);
      await acts.run('csat', { ...A_CSAT, questions: QUESTIONS });
    });
    afterEach(async () => {
      mail.close();
      await server.stop();
    });

    const by = (token: string, method: string, path: string, body?: unknown): Promise<Response> =>
      world.storefront(method, path, { token, ...(body !== undefined && { body }) });
    const listed = async (token: string): Promise<readonly OwnQuotation[]> =>
      ((await (await by(token, 'GET', '/me/surveys')).json()) as MySurveys).quotations;
    const standing = async (): Promise<unknown> =>
      (
        (await (await world.merchant('GET', '/v1/themes/parcel/quotations')).json()) as {
          items: unknown;
        }
      ).items;
    /** The link of the survey about an order of a guest, answered, about which the shop asks. */
    const askedBy = async (orderId: string): Promise<string> => {
      const now = new Date(world.clock.at).toISOString();
      const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
      const email = `${orderId}@example.com`;
      const lines = [aLine('0', 5000, { productId: 'mug' })];
      const order = anOrder({ ...times, shopper: { email }, lines });
      expect((await world.merchant('PUT', `/v1/orders/${orderId}`, order)).ok).toBe(true);
      await acts.jobs();
      await acts.pass(6);
      const link = surveyLinkIn(server.mails.find(({ to }) => JSON.stringify(to).includes(email)));
      const answers = { score: 5, more: WORDS };
      expect((await by(link, 'PUT', `/me/surveys/csat/${orderId}`, { answers })).ok).toBe(true);
      const all = await world.merchant('GET', '/v1/surveys/csat/responses');
      const { items } = (await all.json()) as SurveyResponses;
      const { id } = items.find((one) => one.orderId === orderId) ?? { id: '' };
      await world.merchant('PUT', '/v1/themes/parcel', { name: { en: 'Parcel' } });
      await world.merchant('POST', '/v1/themes/parcel/outcome', {
        state: 'done',
        text: { en: 'x' },
      });
      const path = `/v1/surveys/csat/responses/${id}`;
      await world.merchant('PUT', `${path}/themes`, { themeIds: ['parcel'] });
      const asked = { questionId: 'more', text: WORDS };
      expect((await world.merchant('PUT', `${path}/quotations/parcel`, asked)).status).toBe(200);
      return link;
    };
    /** The link that came back with the code which was sent to the address. */
    const confirmed = async (link: string): Promise<string> => {
      const before = server.mails.length;
      expect((await by(link, 'POST', '/me/surveys/confirmation')).status).toBe(200);
      await acts.jobs();
      const code = /\b\d{6}\b/.exec(server.mails[before]?.text ?? '')?.[0];
      const answer = await by(link, 'PUT', '/me/surveys/confirmation', { code });
      return ((await answer.json()) as Confirmation).token;
    };

    it('is not read, nor agreed to, by who was forwarded it: only with the code that goes to its author (E39)', async () => {
      const link = await askedBy('g-1');
      const [hidden] = await listed(link);
      expect(hidden).toMatchObject({ text: null, name: null, names: {}, state: 'asked' });
      const path = `/me/quotations/${hidden?.id}`;
      const early = await by(link, 'PUT', path, { name: 'none' });
      expect(await early.json()).toMatchObject({ status: 403, code: 'confirmationNeeded' });
      expect(await standing()).toEqual([]);
      const proven = await confirmed(link);
      expect(await listed(proven)).toMatchObject([{ text: WORDS, state: 'asked' }]);
      const yes = await by(proven, 'PUT', path, { name: 'none' });
      expect(await yes.json()).toMatchObject({ state: 'given', text: WORDS });
      expect(await standing()).toMatchObject([{ text: WORDS, name: null }]);
      // Earlier answers stay closed to it, and a yes is taken back without any code.
      const form = (await (
        await by(proven, 'POST', '/me/surveys/csat/g-1/open')
      ).json()) as SurveyForm;
      expect(form.response).toBeNull();
      expect((await by(link, 'DELETE', path)).status).toBe(204);
      expect(await standing()).toEqual([]);
      expect(await listed(link)).toEqual([]);
    });

    it('reaches nothing of another answer, and a link of the shop’s other mails reaches nothing at all', async () => {
      const [one, other] = [await askedBy('g-2'), await askedBy('g-3')];
      const [asked] = await listed(one);
      const proven = await confirmed(other);
      for (const method of ['PUT', 'DELETE']) {
        const body = method === 'PUT' ? { name: 'none' } : undefined;
        const answer = await by(proven, method, `/me/quotations/${asked?.id}`, body);
        expect(await answer.json()).toMatchObject({ code: 'unknownQuotation' });
      }
      expect((await by('none', 'DELETE', `/me/quotations/${asked?.id}`)).status).toBe(401);
      expect(await listed(one)).toHaveLength(1);
    });
  },
);
