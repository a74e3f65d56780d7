import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedMail } from 'mailparser';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { openMailSender, type MailSender } from '../../platform/mail/mail-sender.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import {
  A_CSAT,
  surveyActsOf,
  surveyLinkIn,
  surveyProgram,
  type SurveyActs,
} from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { planMails } from './plan-mails.ts';
import { verifySurveyCounts } from './results-verify.ts';

describe.each(ENGINES)('surveys by e-mail, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let mail: MailSender;
  let world: World;
  let acts: SurveyActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterEach(async () => {
    // Whatever was answered, drawn, merged or erased: the counts equal a recount (invariant 12).
    expect(await verifySurveyCounts(world.deps, { shopId: world.keys.shopId })).toEqual([]);
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

  const sent = async (days: number): Promise<ParsedMail[]> => {
    const before = server.mails.length;
    await acts.pass(days);
    return server.mails.slice(before);
  };
  const arrive = async (who: string, change: object = {}): Promise<void> => {
    await world.merchant('PUT', `/v1/shoppers/${who}`, {
      email: `${who}@example.com`,
      ...change,
    });
    await acts.receive(who, `o-${who}`, ['mug']);
    await acts.jobs();
  };
  const withLink = (link: string, method: string, path: string, body?: unknown) =>
    world.storefront(method, `/me/surveys${path}`, { token: link, body });

  it('are sent once no page has shown it for three days, with a link for each point and RFC 8058 headers (E33, E39)', async () => {
    await acts.run('csat', A_CSAT);
    await arrive('ada');
    expect(await sent(5)).toEqual([]);
    const [letter, ...more] = await sent(1);
    expect(more).toEqual([]);
    expect(letter?.to).toMatchObject({ text: 'ada@example.com' });
    expect(letter?.subject).toBe('A question from Test');
    expect(letter?.text).toContain('How was your parcel?');
    expect(letter?.text).toContain('20 points for your answer, whatever you say.');
    for (const score of [1, 2, 3, 4, 5]) expect(letter?.html).toContain(`score=${score}"`);
    expect(letter?.html).not.toContain('score=0"');
    const header = letter?.headerLines.find(({ key }) => key === 'list-unsubscribe-post');
    expect(header?.line).toContain('List-Unsubscribe=One-Click');
    expect(await sent(12)).toEqual([]);
  });

  it('are not sent to whom a page has asked, who has answered, or does not want them', async () => {
    await acts.run('csat', A_CSAT);
    for (const who of ['ada', 'bea', 'cleo']) await arrive(who);
    await acts.pass(3);
    expect(await acts.next('ada')).toMatchObject({ wave: 'o-ada' });
    await acts.answer('bea', '/csat/o-bea', { score: 4 });
    const token = await world.token('cleo');
    const consent = { purpose: 'surveys', channel: 'email', state: 'withdrawn' };
    await world.storefront('PUT', '/me/consents', { token, body: consent });
    expect(await sent(14)).toEqual([]);
  });

  it('come from whom the shop says, with its postal address (E114, L2)', async () => {
    await world.merchant('PUT', '/v1/mail/sender', { name: 'Haru' }, { 'if-match': '"m0"' });
    const settings = await world.merchant('GET', '/v1/contacts/settings');
    const ifMatch = { 'if-match': settings.headers.get('etag') ?? '' };
    const imprint = 'Haru KK\n1-2-3 Ginza, Tokyo';
    const saved = await world.merchant('PUT', '/v1/contacts/settings', { imprint }, ifMatch);
    expect(saved.status).toBe(200);
    await acts.run('csat', A_CSAT);
    await arrive('ada');
    const [letter] = await sent(6);
    expect(letter?.from?.text).toBe('"Haru" <shop@okaeri.example>');
    expect(letter?.text).toContain('1-2-3 Ginza, Tokyo');
  });

  it('wait while the shop is closed, in which nobody is asked, and are too late after the wave (E6)', async () => {
    const owner = await firstOwner(world);
    await acts.run('csat', A_CSAT);
    for (const who of ['ada', 'bea']) await arrive(who);
    await acts.pass(5);
    // Planned, and not handed over yet.
    world.clock.at += DAY_MS;
    await planMails(world.deps);
    await owner.send('POST', '/v1/shop/close', { name: 'Test' });
    expect(await sent(1)).toEqual([]);
    await owner.send('POST', '/v1/shop/reopen');
    expect(await sent(1)).toHaveLength(2);
    await owner.send('POST', '/v1/shop/close', { name: 'Test' });
  });

  it('speak Japanese to anyone who reads it', async () => {
    await acts.run('csat', A_CSAT);
    await arrive('mei', { locale: 'ja' });
    const [letter] = await sent(6);
    expect(letter?.subject).toBe('Testよりおたずねします');
    expect(letter?.text).toContain('お荷物はいかがでしたか');
    expect(letter?.html).toContain('<html lang="ja" dir="ltr">');
  });

  it('lead to a form that sends only at a tap, shows no earlier answers, and replaces what was sent (E39)', async () => {
    await acts.run('csat', A_CSAT);
    await arrive('ada');
    await arrive('bea');
    await acts.receive('ada', 'o-2', ['mug']);
    await acts.jobs();
    const letters = await sent(6);
    const link = surveyLinkIn(letters.find(({ text }) => text?.includes('o-ada')));
    expect((await world.request(`/survey/${world.keys.publicKey}`)).status).toBe(200);
    expect(await (await withLink(link, 'POST', '/csat/o-ada/open')).json()).toMatchObject({
      offer: { points: 20 },
      response: null,
    });
    expect(await acts.points('ada')).toBe(100);
    const send = async (score: number) =>
      (await withLink(link, 'PUT', '/csat/o-ada', { answers: { score } })).json();
    expect(await send(2)).toMatchObject({ state: 'complete', points: 20 });
    expect(await (await withLink(link, 'POST', '/csat/o-ada/open')).json()).toMatchObject({
      response: null,
    });
    expect(await send(5)).toMatchObject({ points: 20 });
    expect(await acts.open('ada', '/csat/o-ada')).toMatchObject({
      response: { answers: { score: 5 } },
    });
    // It is good for the one wave, and for nothing else.
    for (const other of ['/csat/o-bea/open', '/csat/o-2/open'])
      expect((await withLink(link, 'POST', other)).status).toBe(404);
    expect((await world.storefront('GET', '/me', { token: link })).status).toBe(401);
    expect((await world.storefront('GET', '/me/reviews', { token: link })).status).toBe(401);
    expect((await withLink(link, 'DELETE', '/csat/o-ada')).status).toBe(204);
    expect(await acts.points('ada')).toBe(100);
  });

  it('are planned on the day they are due, spread over the days of a wave (E118)', async () => {
    const people = Array.from({ length: 24 }, (_, at) => `p${at}`);
    for (const who of people) await acts.member(who);
    await acts.run('nps', { mailAfterDays: 1 });
    const planned = async (): Promise<number> => {
      let count = 0;
      for (const who of people) {
        const answer = await world.merchant('GET', `/v1/shoppers/${who}/touches`);
        count += ((await answer.json()) as { items: unknown[] }).items.length;
      }
      return count;
    };
    expect(await planned()).toBe(0);
    const perDay: number[] = [];
    for (let day = 0; day < 15; day += 1) perDay.push((await sent(1)).length);
    expect(perDay.reduce((sum, count) => sum + count)).toBe(24);
    expect(Math.max(...perDay)).toBeLessThan(12);
    expect(perDay.filter((count) => count > 0).length).toBeGreaterThan(6);
  });
});
