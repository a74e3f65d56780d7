import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signLink } from '../../access/signed-links.ts';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { findExisting } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Mail, MailSender } from '../../platform/mail/mail-sender.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { askFor, openForMarketing } from '../../testing/marketing-acts.ts';
import { memberFilesOf } from '../../testing/member-files.ts';
import { anOrder } from '../../testing/order-states.ts';
import { programWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

const YOTPO = join(import.meta.dirname, '../../testing/fixtures/members/yotpo.csv');
/** Columns by which other tools say that somebody agreed to be advertised to. */
const FLAGS = [
  'Opted In',
  'Accepts Marketing',
  'accepts_email_marketing',
  'Email Marketing Consent',
  'newsletter',
  'メルマガ',
];

describe.each(ENGINES)(
  'marketing without words that were agreed to, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let world: World;
    let mails: Mail[];
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(() => test.dispose());
    beforeEach(async () => {
      mails = [];
      const mail: MailSender = {
        from: 'shop@okaeri.example',
        send: async (one) => {
          mails.push(one);
        },
        close() {},
      };
      world = await openWorld(test.store, programWith({}), mail);
      await openForMarketing(world);
    });

    /** It is decided by e-mail, and no consent that names its wording stands behind it. */
    const expectNone = async (id: string): Promise<void> => {
      const asked = await askFor(world.deps, world, { id });
      expect(asked).toMatchObject({ decision: 'dropped', reason: 'noConsent' });
      const answer = await world.merchant('GET', `/v1/shoppers/${id}/consents`);
      const { standing } = (await answer.json()) as {
        standing: { purpose: string; allowed: boolean }[];
      };
      expect(standing.filter(({ purpose, allowed }) => purpose === 'marketing' && allowed)).toEqual(
        [],
      );
    };
    const idOf = async (externalId: string): Promise<string> => {
      const key = { shopId: world.keys.shopId, externalId };
      return (await world.deps.store.read((tx) => findExisting(tx, key)))?.id ?? '';
    };

    it('does not leave for members of a file, whatever it says of what they agreed to (L1, E24, E7)', async () => {
      const files = memberFilesOf(world);
      await files.bring(readFileSync(YOTPO, 'utf8'));
      await expectNone('31');
      for (const [at, flag] of FLAGS.entries()) {
        const id = `flagged-${at}`;
        await files.bring(`shopper_id,email,points,${flag}\n${id},${id}@example.com,10,true\n`);
        await expectNone(id);
      }
      // Nor is anybody asked to confirm what a file says: it starts nothing.
      expect(mails).toEqual([]);
    });

    it('does not leave for an order, a profile or a token that says so (L1, E24, E25)', async () => {
      const ada = { id: 'ada', email: 'ada@example.com' };
      await world.merchant('PUT', '/v1/orders/o1', anOrder({ shopper: ada }));
      await expectNone('ada');
      await world.merchant('PUT', '/v1/shoppers/ada', { newsletter: true });
      await expectNone('ada');
      const token = await world.token('bea', { email: 'bea@example.com', email_verified: true });
      await world.storefront('PATCH', '/me', { token, body: { newsletter: true } });
      await expectNone('bea');
      expect(mails).toEqual([]);
    });

    it('does not leave for a link that asks for it again, where the shop has no words for it (L1, E27)', async () => {
      await world.merchant('PUT', '/v1/shoppers/ada', { email: 'ada@example.com' });
      const bare = { wordings: [] };
      await world.merchant('PUT', '/v1/contacts/wordings', bare, { 'if-match': '"w1"' });
      const of = { shopperId: await idOf('ada'), purpose: 'marketing' as const, orderId: null };
      const link = { ...of, use: 'unsubscribe' as const, confirmed: false, endsAt: null };
      const token = await signLink(world.deps, await world.shop(), link);
      const path = `/unsubscribe/${world.keys.publicKey}/${token}`;
      const body = () => new URLSearchParams({ start: 'marketing' });
      expect((await world.request(path, { method: 'POST', body: body() })).status).toBe(200);
      await expectNone('ada');
    });

    it('is nobody’s but one’s own, where the console tries whether e-mail leaves (L1)', async () => {
      const owner = await firstOwner(world, 'owner@shop.example');
      const sent = await owner.send('POST', '/v1/mail/test', { language: 'en' });
      expect(sent.status).toBe(200);
      const strange = { language: 'en', to: 'ada@example.com', email: 'ada@example.com' };
      expect((await owner.send('POST', '/v1/mail/test', strange)).status).toBe(400);
      // A key is nobody to whom it could go.
      const byKey = await world.merchant('POST', '/v1/mail/test', { language: 'en' });
      expect(await byKey.json()).toMatchObject({ code: 'personNeeded' });
      expect(mails.map(({ to }) => to)).toEqual(['owner@shop.example']);
      // It says nothing of what the shop sells, and is no touch of anybody.
      const log = await world.merchant('GET', '/v1/touches');
      expect(await log.json()).toMatchObject({ items: [] });
    });

    it('does not leave from a shop that came by a file, for what stood without words in it (L1, E25)', async () => {
      await world.merchant('PUT', '/v1/shoppers/ada', {
        email: 'ada@example.com',
        newsletter: true,
      });
      const lines: string[] = [];
      for await (const line of exportShop(world.deps, await world.shop())) lines.push(line);
      const said = lines.filter((line) => line.startsWith('["consents"'));
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('"wordingId":null');
      await expectNone('ada');
    });
  },
);
