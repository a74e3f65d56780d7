import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MyInsightMail, ReportFigures } from '@okaeri/shared/changes';
import { DELIVERY_HANDLERS } from '../../../compose-areas.ts';
import { openMailSender, type MailSender } from '../../../platform/mail/mail-sender.ts';
import { deliverDue } from '../../../platform/outbox/deliver-due.ts';
import { importChangingShop } from '../../../testing/changing-shop.ts';
import { addPerson, firstOwner, type Browser } from '../../../testing/console.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../../testing/mail-server.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { planReports } from './plan-reports.ts';

describe.each(ENGINES)('reports on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let mail: MailSender;
  let world: World;
  let owner: Browser;
  /** What jobs do at a time, and the subjects of what was sent by it. */
  const at = async (iso: string): Promise<readonly string[]> => {
    world.clock.at = Date.parse(iso);
    const before = server.mails.length;
    await planReports(world.deps);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    return server.mails.slice(before).map(({ subject = '' }) => subject);
  };
  const ask = async (
    browser: Browser,
    { language = 'en', report = true }: { language?: 'en' | 'ja'; report?: boolean } = {},
  ): Promise<MyInsightMail> => {
    const wanted = { report, alerts: false, language };
    const answer = await browser.send('PUT', '/v1/insights/mine', wanted);
    expect(answer.status).toBe(200);
    return (await answer.json()) as MyInsightMail;
  };
  const settle = async (change: object): Promise<number> => {
    const known = await world.merchant('GET', '/v1/insights/settings');
    const document = { ...((await known.json()) as object), ...change };
    const ifMatch = { 'if-match': known.headers.get('etag') ?? '' };
    return (await world.merchant('PUT', '/v1/insights/settings', document, ifMatch)).status;
  };

  beforeAll(async () => {
    server = await startMailServer();
    mail = openMailSender({ url: server.url, from: 'shop@okaeri.example' });
  });
  afterAll(async () => {
    mail.close();
    await server.stop();
  });
  beforeEach(async () => {
    test = await openTestStore();
    server.mails.length = 0;
    world = await openWorld(test.store, testProgram({ timeZone: 'America/New_York' }), mail);
    owner = await firstOwner(world);
  });
  afterEach(() => test.dispose());

  it('go at eight in the zone of the programme to who asked, in words first, the same in text and in HTML (E84)', async () => {
    await importChangingShop(world);
    expect((await ask(owner)).nextReportAt).toBe('2026-12-01T13:00:00.000Z');
    expect(await at('2026-12-01T12:59:59Z')).toEqual([]);
    expect(await at('2026-12-01T13:00:00Z')).toEqual(['Test: November 2026 in words']);
    expect(await at('2026-12-01T13:01:00Z')).toEqual([]);
    const [letter] = server.mails;
    expect(letter?.to).toMatchObject({ text: 'owner@shop.example' });
    // October: 60 bought, 10 of whom had bought before; November: 60, of whom 45 had.
    const sentences = [
      'November 2026 at Test',
      'Buyers: 60, of them 15 for the first time. Before: 60, of them 50 for the first time.',
      'What they bought is worth $600, without tax and shipping. Before: $600.',
      'What changed for sure: More buyers came back.',
      'Buyers who came back: 75.0% (62.8% to 84.2%) of 60. Before: 16.7%. +58.3 percentage points, 95% interval',
      'Members who redeemed: 0.0% (0.0% to 3.1%) of 120. There is nothing to compare it with yet.',
      'Complaints about marketing emails: Not enough data yet (0 of 30 needed).',
      'What caused them, the figures cannot say.',
    ];
    for (const sentence of sentences) {
      expect(letter?.text).toContain(sentence);
      expect(letter?.html).toContain(sentence);
    }
    expect(letter?.text).toMatch(/\/console\/[^/\s]+\/settings\/reports/);
    const header = letter?.headerLines.find(({ key }) => key === 'auto-submitted');
    expect(header?.line).toContain('auto-generated');
  });

  it('go in the language of each, to a reader of any role, and to nobody who has left or did not ask', async () => {
    await importChangingShop(world);
    const role = 'readOnly';
    const ken = await addPerson(owner, world, { email: 'ken@shop.example', role });
    const gone = await addPerson(owner, world, { email: 'gone@shop.example', role });
    await ask(ken.browser, { language: 'ja' });
    await ask(gone.browser);
    await owner.send('DELETE', `/v1/team/${gone.userId}`);
    expect(await at('2026-12-01T13:00:00Z')).toEqual(['Test：2026年11月のまとめ']);
    const [letter] = server.mails;
    expect(letter?.text).toContain('購入者は60人で、うち15人が初めての購入でした。');
    expect(letter?.html).toContain('確認できた変化：リピート購入が増えました。');
    await ask(ken.browser, { report: false });
    expect(await at('2027-01-01T13:00:00Z')).toEqual([]);
  });

  it('are sent late at most once, and skipped after one period (E84)', async () => {
    await importChangingShop(world);
    await ask(owner);
    // The server was down all of December: November is late by a day less than a month.
    expect(await at('2027-01-01T12:59:59Z')).toEqual(['Test: November 2026 in words']);
    // And all of January, February and March: those of December to February are skipped.
    expect(await at('2027-04-01T12:30:00Z')).toEqual(['Test: March 2027 in words']);
    expect(await at('2027-04-20T12:00:00Z')).toEqual([]);
  });

  it('are not sent once the next one is due, however long the mail server was away', async () => {
    await importChangingShop(world);
    await ask(owner);
    server.answerWith(451);
    expect(await at('2026-12-01T13:00:00Z')).toEqual([]);
    server.answerWith(250);
    expect(await at('2027-01-01T13:00:00Z')).toEqual(['Test: December 2026 in words']);
  });

  it('are made once by however many processes, also if the outbox has forgotten it since', async () => {
    await importChangingShop(world);
    await ask(owner);
    world.clock.at = Date.parse('2026-12-01T13:00:00Z');
    await Promise.all([planReports(world.deps), planReports(world.deps)]);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    expect(server.mails).toHaveLength(1);
  });

  it('of weeks go on Monday at eight, over the change of clocks too (E84)', async () => {
    await importChangingShop(world);
    world.clock.at = Date.parse('2026-10-20T12:00:00Z');
    await ask(owner);
    expect(await settle({ report: { every: 'week', userIds: [] } })).toBe(200);
    await ask(owner);
    // Clocks go back on Sunday, 1 November.
    expect(await at('2026-10-26T11:59:59Z')).toEqual([]);
    expect(await at('2026-10-26T12:00:00Z')).toEqual([
      'Test: Oct 19, 2026 to Oct 25, 2026 in words',
    ]);
    expect(await at('2026-11-02T12:59:59Z')).toEqual([]);
    expect(await at('2026-11-02T13:00:00Z')).toEqual([
      'Test: Oct 26, 2026 to Nov 1, 2026 in words',
    ]);
  });

  it('that were due before somebody asked are not for them (E84)', async () => {
    await importChangingShop(world);
    expect(await at('2026-12-10T12:00:00Z')).toEqual([]);
    await ask(owner);
    expect(await at('2026-12-10T12:01:00Z')).toEqual([]);
    expect(await at('2027-01-01T13:00:00Z')).toEqual(['Test: December 2026 in words']);
  });

  it('can be asked for by the API with the people of the team, and with nobody else', async () => {
    const team = await owner.send('GET', '/v1/team');
    const { items } = (await team.json()) as { items: { userId: string }[] };
    const userIds = items.map(({ userId }) => userId);
    expect(await settle({ report: { every: 'month', userIds: ['u_stranger'] } })).toBe(400);
    expect(await settle({ report: { every: 'month', userIds } })).toBe(200);
    await importChangingShop(world);
    expect(await at('2026-12-01T13:00:00Z')).toEqual(['Test: November 2026 in words']);
  });

  it('rest while the shop is closed', async () => {
    await importChangingShop(world);
    await ask(owner);
    expect((await owner.send('POST', '/v1/shop/close', { name: 'Test' })).status).toBeLessThan(300);
    expect(await at('2026-12-01T13:00:00Z')).toEqual([]);
  });

  it('are answered as JSON and as a table for any week or month; one that runs is compared with nothing', async () => {
    await importChangingShop(world);
    const taken = async (query: string, accept = 'application/json'): Promise<Response> => {
      for (;;) {
        const path = `/v1/insights/report${query}`;
        const answer = await world.merchant('GET', path, undefined, { accept });
        if (answer.status !== 202) return answer;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    };
    const running = (await (await taken('?period=2026-11')).json()) as ReportFigures;
    expect(running).toMatchObject({ period: '2026-11', unfinished: true, people: 60 });
    expect(running.changes.map(({ difference }) => difference)).toEqual(
      running.changes.map(() => null),
    );
    const over = (await (await taken('')).json()) as ReportFigures;
    expect(over).toMatchObject({
      period: '2026-10',
      from: '2026-10-01',
      until: '2026-10-31',
      unfinished: false,
      buyers: { now: 60, before: 0 },
    });
    const table = await (await taken('?period=2026-11', 'text/csv')).text();
    expect(table.split('\n')[0]).toContain('figure,now,nowLow,nowHigh,nowCount,nowOf,before');
    expect(table).toContain('newBuyers,15');
    expect((await taken('?period=2026-13')).status).toBe(400);
    expect((await taken('?period=2027-W53')).status).toBe(400);
  });
});
