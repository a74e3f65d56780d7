import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '@okaeri/shared/imports';
import type { ReviewPhoto } from '@okaeri/shared/reviews';
import { placePhoto } from '../../content/reviews/place-photo.ts';
import { sweepPhotos } from '../../content/reviews/sweep-photos.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { greyJpeg } from '../../testing/photo-files.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { PHOTO_KEPT_SECONDS } from '../../content/reviews/photo-routes.ts';

const FILE = 'product_id,rating,body,date\nlamp,5,Brought from elsewhere,2024-03-01\n';

describe.each(ENGINES)('a photo that is served, on $engine,', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
  });
  afterAll(() => test.dispose());

  let size = 40;
  const upload = async (who: string): Promise<ReviewPhoto> => {
    // Photos that look alike would bring their reviews before a person.
    size += 8;
    const answer = await world.request(`/storefront/v1/${world.keys.publicKey}/me/reviews/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token(who)}` },
      body: Uint8Array.from(greyJpeg({ width: size, height: 40 })),
    });
    expect(answer.status).toBe(201);
    return (await answer.json()) as ReviewPhoto;
  };

  /** A review with a photo, published whatever was thought of it. */
  const reviewed = async (who: string, productId = 'mug') => {
    await acts.receive(who, `order of ${who}`, [productId]);
    const photo = await upload(who);
    const { id } = await acts.write(who, productId, { photoIds: [photo.id], body: `By ${who}.` });
    await acts.decide(id, { decision: 'publish' });
    return { id, photo };
  };

  const ask = (photo: ReviewPhoto, headers: Record<string, string> = {}, method = 'GET') =>
    world.request(photo.path, { headers, method });
  const tagOf = (photo: ReviewPhoto): Record<string, string> => ({
    'If-None-Match': `"${photo.id}"`,
  });

  /** Nobody is shown it, whether they know it already or not, and nobody keeps that. */
  const expectGone = async (photo: ReviewPhoto): Promise<void> => {
    for (const headers of [{}, tagOf(photo), { 'If-None-Match': '*' }])
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(photo, headers, method);
        expect(answer.status).toBe(404);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('etag')).toBeNull();
      }
  };

  it('is kept for minutes and then asked for again, which costs nothing while it is shown', async () => {
    const { photo } = await reviewed('ada');
    const served = await ask(photo);
    expect(served.status).toBe(200);
    const kept = `public, max-age=${PHOTO_KEPT_SECONDS}, must-revalidate`;
    expect(served.headers.get('cache-control')).toBe(kept);
    expect(PHOTO_KEPT_SECONDS).toBeLessThanOrEqual(300);
    const etag = served.headers.get('etag') ?? '';
    expect(etag).toBe(`"${photo.id}"`);
    const again = await ask(photo, { 'If-None-Match': `W/${etag}, "another"` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).toBe(kept);
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask(photo, { 'If-None-Match': '"another"' })).status).toBe(200);
  });

  it('answers a request for its headers without its bytes', async () => {
    const { photo } = await reviewed('bea');
    const served = await ask(photo);
    const head = await ask(photo, {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const { byteLength } = await served.arrayBuffer();
    expect(Number(head.headers.get('content-length'))).toBe(byteLength);
    expect(head.headers.get('content-type')).toBe('image/webp');
    expect((await ask(photo, tagOf(photo), 'HEAD')).status).toBe(304);
  });

  it('is gone once its review is withheld, and there again once it is published', async () => {
    const { id, photo } = await reviewed('cleo');
    await acts.decide(id, { decision: 'withhold', reason: 'privateInformation' });
    await expectGone(photo);
    await acts.decide(id, { decision: 'publish' });
    expect((await ask(photo, tagOf(photo))).status).toBe(304);
  });

  it('is gone once its author takes the review back', async () => {
    const { photo } = await reviewed('dora');
    expect((await acts.own('dora', 'DELETE', '/mug')).ok).toBe(true);
    await expectGone(photo);
  });

  it('is gone once its author takes it out of the review, and can be put back', async () => {
    const { photo } = await reviewed('elsa');
    await acts.write('elsa', 'mug', { photoIds: [] });
    await expectGone(photo);
    await acts.write('elsa', 'mug', { photoIds: [photo.id] });
    expect((await ask(photo)).status).toBe(200);
  });

  it('is gone once its author is erased, also one that waited for a review, and is not looked at in the console', async () => {
    const { photo } = await reviewed('finn');
    const waiting = await upload('finn');
    expect((await ask(waiting)).status).toBe(200);
    expect((await world.merchant('DELETE', '/v1/shoppers/finn')).ok).toBe(true);
    for (const one of [photo, waiting]) {
      await expectGone(one);
      const looked = await world.merchant('GET', `/v1/reviews/photos/${one.id}`);
      expect(looked.status).toBe(404);
      // The file goes with the next sweep, without a wait.
      expect(await world.deps.media.get(one.id)).toBeDefined();
    }
    await sweepPhotos(world.deps);
    for (const one of [photo, waiting]) expect(await world.deps.media.get(one.id)).toBeUndefined();
  });

  it('is gone once the file its review came with is taken back', async () => {
    const body = new FormData();
    body.set('file', new File([FILE], 'reviews.csv'));
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    const sent = await world.request('/v1/reviews/imports', { method: 'POST', headers, body });
    const { id: importId } = (await sent.json()) as ImportAnswer;
    const [review] = (await acts.list('lamp')).items;
    const placed = await placePhoto(world.deps, {
      shopId: world.keys.shopId,
      reviewId: review?.id ?? '',
      position: 0,
      bytes: greyJpeg({ width: 99, height: 40 }),
    });
    expect(placed).toEqual({ ok: true });
    const [photo] = (await acts.list('lamp')).items[0]?.photos ?? [];
    if (photo === undefined) throw new Error('The photo was not placed.');
    expect((await ask(photo)).status).toBe(200);
    await world.merchant('DELETE', `/v1/reviews/imports/${importId}`);
    await expectGone(photo);
  });

  it('that nobody has uploaded, or that has no name of ours, is not kept as missing', async () => {
    for (const path of ['/media/x.webp', `/media/${'a'.repeat(22)}.webp`, '/media/..%2fx.webp']) {
      const answer = await world.request(path, { headers: { 'If-None-Match': '*' } });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });
});
