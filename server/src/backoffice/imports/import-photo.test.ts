import { DELIVERY_HANDLERS } from '../../compose-areas.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '@okaeri/shared/imports';
import { createLogger } from '../../platform/lib/logger.ts';
import { createPhotoCleaner, PHOTO_LIMITS } from '../../platform/media/clean-photo.ts';
import { deliverDue } from '../../platform/outbox/deliver-due.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { rows, textArg } from '../../platform/store/statement.ts';
import { blackPng, greyJpeg } from '../../testing/photo-files.ts';
import { reviewActsOf, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const selectOutbox = rows<{ shopId: string; id: string }>()('test.selectOutbox', (db, t) =>
  db
    .select({ state: t.outbox.state, note: t.outbox.note })
    .from(t.outbox)
    .where(and(eq(t.outbox.shopId, textArg('shopId')), eq(t.outbox.id, textArg('id')))),
);

const FILE = `product_id,rating,body,date,photos
mug,5,With photos,2024-03-01,https://127.0.0.1:1/never.jpg
`;

describe.each(ENGINES)('photos of imported reviews on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  let server: Server;
  let base: string;
  let answer: ImportAnswer;
  let status = 200;
  let file: Buffer;
  let { timeMs } = PHOTO_LIMITS;
  const cleanPhoto = createPhotoCleaner(createLogger('silent'), {
    ...PHOTO_LIMITS,
    get timeMs() {
      return timeMs;
    },
  });
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, undefined, null, { cleanPhoto });
    acts = reviewActsOf(world);
    const background = { r: 200, g: 30, b: 40 };
    file = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    server = createServer((_request, reply) => reply.writeHead(status).end(file));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = new FormData();
    body.set('file', new File([FILE], 'reviews.csv'));
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    const sent = await world.request('/v1/reviews/imports', { method: 'POST', headers, body });
    answer = (await sent.json()) as ImportAnswer;
  });
  afterAll(async () => {
    server.close();
    await test.dispose();
  });

  const plan = async (id: string, position: number): Promise<void> => {
    const reviewId = (await acts.list('mug')).items[0]?.id ?? '';
    const shop = await world.shop();
    const payload = { kind: 'importedPhoto', reviewId, url: `${base}/p.jpg`, position } as const;
    const dueAt = world.clock.at;
    await world.deps.store.write((tx) => addToOutbox(world.deps, tx, { shop, id, payload, dueAt }));
  };
  const photos = async () => (await acts.list('mug')).items[0]?.photos ?? [];

  it('come after the reviews, clean, each once, when their server answers', async () => {
    expect(answer).toMatchObject({ imported: 1, photos: 1 });
    expect(await photos()).toEqual([]);
    status = 503;
    await plan('one', 0);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    expect(await photos()).toEqual([]);
    status = 200;
    world.clock.at += 60_000;
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    await plan('the same again', 0);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    const [photo, ...more] = await photos();
    expect(more).toEqual([]);
    expect(photo).toMatchObject({ width: 60, height: 40 });
    const served = await world.request(photo?.path ?? '');
    const { exif, format } = await sharp(await served.arrayBuffer()).metadata();
    expect({ exif, format }).toEqual({ exif: undefined, format: 'webp' });
  });

  /** What became of a row of the outbox. */
  const settled = async (id: string) => {
    const { shopId } = world.keys;
    return (await world.deps.store.read((tx) => tx.run(selectOutbox, { shopId, id })))[0];
  };

  it('hold nobody up that are too large or too slow: they are reported as what they are, and the next comes', async () => {
    const before = await photos();
    const good = file;
    file = await blackPng({ width: 400_000, height: 100, colour: 'rgba', bits: 16 });
    await plan('a wide one', 1);
    expect(await deliverDue(world.deps, DELIVERY_HANDLERS)).toBe(1);
    expect(await settled('a wide one')).toMatchObject({
      state: 'failed',
      note: expect.stringContaining('a side of 16384 is the most'),
    });
    file = greyJpeg({ width: 8064, height: 6048 });
    timeMs = 1;
    await plan('a slow one', 1);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    timeMs = PHOTO_LIMITS.timeMs;
    expect(await settled('a slow one')).toMatchObject({
      state: 'failed',
      note: expect.stringContaining('too long to open'),
    });
    expect(await photos()).toEqual(before);
    file = good;
    await plan('the next', 1);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    expect(await settled('the next')).toMatchObject({ state: 'sent' });
    expect(await photos()).toHaveLength(before.length + 1);
  });

  it('never come where there is no photo, or no review any more', async () => {
    const before = await photos();
    file = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await plan('no photo', 1);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
    expect(await photos()).toEqual(before);
    await plan('too late', 2);
    await world.merchant('DELETE', `/v1/reviews/imports/${answer.id}`);
    expect(await deliverDue(world.deps, DELIVERY_HANDLERS)).toBe(1);
    expect(await photos()).toEqual([]);
  });
});
