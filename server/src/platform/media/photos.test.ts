import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { ReviewPhoto } from '@okaeri/shared/reviews';
import { STAGED_PHOTOS_MAX } from '../../content/reviews/add-photo.ts';
import { PHOTO_WAITS_MS, sweepPhotos } from '../../content/reviews/sweep-photos.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { picture } from '../../testing/pictures.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('photos of reviews on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
  });
  afterAll(() => test.dispose());

  const upload = async (who: string, bytes: Uint8Array): Promise<Response> =>
    world.request(`/storefront/v1/${world.keys.publicKey}/me/reviews/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token(who)}` },
      body: new Uint8Array(bytes),
    });
  const added = async (who: string, size = 40): Promise<ReviewPhoto> =>
    (await (await upload(who, await picture(size, size).jpeg().toBuffer())).json()) as ReviewPhoto;

  it('are shown with their review, earn once, and are served as nothing but pictures', async () => {
    await acts.receive('ada', 'o1', ['mug']);
    const before = await acts.points('ada');
    const [one, two] = [await added('ada'), await added('ada')];
    const review = await acts.write('ada', 'mug', { photoIds: [two.id, one.id] });
    expect(review.photos.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(await acts.points('ada')).toBe(before + 75);
    const { items, summary } = await acts.list('mug', '?photos=true');
    expect(items[0]?.photos).toHaveLength(2);
    expect(summary.withPhotos).toBe(1);
    const served = await world.request(one.path);
    expect(served.headers.get('content-type')).toBe('image/webp');
    expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await sharp(await served.arrayBuffer()).metadata()).format).toBe('webp');
    // Without its photos the review earns what a review earns.
    await acts.write('ada', 'mug', { photoIds: [] });
    expect(await acts.points('ada')).toBe(before + 50);
  });

  it('are shown to nobody once their review was withheld, and again once it is published', async () => {
    await acts.receive('cleo', 'o7', ['mug']);
    const photo = await added('cleo', 90);
    const { id } = await acts.write('cleo', 'mug', { photoIds: [photo.id] });
    const status = async (): Promise<number> => (await world.request(photo.path)).status;
    expect(await status()).toBe(200);
    await acts.decide(id, { decision: 'withhold', reason: 'privateInformation' });
    expect(await status()).toBe(404);
    // The person who decides about it can still look at it, and nobody of another shop.
    const looked = await world.merchant('GET', `/v1/reviews/photos/${photo.id}`);
    expect([looked.status, looked.headers.get('cache-control')]).toEqual([
      200,
      'private, no-store',
    ]);
    const unknown = await world.merchant('GET', `/v1/reviews/photos/${'a'.repeat(22)}`);
    expect(unknown.status).toBe(404);
    await acts.decide(id, { decision: 'publish' });
    expect(await status()).toBe(200);
  });

  it('are their author’s alone, and no path leads out of their folder', async () => {
    const photo = await added('bea');
    await acts.receive('cleo', 'o3', ['mug']);
    const stolen = await acts.own('cleo', 'PUT', '/mug', {
      rating: 5,
      body: 'Mine',
      photoIds: [photo.id],
    });
    expect(await stolen.json()).toMatchObject({ code: 'unknownPhoto' });
    for (const path of [
      '/media/..%2f..%2fetc%2fpasswd.webp',
      '/media/x.webp',
      `/media/${'a'.repeat(22)}.webp`,
    ])
      expect((await world.request(path)).status).toBe(404);
  });

  it('that were shown with another review before bring theirs before a person', async () => {
    await acts.receive('dora', 'o4', ['mug', 'tea']);
    const photoIds = [(await added('dora', 44)).id];
    expect(await acts.write('dora', 'mug', { body: 'One.', photoIds })).toMatchObject({
      state: 'published',
    });
    const again = [(await added('dora', 44)).id];
    expect(await acts.write('dora', 'tea', { body: 'Two.', photoIds: again })).toMatchObject({
      state: 'queued',
    });
  });

  it('are at most so large and so many', async () => {
    const large = await upload('eve', new Uint8Array(LIMITS.photoBytesMax + 1));
    expect(large.status).toBe(413);
    const edge = await upload('eve', new Uint8Array(LIMITS.photoBytesMax));
    expect(edge.status).toBe(422);
    for (let count = 0; count < STAGED_PHOTOS_MAX; count += 1) await added('eve');
    const more = await upload('eve', await picture(10, 10).png().toBuffer());
    expect(more.status).toBe(429);
    const ids = Array.from({ length: LIMITS.reviewPhotosMax + 1 }, (_, index) => `p${index}`);
    const many = await acts.own('eve', 'PUT', '/mug', { rating: 5, body: 'x', photoIds: ids });
    expect(many.status).toBe(400);
  });

  it('are removed when no review came for them in time, and when an author was erased', async () => {
    await acts.receive('finn', 'o5', ['mug']);
    const [kept, left] = [await added('finn', 50), await added('finn', 52)];
    await acts.write('finn', 'mug', { body: 'Three.', photoIds: [kept.id] });
    world.clock.at += PHOTO_WAITS_MS + 1;
    await sweepPhotos(world.deps);
    expect((await world.request(left.path)).status).toBe(404);
    expect((await world.request(kept.path)).status).toBe(200);
    await world.merchant('DELETE', '/v1/shoppers/finn');
    await sweepPhotos(world.deps);
    expect((await world.request(kept.path)).status).toBe(404);
  });
});
