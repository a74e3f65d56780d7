import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import type { Case } from '@okaeri/shared/cases';
import { openMailSender, type MailSender } from '../../platform/mail/mail-sender.ts';
import { caseActsOf } from '../../testing/case-acts.ts';
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

describe.each(ENGINES)('a guest, known by an address alone, on $engine', ({ openTestStore }) => {
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
  });
  afterEach(async () => {
    mail.close();
    await server.stop();
  });

  const email = 'gina@example.com';
  /** A guest whose parcel came, and the link of the survey about it. */
  const linkOfGuest = async (): Promise<string> => {
    await acts.run('csat', A_CSAT);
    const now = new Date(world.clock.at).toISOString();
    const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
    const lines = [aLine('0', 5000, { productId: 'mug' })];
    const order = anOrder({ ...times, shopper: { email }, lines });
    expect((await world.merchant('PUT', '/v1/orders/g-1', order)).ok).toBe(true);
    await acts.jobs();
    await acts.pass(6);
    expect(server.mails.map(({ to }) => to)).toMatchObject([{ text: email }]);
    return surveyLinkIn(server.mails[0]);
  };
  const ask = (token: string | undefined, method: string, path: string, body?: unknown) =>
    world.storefront(method, path, {
      ...(token !== undefined && { token }),
      ...(body !== undefined && { body }),
      headers: { 'idempotency-key': 'guest' },
    });
  const GOES_WITH_A_TOKEN = [
    ['POST', '/me/cases', { text: 'Help' }],
    ['GET', '/me/cases', undefined],
    ['GET', '/me/consents', undefined],
    ['PUT', '/me/consents', { purpose: 'surveys', channel: 'page', state: 'withdrawn' }],
    ['POST', '/me/touches/next', {}],
    ['POST', '/me/contacts', { kind: 'nextStep', subject: 'x' }],
    ['GET', '/me', undefined],
  ] as const;

  it('is asked by e-mail, answers by its link, and does nothing else with that, nor without one (E8)', async () => {
    const link = await linkOfGuest();
    const path = '/me/surveys/csat/g-1';
    const sent = await ask(link, 'PUT', path, { complete: true, answers: { score: 1 } });
    expect(await sent.json()).toMatchObject({ state: 'complete', caseOpened: true });
    for (const [method, where, body] of GOES_WITH_A_TOKEN)
      for (const token of [link, undefined]) {
        const refused = await ask(token, method, where, body);
        expect([where, refused.status]).toEqual([where, 401]);
      }
    // The unhappy answer is a case of the shop all the same, with nobody who could read it in a page.
    await acts.jobs();
    const cases = (await (await world.merchant('GET', '/v1/cases')).json()) as { items: Case[] };
    expect(cases.items).toMatchObject([{ reason: 'csatLow', shopperId: null, orderId: 'g-1' }]);
    const shown = (await (await world.merchant('GET', '/v1/touches')).json()) as {
      items: { channel: string; shopperId: string | null }[];
    };
    expect(shown.items.map(({ channel }) => channel)).toEqual(['email']);
    // A page without a token leaves no trace of whoever looks at it.
    expect((await ask(undefined, 'GET', '/program')).status).toBe(200);
    const people = (await (await world.merchant('GET', '/v1/shoppers')).json()) as {
      items: unknown[];
    };
    expect(people.items).toHaveLength(1);
  });

  it('is the member who proves the address, with answers, points and cases (E8, E11)', async () => {
    const link = await linkOfGuest();
    const path = '/me/surveys/csat/g-1';
    await ask(link, 'PUT', path, { complete: true, answers: { score: 2 } });
    await acts.jobs();
    const token = await world.token('gina', { email, email_verified: true });
    expect((await ask(token, 'GET', '/me')).status).toBe(200);
    const answer = await world.merchant('GET', '/v1/shoppers/gina/affairs');
    const affairs = (await answer.json()) as ShopperAffairs;
    expect(affairs.surveyResponses).toMatchObject([{ wave: 'g-1', score: 2, state: 'complete' }]);
    expect(await acts.points('gina')).toBe(70);
    const cases = caseActsOf(world);
    expect(await cases.list('?shopperId=gina')).toMatchObject([{ reason: 'csatLow' }]);
    // The link leads to whom they became, and changes the one answer.
    const again = await ask(link, 'PUT', path, { complete: true, answers: { score: 4 } });
    expect(await again.json()).toMatchObject({ points: 20 });
    expect(await acts.open('gina', '/csat/g-1')).toMatchObject({
      response: { answers: { score: 4 } },
    });
  });
});
