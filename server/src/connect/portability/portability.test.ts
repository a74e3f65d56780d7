import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { findShop } from '../../access/find-shop.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { listPictures } from '../../loyalty/pictures/read-pictures.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { openFolderMedia } from '../../platform/media/folder-media.ts';
import { validateVoucher } from '../../loyalty/rewards/check-voucher.ts';
import { readShopper } from '../../backoffice/shopper-record/read-shopper.ts';
import { actsOf, plainProgram } from '../../testing/acts.ts';
import { AN_NPS, surveyActsOf } from '../../testing/survey-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { memberFilesOf } from '../../testing/member-files.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { pictureActsOf } from '../../testing/picture-acts.ts';
import { tierWith } from '../../testing/programs.ts';
import { caseActsOf } from '../../testing/case-acts.ts';
import { reviewActsOf } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { exportShop } from './export-shop.ts';
import { ExportFileError, importShop } from './import-shop.ts';

const PROGRAM: ProgramDocument = {
  ...plainProgram({ policy: 'unlimited' }),
  tiers: [tierWith('plain', 0), tierWith('gold', 9000)],
  tierPolicy: {
    metric: 'spend',
    window: { kind: 'rolling', days: 365 },
    downgrade: 'oneStep',
    graceDays: 10,
  },
};

describe.each(ENGINES)('carrying a shop away, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-export-'));
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, PROGRAM);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test.dispose();
  });

  const uploadAs = async (who: string, photo: Uint8Array): Promise<string> => {
    const answer = await world.request(`/storefront/v1/${world.keys.publicKey}/me/reviews/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token(who)}` },
      body: Uint8Array.from(photo),
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const lines = async (shopId: string, deps = world.deps): Promise<string[]> => {
    const shop = await findShop(world.deps, shopId);
    if (shop === undefined) throw new Error('The shop is gone.');
    const found: string[] = [];
    for await (const line of exportShop(deps, shop)) found.push(line);
    return found;
  };

  it('21 of the invariants: export, import and export again give the same bytes', async () => {
    const acts = actsOf(world);
    const product = { updatedAt: hours(0), title: { en: 'Mug', ja: 'マグ' } };
    await world.merchant('PUT', '/v1/products/mug', product);
    await world.merchant('PUT', '/v1/products/gone', product);
    await world.merchant('DELETE', '/v1/products/gone');
    await acts.put('1', anOrder({ shopper: { id: 'ada', email: 'ada@example.com' } }));
    const code = await acts.take('k');
    await acts.put('2', anOrder({ shopper: { id: 'bea' }, voucherCodes: ['?'] }));
    const back = [aLine('a', 4000, { refundedMinor: 4000 }), aLine('b', 6000)];
    await acts.put('1', anOrder({ updatedAt: hours(1), lines: back }));
    const adjustment = { points: 7, reason: 'ありがとう' };
    await world.merchant('POST', '/v1/shoppers/bea/adjustments', adjustment, {
      'idempotency-key': 'a',
    });
    const reviews = reviewActsOf(world);
    await reviews.receive('cleo', '3', ['mug', 'tea']);
    const { id } = await reviews.write('cleo', 'mug');
    await reviews.write('cleo', 'tea', { body: 'See www.example.com' });
    const photo = await sharp({
      create: { width: 30, height: 20, channels: 3, background: '#c33' },
    })
      .png()
      .toBuffer();
    const photoIds = [await uploadAs('cleo', photo)];
    await reviews.write('cleo', 'mug', { rating: 2, body: 'It cools down.', photoIds });
    await reviews.decide(id, { decision: 'withhold', reason: 'unrelated', note: 'Of another.' });
    await reviews.own('cleo', 'POST', '/mug/appeal', { text: 'It is of this one.' });
    await world.merchant('PUT', `/v1/reviews/${id}/reply`, { text: 'We look again.' });
    const body = new FormData();
    body.set('file', new File(['product_id,rating,body,date\nhat,3,So so,2024-01-02\n'], 'r.csv'));
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    await world.request('/v1/reviews/imports', { method: 'POST', headers, body });
    const token = await world.token('ada');
    await world.storefront('PUT', `/reviews/${id}/vote`, { token });
    await world.storefront('PUT', `/reviews/${id}/report`, { token, body: { reason: 'fake' } });
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    const files = memberFilesOf(world);
    const header = 'customer_id,points,lifetime_points,tier,referral_code,referred_by\n';
    await files.bring(`${header}dora,30,80,gold,DORA,\neve,5,5,,,DORA\nbea,9,9,,,\n`);
    const { id: regretted } = await files.bring(`${header}fay,30,80,gold,,DORA\n`);
    await files.undo(regretted);

    const cases = caseActsOf(world);
    const helped = await cases.help(await world.token('ada'), { text: 'Broken <b>\u0300' });
    const { id: caseId } = (await helped.json()) as { id: string };
    await cases.write(caseId, { kind: 'reply', text: 'お待ちください' });
    await cases.write(caseId, { kind: 'points', points: 5 });
    await cases.write(caseId, { kind: 'state', state: 'resolved', outcome: 'replaced' });
    await cases.settle({ holidays: ['2026-12-31'] });

    const surveys = surveyActsOf(world);
    await surveys.run('nps', { trigger: { kind: 'relational', every: 'year' } });
    await surveys.put('nps', { ...AN_NPS, name: 'Again' }, '"s1"');
    const wave = '/nps/2026';
    await surveys.answer('ada', wave, { score: 9, more: 'ありがとう' }, { locale: 'ja' });
    await surveys.answer('cleo', wave, { score: 4, why: 'Slow' }, { complete: false });
    await surveys.answer('dora', wave, { score: 2 });
    await surveys.ask('dora', 'DELETE', wave);
    await surveys.open('eve', wave);

    const { id: picture } = await pictureActsOf(world).added();
    await world.publish({ ...PROGRAM, badges: [{ id: 'b', name: { en: 'Badge' }, picture }] });

    const exported = await lines(world.keys.shopId);
    const path = join(folder, 'shop.jsonl');
    writeFileSync(path, `${exported.join('\n')}\n`);
    expect(exported.filter((line) => line.startsWith('["file"'))).toHaveLength(2);
    // Elsewhere: on another disk, which has none of its photos yet.
    const elsewhere = { ...world.deps, media: openFolderMedia(join(folder, 'media')) };
    const keys = await importShop(elsewhere, path);
    expect(await lines(keys.shopId, elsewhere)).toEqual(exported);
    expect(await elsewhere.media.get(picture)).toBeDefined();
    const copy = { ...(await world.shop()), id: keys.shopId };
    const listed = await listPictures(elsewhere, {
      shop: copy,
      after: FIRST_CURSOR.newest,
      limit: 9,
    });
    expect(listed.items).toMatchObject([{ id: picture, inUse: true }]);
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);

    // It is not only alike: it works. Codes are found, people are known, orders go on.
    const shop = await findShop(world.deps, keys.shopId);
    if (shop === undefined) throw new Error('The imported shop is gone.');
    for (const externalId of ['ada', 'dora', 'fay']) {
      const mine = await readShopper(world.deps, await world.shop(), { externalId });
      expect(await readShopper(world.deps, shop, { externalId })).toEqual(mine);
    }
    const basket = { currency: 'USD', basketMinor: 5000 };
    const asked = { shop, code: code.voucher?.code ?? '', basket };
    expect(await validateVoucher(world.deps, asked)).toMatchObject({ valid: true });
  });

  it('reads a file of an earlier release, whose rows lack columns that may be empty', async () => {
    const exported = await lines(world.keys.shopId);
    const earlier = exported.map((line) => {
      const value: unknown = JSON.parse(line);
      if (!Array.isArray(value)) return line;
      const [table, row] = value as [string, Record<string, unknown>];
      const filled = Object.entries(row).filter(([, cell]) => cell !== null);
      return JSON.stringify([table, Object.fromEntries(filled)]);
    });
    expect(earlier.join().length).toBeLessThan(exported.join().length);
    const path = join(folder, 'earlier.jsonl');
    writeFileSync(path, earlier.join('\n'));
    const { shopId } = await importShop(world.deps, path);
    expect(await lines(shopId)).toEqual(exported);
  });

  it('leaves nothing behind of a file that cannot be read', async () => {
    const exported = await lines(world.keys.shopId);
    const shops = async (): Promise<number> => (await verifyLedger({ store: test.store })).shoppers;
    const before = await shops();
    for (const [bad, why] of [
      [['{"okaeri":2}'], /Line 1/],
      [[exported[0], '["keys",{}]'], /Line 2 .*keys/],
      [[exported[0], ...exported.slice(2)], /rows/],
      [exported.slice(0, -1), /rows/],
      [[], /empty/],
    ] as const) {
      const path = join(folder, 'bad.jsonl');
      writeFileSync(path, bad.join('\n'));
      await expect(importShop(world.deps, path)).rejects.toThrow(why);
    }
    expect(await shops()).toBe(before);
    expect(new ExportFileError('x').name).toBe('ExportFileError');
  });

  it('carries every table that belongs to a shop, but keys and kept answers', () => {
    expect(world.deps.carried.map(({ name }) => name)).toHaveLength(69);
  });
});
