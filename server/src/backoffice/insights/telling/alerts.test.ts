import { afterAll, afterEach, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import type { Alert, AlertList, ChangeFigures } from '@okaeri/shared/changes';
import { LIMITS } from '@okaeri/shared/limits';
import { DELIVERY_HANDLERS } from '../../../compose-areas.ts';
import { DAY_MS, HOUR_MS } from '../../../platform/lib/clock.ts';
import { Z_99 } from '../../../platform/lib/interval-rules.ts';
import { openMailSender, type MailSender } from '../../../platform/mail/mail-sender.ts';
import { deliverDue } from '../../../platform/outbox/deliver-due.ts';
import { importChangingShop, importFormerBuyers } from '../../../testing/changing-shop.ts';
import { addPerson, firstOwner, type Browser } from '../../../testing/console.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../../testing/mail-server.ts';
import { TODAY } from '../../../testing/today.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { newcombe } from '../figures/compare-rules.ts';
import { lookForAlerts } from './look-for-alerts.ts';
import { closeAlert, insertAlert, selectOpenAlerts } from './queries.ts';

const TODAY_DAY = Math.floor(TODAY / DAY_MS);

describe.each(ENGINES)('alerts on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let mail: MailSender;
  let world: World;
  let owner: Browser;
  const listed = async (state = 'open'): Promise<AlertList> => {
    const answer = await world.merchant('GET', `/v1/insights/alerts?state=${state}`);
    return (await answer.json()) as AlertList;
  };
  const look = () => lookForAlerts(world.deps);
  const deliver = () => deliverDue(world.deps, DELIVERY_HANDLERS);
  const onDay = (days: number): void => {
    world.clock.at = TODAY + days * DAY_MS;
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
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }), mail);
    owner = await firstOwner(world);
  });
  afterEach(() => test.dispose());

  it('say a change with both shares, how many people, and an interval of 99 % that excludes 0 (E83)', async () => {
    await importChangingShop(world);
    expect(await listed()).toMatchObject({ lookedOn: null, items: [] });
    await look();
    const { items, lookedOn, definition } = await listed();
    const change = newcombe({ count: 45, of: 60 }, { count: 10, of: 60 }, Z_99);
    expect(items).toMatchObject([
      {
        figure: 'repeat',
        kind: 'repeat',
        now: { count: 45, of: 60, value: 0.75 },
        before: { count: 10, of: 60, value: 0.166667 },
        openedOn: '2026-11-22',
        saidOn: '2026-11-22',
        closedOn: null,
        seenAt: null,
      },
    ]);
    expect(items[0]?.low).toBeCloseTo(change.low, 6);
    expect(items[0]?.high).toBeCloseTo(change.high, 6);
    expect([lookedOn, definition.includes('99 %')]).toEqual(['2026-11-22', true]);
  });

  it('are one for each figure, open for as long as they are said, and over after seven quiet days (E83)', async () => {
    await importChangingShop(world);
    await look();
    onDay(1);
    await look();
    const [first, ...others] = (await listed()).items;
    expect([first?.saidOn, others]).toEqual(['2026-11-23', []]);
    await importFormerBuyers(world);
    for (const days of [2, 7]) {
      onDay(days);
      await look();
      expect((await listed()).items.map(({ id, saidOn }) => [id, saidOn])).toEqual([
        [first?.id, '2026-11-23'],
      ]);
    }
    onDay(8);
    await look();
    expect((await listed()).items).toEqual([]);
    expect((await listed('closed')).items).toMatchObject([
      { id: first?.id, saidOn: '2026-11-23', closedOn: '2026-11-30' },
    ]);
  });

  it('say nothing of members where there were none when the days began: they came with the import', async () => {
    await importChangingShop(world);
    onDay(20);
    await look();
    expect((await listed()).items.map(({ figure }) => figure)).not.toContain('members');
  });

  it('are looked for once on a day, however often it is asked and by however many (E83)', async () => {
    await look();
    // Nobody was there to be looked at: the day is not over with that.
    await importChangingShop(world);
    await Promise.all([look(), look()]);
    const before = await listed();
    await importFormerBuyers(world);
    world.clock.at += 14 * HOUR_MS;
    await look();
    expect(await listed()).toEqual(before);
    expect(before.items).toHaveLength(1);
    world.clock.at += HOUR_MS;
    await look();
    expect((await listed()).lookedOn).toBe('2026-11-23');
  });

  it('that were seen stay open, so that the same is not said anew; who saw one first is kept (E83)', async () => {
    await importChangingShop(world);
    await look();
    const { id = '' } = (await listed()).items[0] ?? {};
    const see = () => world.merchant('POST', `/v1/insights/alerts/${id}/seen`);
    const seen = (await (await see()).json()) as Alert;
    expect(seen.seenAt).toBe(new Date(TODAY).toISOString());
    onDay(1);
    await look();
    expect(((await (await see()).json()) as Alert).seenAt).toBe(seen.seenAt);
    expect((await listed()).items).toHaveLength(1);
    const unknown = await world.merchant('POST', '/v1/insights/alerts/al_none/seen');
    expect(unknown.status).toBe(404);
  });

  it('are at most fifty that are open: what has no place waits until one is free (alertsOpenMax)', async () => {
    await importChangingShop(world);
    const { shopId } = world.keys;
    const days = { openedDay: TODAY_DAY, saidDay: TODAY_DAY, closedDay: null, seenAt: null };
    const document = { figure: 'x' };
    const asRow = (n: number) => ({ shopId, id: `al_${n}`, figure: `x${n}`, document, ...days });
    await test.store.write(async (tx) => {
      for (let n = 0; n < LIMITS.alertsOpenMax; n += 1) await tx.run(insertAlert, asRow(n));
    });
    const figures = async (): Promise<string[]> => {
      const asked = { shopId, limit: LIMITS.alertsOpenMax + 1 };
      const open = await test.store.read((tx) => tx.run(selectOpenAlerts, asked));
      return open.map(({ figure }) => figure);
    };
    await look();
    expect(await figures()).toHaveLength(LIMITS.alertsOpenMax);
    expect(await figures()).not.toContain('repeat');
    await test.store.write((tx) =>
      tx.run(closeAlert, { shopId, id: 'al_0', closedDay: TODAY_DAY }),
    );
    onDay(1);
    await look();
    expect(await figures()).toHaveLength(LIMITS.alertsOpenMax);
    expect(await figures()).toContain('repeat');
  });

  it('go by e-mail once to those of the team who asked, each in their language (E83)', async () => {
    await importChangingShop(world);
    const reader = await addPerson(owner, world, { email: 'ken@shop.example', role: 'readOnly' });
    const ask = async (browser: Browser, language: 'en' | 'ja', alerts = true): Promise<void> => {
      const answer = await browser.send('PUT', '/v1/insights/mine', {
        report: false,
        alerts,
        language,
      });
      expect(answer.status).toBe(200);
    };
    await ask(owner, 'en');
    await ask(reader.browser, 'ja');
    await look();
    await deliver();
    await look();
    onDay(1);
    await look();
    await deliver();
    const byAddress = new Map(
      server.mails.map((letter) => [[letter.to].flat()[0]?.text ?? '', letter]),
    );
    expect(server.mails).toHaveLength(2);
    const english = byAddress.get('owner@shop.example');
    expect(english?.subject).toBe('Test: More buyers came back');
    expect(english?.text).toContain('The 28 days from Oct 25, 2026 to Nov 21, 2026');
    const sentence =
      'More buyers came back. 75.0% of 60 buyers had bought before; before, 16.7% of 60. +58.3 percentage points, 99% interval';
    expect(english?.text).toContain(sentence);
    expect(english?.html).toContain(sentence);
    expect(english?.text).toMatch(/\/console\/[^/]+\/insights/);
    const japanese = byAddress.get('ken@shop.example');
    expect(japanese?.subject).toBe('Test：リピート購入が増えました');
    expect(japanese?.text).toContain('購入者60人のうち75.0%が以前にも購入していました。');
    expect(japanese?.html).toContain('lang="ja"');
  });

  it('do not go to whoever said no since, or has left the team', async () => {
    await importChangingShop(world);
    const reader = await addPerson(owner, world, { email: 'ken@shop.example', role: 'readOnly' });
    for (const browser of [owner, reader.browser])
      await browser.send('PUT', '/v1/insights/mine', {
        report: false,
        alerts: true,
        language: 'en',
      });
    await look();
    await owner.send('PUT', '/v1/insights/mine', { report: false, alerts: false, language: 'en' });
    expect((await owner.send('DELETE', `/v1/team/${reader.userId}`)).status).toBe(204);
    await deliver();
    expect(server.mails).toEqual([]);
  });

  it('by the API key nobody is asked for, as it is nobody', async () => {
    const answer = await world.merchant('GET', '/v1/insights/mine');
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      409,
      'personNeeded',
    ]);
  });

  it('the same changes are answered for any of the times there are to choose, with intervals of 95 %', async () => {
    await importChangingShop(world);
    const asked = async (days: number): Promise<ChangeFigures> => {
      for (;;) {
        const answer = await world.merchant('GET', `/v1/insights/changes?days=${days}`);
        if (answer.status === 200) return (await answer.json()) as ChangeFigures;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    };
    const month = await asked(28);
    expect(month).toMatchObject({
      from: '2026-10-25',
      until: '2026-11-21',
      comparedFrom: '2026-09-27',
      comparedUntil: '2026-10-24',
      people: 60,
    });
    const [repeat] = month.changes;
    expect(repeat?.difference).toBeCloseTo(45 / 60 - 10 / 60, 5);
    expect(repeat?.low).toBeCloseTo(newcombe({ count: 45, of: 60 }, { count: 10, of: 60 }).low, 5);
    // Of 90 days before there were orders on few: nobody came back then, and of too few nothing is said.
    expect((await asked(90)).changes[0]).toMatchObject({ difference: null, before: { of: 0 } });
    expect((await world.merchant('GET', '/v1/insights/changes?days=29')).status).toBe(400);
  });
});
