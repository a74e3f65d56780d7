import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '@okaeri/shared/imports';
import { COURIERS } from '../jobs/scheduler.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { addToOutbox } from '../outbox/add-row.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { reviewActsOf, type ReviewActs } from '../testing/review-acts.ts';
import { openWorld, type World } from '../testing/world.ts';

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
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
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
    await deliverDue(world.deps, COURIERS);
    expect(await photos()).toEqual([]);
    status = 200;
    world.clock.at += 60_000;
    await deliverDue(world.deps, COURIERS);
    await plan('the same again', 0);
    await deliverDue(world.deps, COURIERS);
    const [photo, ...more] = await photos();
    expect(more).toEqual([]);
    expect(photo).toMatchObject({ width: 60, height: 40 });
    const served = await world.request(photo?.path ?? '');
    const { exif, format } = await sharp(await served.arrayBuffer()).metadata();
    expect({ exif, format }).toEqual({ exif: undefined, format: 'webp' });
  });

  it('never come where there is no photo, or no review any more', async () => {
    const before = await photos();
    file = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await plan('no photo', 1);
    await deliverDue(world.deps, COURIERS);
    expect(await photos()).toEqual(before);
    await plan('too late', 2);
    await world.merchant('DELETE', `/v1/reviews/imports/${answer.id}`);
    expect(await deliverDue(world.deps, COURIERS)).toBe(1);
    expect(await photos()).toEqual([]);
  });
});
