import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consentPurpose, type ConsentPage } from '@okaeri/shared/consents';
import type { TouchLine } from '@okaeri/shared/affairs';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openForMarketing, subscriber } from '../../testing/marketing-acts.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';

/** The page without the line breaks that nobody sees. */
const inOneLine = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/\s+/g, ' ');

describe.each(ENGINES)(
  'the page behind the last link of an e-mail, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let server: MailServer;
    let acts: RequestActs;
    let link: string;
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(() => test.dispose());
    beforeEach(async () => {
      server = await startMailServer();
      acts = await openRequests(test.store, server);
      await openForMarketing(acts.world);
      await subscriber(acts.world, 'ada');
      const now = new Date(acts.world.clock.at).toISOString();
      const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
      const shopper = { id: 'ada', email: 'ada@example.com' };
      await acts.world.merchant('PUT', '/v1/orders/o1', anOrder({ shopper, ...times }));
      acts.days(7);
      const [mail] = await acts.post();
      link = /http\S+(\/unsubscribe\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    });
    afterEach(async () => {
      acts.close();
      await server.stop();
    });

    const read = async (language = 'en'): Promise<string> =>
      inOneLine(await acts.world.request(link, { headers: { 'accept-language': language } }));
    const press = async (form: Record<string, string>): Promise<string> =>
      inOneLine(
        await acts.world.request(link, { method: 'POST', body: new URLSearchParams(form) }),
      );
    const standing = async (): Promise<Record<string, boolean>> => {
      const answer = await acts.world.merchant('GET', '/v1/shoppers/ada/consents');
      const page = (await answer.json()) as ConsentPage;
      const mails = page.standing.filter(({ channel }) => channel === 'email');
      return Object.fromEntries(mails.map(({ purpose, allowed }) => [purpose, allowed]));
    };

    it('changes nothing when it is opened, and shows every switch, no box among them (E27, L3)', async () => {
      const before = await standing();
      const page = await read();
      expect(await standing()).toEqual(before);
      expect(page).toContain('name="stop" value="reviews"');
      expect(page).toContain('name="stop" value="marketing"');
      expect(page).toContain('name="all" value="yes"');
      expect(page).not.toMatch(/<input|checked|<script/);
    });

    it('stops one purpose with one tap, at once, and only that (E27, L3)', async () => {
      await press({ stop: 'marketing' });
      expect(await standing()).toMatchObject({ marketing: false });
      expect(await read()).toContain('name="stop" value="reviews"');
      const touches = await acts.world.merchant('GET', '/v1/shoppers/ada/touches');
      const [touch] = ((await touches.json()) as { items: TouchLine[] }).items;
      expect(touch?.unsubscribedAt).toBeNull();
      await press({});
      expect(await standing()).toMatchObject({ reviews: false });
      const again = await acts.world.merchant('GET', '/v1/shoppers/ada/touches');
      expect(
        ((await again.json()) as { items: TouchLine[] }).items[0]?.unsubscribedAt,
      ).not.toBeNull();
    });

    it('stops everything by e-mail with one tap, also what is not shown (E27)', async () => {
      expect(await press({ all: 'yes' })).toContain('will no longer email you');
      expect(await standing()).toEqual(
        Object.fromEntries(consentPurpose.options.map((purpose) => [purpose, false])),
      );
    });

    it('takes a no in a closed shop, and no yes before it is open again (E6, L3)', async () => {
      const owner = await firstOwner(acts.world);
      await owner.send('POST', '/v1/shop/close', { name: 'Test' });
      await press({ stop: 'reviews' });
      await press({ start: 'reviews' });
      await owner.send('POST', '/v1/shop/reopen');
      expect(await standing()).toMatchObject({ reviews: false });
      await press({ start: 'reviews' });
      expect(await standing()).toMatchObject({ reviews: true });
    });

    it('starts again as easily as it stopped, marketing to its words (L3, E24)', async () => {
      await press({ all: 'yes' });
      expect(await read()).toContain('News by e-mail, please.');
      await press({ start: 'marketing' });
      await press({ start: 'reviews' });
      expect(await standing()).toMatchObject({ marketing: true, reviews: true, surveys: false });
      // The address had confirmed before: nothing is sent to confirm it again.
      expect(await acts.post()).toEqual([]);
    });

    it('asks an address to confirm that has never agreed, though an old link is used (E25)', async () => {
      await press({ stop: 'marketing' });
      await acts.world.merchant('PUT', '/v1/shoppers/ada', { email: 'new@example.com' });
      expect(await press({ start: 'marketing' })).toContain('We have sent you an email');
      expect(await standing()).toMatchObject({ marketing: false });
      const [confirm] = await acts.post();
      expect(JSON.stringify(confirm?.to)).toContain('new@example.com');
    });

    it('says why a message came or did not, in the reader’s language', async () => {
      expect(await read()).toContain('because you shop here and have not stopped them.');
      expect(await read('ja')).toContain('停止のお申し出がないためお送りしました。');
      await press({ stop: 'reviews' });
      const now = new Date(acts.world.clock.at).toISOString();
      const times = { updatedAt: now, placedAt: now, paidAt: now, deliveredAt: now };
      const shopper = { id: 'ada', email: 'ada@example.com' };
      await acts.world.merchant('PUT', '/v1/orders/o2', anOrder({ shopper, ...times }));
      acts.days(7);
      expect(await acts.post()).toEqual([]);
      expect(await read()).toContain('because you have not agreed to them, or had stopped them.');
    });

    it('has nothing left of somebody who was erased, and writes nothing down (E12)', async () => {
      await acts.world.merchant('DELETE', '/v1/shoppers/ada');
      const page = await press({ start: 'marketing' });
      expect(page).not.toContain('name="start"');
      expect(page).not.toContain('name="stop"');
    });
  },
);
