import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopInput, type ShopKeys } from '@okaeri/shared/access';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import { createDeps } from '../../create-deps.ts';
import { systemClock } from '../lib/clock.ts';
import { createLogger } from '../lib/logger.ts';
import { openStore } from '../../open-store.ts';
import { blackPng, flatWebp, greyJpeg, movingWebp, wordyPng } from '../../testing/photo-files.ts';
import { freePort } from '../../testing/postgres-server.ts';
import { memoryOf, mostMemoryDuring, TELLS_PROCESSES } from '../../testing/process-tree.ts';
import { startServer, type ServerProcess } from '../../testing/server-process.ts';
import { TEST_MEDIA, TEST_OUTSIDE, TEST_URL } from '../../testing/test-media.ts';

/** What a photo may cost the server and all it starts, whatever it is. */
const ONE_BYTES_MAX = 150_000_000;
/** The same where four come at once. */
const FOUR_BYTES_MAX = 400_000_000;

/** Several photos may be as slow as one may be. */
const ANSWERED_WITHIN_MS = 90_000;
const COPIES = 3;
const NOTHING = Buffer.alloc(0);

const folder = mkdtempSync(join(tmpdir(), 'okaeri-photos-'));
let server: ServerProcess;
let keys: ShopKeys;

beforeAll(async () => {
  const databaseUrl = `file:${join(folder, 'okaeri.db')}`;
  const secretKey = randomBytes(32);
  const logger = createLogger('silent');
  const store = await openStore(databaseUrl, logger);
  const opened = { store, clock: systemClock, logger, secretKey, publicUrl: TEST_URL };
  const deps = createDeps({
    ...opened,
    media: TEST_MEDIA,
    fetchOutside: TEST_OUTSIDE,
    mail: null,
  });
  keys = await createShop(deps, shopInput.parse({ name: 'Photos' }));
  await store.close();
  server = await startServer({ databaseUrl, port: await freePort(), secretKey });
  // What a server takes for its first request of all is no photo's doing.
  expect((await send(greyJpeg({ width: 64, height: 64 }))).status).toBe(201);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

let senders = 0;

const send = async (bytes: Uint8Array): Promise<Response> => {
  senders += 1;
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iat, exp: iat + 600, aud: keys.publicKey, sub: `sender-${senders}` };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(keys.identitySecret));
  return fetch(`${server.url}/storefront/v1/${keys.publicKey}/me/reviews/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: Uint8Array.from(bytes),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  });
};

/**
 * Sends files at once, and returns what was answered and how much more memory than the server's own
 * it took: with the process that decodes photos, without the files themselves, which the server
 * holds twice while it reads them and that process once.
 */
const sendAll = async (files: readonly Uint8Array[]) => {
  let answers: Response[] = [];
  const before = memoryOf(server.pid);
  const most = await mostMemoryDuring(server.pid, async () => {
    answers = await Promise.all(files.map((file) => send(file)));
  });
  const sent = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const took = most - before - sent * COPIES;
  return { statuses: answers.map(({ status }) => status), took };
};

/** The same with one file: measured again where it took too much, as a machine with other work frees memory late. */
const sendOne = async (file: Uint8Array): ReturnType<typeof sendAll> => {
  const once = await sendAll([file]);
  if (once.took < ONE_BYTES_MAX) return once;
  const again = await sendAll([file]);
  return { statuses: again.statuses, took: Math.min(once.took, again.took) };
};

type Make = () => Uint8Array | Promise<Uint8Array>;

const WIDE = { width: 40_000_000, height: 1 } as const;
const HOSTILE: readonly (readonly [string, Make])[] = [
  ['40,000,000 × 1 in RGBA of 16 bits', () => blackPng({ ...WIDE, colour: 'rgba', bits: 16 })],
  ['40,000,000 × 1 in RGBA', () => blackPng({ ...WIDE, colour: 'rgba' })],
  ['40,000,000 × 1 in RGB', () => blackPng(WIDE)],
  ['1 × 40,000,000', () => blackPng({ width: 1, height: 40_000_000 })],
  [
    '400,000 × 100 of 16 bits',
    () => blackPng({ width: 400_000, height: 100, colour: 'rgba', bits: 16 }),
  ],
  [
    '16,384 × 3,000 of 16 bits',
    () => blackPng({ width: 16_384, height: 3000, colour: 'rgba', bits: 16 }),
  ],
  [
    'an interlaced PNG of 6324 × 6324 of 16 bits',
    () => blackPng({ width: 6324, height: 6324, colour: 'rgba', bits: 16, interlaced: true }),
  ],
  [
    'a progressive CMYK JPEG of 6300 × 6300',
    () => greyJpeg({ width: 6300, height: 6300, components: 4, kind: 'progressive' }),
  ],
  [
    'a JPEG of one colour after the other, 8000 × 6000',
    () => greyJpeg({ width: 8000, height: 6000, kind: 'scans' }),
  ],
  [
    'a JPEG that hides how its colours are kept',
    () => greyJpeg({ width: 4000, height: 3000, kind: 'scans', sampling: 0x22 }),
  ],
  ['a lossless WebP of 8000 × 6000', () => flatWebp(8000, 6000)],
  ['a WebP that moves, of 8000 × 6000', () => movingWebp(8000, 6000)],
  ['a small PNG with seven gigabytes of words', () => wordyPng(900)],
];

/** Made elsewhere: what it takes to make them would hide what it takes to read them. */
const madeBySharp = (code: string): Buffer =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import sharp from 'sharp';
       const noise = (width, height) => sharp({
         create: { width: width / 12, height: height / 12, channels: 3, background: '#888',
           noise: { type: 'gaussian', mean: 128, sigma: 60 } },
       }).resize(width, height, { kernel: 'nearest' });
       process.stdout.write(await (${code}).toBuffer());`,
    ],
    { cwd: import.meta.dirname, maxBuffer: 16_000_000 },
  );

const GOOD: readonly (readonly [string, Make])[] = [
  [
    'a photo of 48 million pixels, lying on its side',
    () => madeBySharp('noise(8064, 6048).withMetadata({ orientation: 6 }).jpeg({ quality: 70 })'),
  ],
  ['a photo of 8000 × 6000', () => greyJpeg({ width: 8000, height: 6000 })],
  ['a panorama of 12,000 × 3,000', () => madeBySharp('noise(12000, 3000).jpeg()')],
  [
    'a progressive photo of 12 million pixels',
    () => madeBySharp('noise(4032, 3024).jpeg({ progressive: true })'),
  ],
  ['a screenshot of a telephone', () => blackPng({ width: 1170, height: 2532, colour: 'rgba' })],
  ['a screenshot of a large screen', () => blackPng({ width: 6016, height: 3384, colour: 'rgba' })],
  ['a lossless WebP of 12 million pixels', () => flatWebp(4000, 3000)],
];

describe.skipIf(!TELLS_PROCESSES)('the memory that a photo takes', () => {
  it.each(HOSTILE)('is bounded, and it is refused: %s', async (_what, make) => {
    const { statuses, took } = await sendOne(await make());
    expect(statuses).toEqual([422]);
    expect(took).toBeLessThan(ONE_BYTES_MAX);
  });

  it.each(GOOD)('is bounded, and it is taken: %s', async (_what, make) => {
    const { statuses, took } = await sendOne(await make());
    expect(statuses).toEqual([201]);
    expect(took).toBeLessThan(ONE_BYTES_MAX);
  });

  it('is no more than for one where four come at once, and a good one among them is taken', async () => {
    const bad = await Promise.all(
      [HOSTILE[0], HOSTILE[7], HOSTILE[9]].map(async (file) => (await file?.[1]()) ?? NOTHING),
    );
    const good = greyJpeg({ width: 8000, height: 6000, orientation: 6 });
    const { statuses, took } = await sendAll([...bad, good]);
    expect(statuses).toEqual([422, 422, 422, 201]);
    expect(took).toBeLessThan(FOUR_BYTES_MAX);
  });
});
