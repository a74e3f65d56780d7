import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopInput } from '@okaeri/shared/access';
import { LIMITS } from '@okaeri/shared/limits';
import type { PublicProgram } from '@okaeri/shared/storefront';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { greyJpeg } from '../../testing/photo-files.ts';
import { pictureActsOf, type PictureActs } from '../../testing/picture-acts.ts';
import { picture } from '../../testing/pictures.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { PICTURE_SIDE_MAX } from './add-picture.ts';
import { insertPicture } from './queries.ts';

describe.each(ENGINES)('pictures of a shop on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PictureActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    acts = pictureActsOf(world);
  });
  afterAll(() => test.dispose());

  it('are encoded anew, as small as they are shown, turned upright, and without their metadata', async () => {
    const wide = picture(1600, 800).withExif({ IFD0: { Copyright: 'Secret', Artist: 'Ada' } });
    const lying = await wide.withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const added = await acts.added(lying);
    expect(added).toMatchObject({ width: PICTURE_SIDE_MAX / 2, height: PICTURE_SIDE_MAX });
    expect(added).toMatchObject({ path: `/media/pictures/${added.id}.webp`, inUse: false });
    const served = Buffer.from(await (await world.request(added.path)).arrayBuffer());
    expect(served.byteLength).toBe(added.bytes);
    const found = await sharp(served).metadata();
    expect(found).toMatchObject({ format: 'webp', height: PICTURE_SIDE_MAX });
    expect(found.exif).toBeUndefined();
    expect(served.includes('Secret')).toBe(false);
    expect(await acts.added(await picture(40, 30).png().toBuffer())).toMatchObject({ width: 40 });
  });

  it('that are none by their first bytes, or are damaged, are refused, whatever they are called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const cut = (await picture(90, 90).jpeg().toBuffer()).subarray(0, 200);
    for (const bytes of [Buffer.from(svg), cut, Buffer.alloc(0), Buffer.from('GIF89a')]) {
      const answer = await acts.upload(bytes, { 'content-type': 'image/png' });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: 'photoNotUsable' });
    }
  });

  it('have as many bytes as a photo at most', async () => {
    const large = await acts.upload(new Uint8Array(LIMITS.photoBytesMax + 1));
    expect(large.status).toBe(413);
    expect((await acts.upload(new Uint8Array(LIMITS.photoBytesMax))).status).toBe(422);
  });

  it('are kept for ever by whoever was shown them, as nothing but pictures, and not among photos', async () => {
    const { id, path } = await acts.added();
    const served = await world.request(path);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      etag: `"${id}"`,
    });
    const again = await world.request(path, { headers: { 'if-none-match': `"${id}"` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await world.request(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    // Photos of reviews have rules of their own: neither is shown in the other's place.
    expect((await world.request(`/media/${id}.webp`)).status).toBe(404);
    for (const other of ['/media/pictures/x.webp', `/media/pictures/${'a'.repeat(22)}.webp`]) {
      const none = await world.request(other, { headers: { 'if-none-match': '*' } });
      expect([none.status, none.headers.get('cache-control')]).toEqual([404, 'no-store']);
    }
  });

  it('are listed newest first, page by page, and say whether the programme shows them', async () => {
    const own = await openWorld(test.store, testProgram());
    const theirs = pictureActsOf(own);
    const ids: string[] = [];
    for (const _ of [1, 2, 3]) {
      own.clock.at += 1000;
      ids.unshift((await theirs.added()).id);
    }
    await theirs.show({ rewards: ids[2] });
    const page = await theirs.list('?limit=2');
    expect(page.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const rest = await theirs.list(`?limit=2&cursor=${page.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ id: ids[2], inUse: true }], nextCursor: null });
    expect((await own.merchant('GET', '/v1/pictures?cursor=x')).status).toBe(400);
  });

  it('are shown to everybody with what they are of, and their ids to nobody', async () => {
    const [reward, tier, badge] = [await acts.added(), await acts.added(), await acts.added()];
    const { rewards } = testProgram();
    await world.publish({
      ...acts.program({ rewards: reward.id, tiers: tier.id, badges: badge.id }),
      rewards: rewards.map((one) => ({ ...one, picture: reward.id, icon: 'cup' })),
    });
    const shown = (await (await world.storefront('GET', '/program', {})).json()) as PublicProgram;
    expect(shown.rewards[0]).toMatchObject({ picturePath: reward.path, icon: 'cup' });
    expect(shown.tiers[0]).toMatchObject({ picturePath: tier.path });
    expect(shown.badges[0]).toMatchObject({ picturePath: badge.path });
    expect(JSON.stringify(shown)).not.toContain('"picture":');
    await world.publish(testProgram());
    const plain = await (await world.storefront('GET', '/program', {})).text();
    expect(plain).not.toContain('picturePath');
  });

  it('that are not the shop’s are refused when they are published, with each place, and nothing changes', async () => {
    const other = await openWorld(test.store, testProgram());
    const theirs = (await pictureActsOf(other).added()).id;
    const own = (await acts.added()).id;
    const before = await (await world.storefront('GET', '/program', {})).text();
    const saved = await acts.save({ rewards: own, badges: theirs, tiers: 'nothing' });
    const refused = await world.merchant('POST', '/v1/program/publish', undefined, {
      'if-match': saved,
    });
    expect([refused.status, await refused.json()]).toMatchObject([
      404,
      {
        code: 'unknownPicture',
        detail: expect.stringContaining('tiers[0].picture'),
        errors: [{ path: 'tiers[0].picture' }, { path: 'badges[0].picture' }],
      },
    ]);
    expect(await (await world.storefront('GET', '/program', {})).text()).toBe(before);
  });

  it('of an icon that is none are refused with the draft', async () => {
    const rewards = testProgram().rewards.map((one) => ({ ...one, icon: 'logo' }));
    const tag = (await world.merchant('GET', '/v1/program/draft')).headers.get('etag') ?? '';
    const answer = await world.merchant(
      'PUT',
      '/v1/program/draft',
      { ...testProgram(), rewards },
      { 'if-match': tag },
    );
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'rewards[0].icon' }] });
  });

  it('that the programme or its draft names stay, and are gone once neither does', async () => {
    const { id, path } = await acts.added();
    await acts.save({ badges: id });
    expect(await acts.remove(id)).toMatchObject([409, { code: 'pictureInUse' }]);
    await acts.show({ badges: id });
    expect(await acts.remove(id)).toMatchObject([409, { code: 'pictureInUse' }]);
    await acts.save({});
    expect(await acts.remove(id)).toMatchObject([409, { code: 'pictureInUse' }]);
    await acts.show({});
    expect(await acts.remove(id)).toEqual([204, null]);
    expect((await world.request(path)).status).toBe(404);
    expect(await world.deps.media.get(id)).toBeUndefined();
    expect(await acts.remove(id)).toMatchObject([404, { code: 'unknownPicture' }]);
  });

  it('are removed by nobody but their shop', async () => {
    const { id, path } = await acts.added();
    const other = pictureActsOf(await openWorld(test.store, testProgram()));
    expect(await other.remove(id)).toMatchObject([404, { code: 'unknownPicture' }]);
    expect((await other.list()).items).toEqual([]);
    expect((await world.request(path)).status).toBe(200);
  });

  it('whose file a copy of the shop has too keep it until the last is removed', async () => {
    const { id, path } = await acts.added();
    const copy = await createShop(world.deps, shopInput.parse({ name: 'Copy', origins: [] }));
    const row = { ...SMALL, shopId: copy.shopId, id, createdAt: 1 };
    await world.deps.store.write((tx) => tx.run(insertPicture, row));
    expect(await acts.remove(id)).toEqual([204, null]);
    expect((await world.request(path)).status).toBe(200);
    const headers = { authorization: `Bearer ${copy.secretKey}` };
    await world.request(`/v1/pictures/${id}`, { method: 'DELETE', headers });
    expect((await world.request(path)).status).toBe(404);
  });

  it('are so many at most, also where several come at once, and one can come when one has gone', async () => {
    const own = await openWorld(test.store, testProgram());
    const theirs = pictureActsOf(own);
    const { shopId } = own.keys;
    const rest = 2;
    await own.deps.store.write(async (tx) => {
      for (let n = rest; n < LIMITS.picturesMax; n += 1)
        await tx.run(insertPicture, { ...SMALL, shopId, id: nameOf(n), createdAt: n });
    });
    const answers = await Promise.all([1, 2, 3, 4].map(() => theirs.upload(TINY)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 409, 409,
    ]);
    expect(await (await theirs.upload(TINY)).json()).toMatchObject({ code: 'tooManyPictures' });
    expect(await theirs.remove(nameOf(9))).toEqual([204, null]);
    expect((await theirs.upload(TINY)).status).toBe(201);
  });

  it('are added and removed by those who may change the programme, and that is in the log', async () => {
    const owner = await firstOwner(world);
    const { id } = await acts.added();
    await owner.send('DELETE', `/v1/pictures/${id}`);
    const log = (await (await owner.send('GET', '/v1/acts')).json()) as {
      items: { operation: string; outcome: string }[];
    };
    const said = log.items.map(({ operation, outcome }) => `${operation} ${outcome}`);
    expect(said.slice(0, 2)).toEqual([
      'DELETE /v1/pictures/:pictureId done',
      'POST /v1/pictures done',
    ]);
  });
});

const TINY = greyJpeg({ width: 16, height: 16 });
const SMALL = { width: 1, height: 1, bytes: 1 };
const nameOf = (n: number): string => `p${n}`.padEnd(22, '_');
