import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../store/store.ts';
import { freePort } from '../../testing/postgres-server.ts';
import { openFolderMedia } from './folder-media.ts';
import { newMediaName, type MediaStore } from './media-store.ts';
import { openS3Media } from './s3-media.ts';

const folder = mkdtempSync(join(tmpdir(), 'okaeri-media-'));
const BUCKET = 'photos';
// The keys the server of the tests knows.
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1' };

const bucket = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: BUCKET, configs: [] }],
});

const STORES: readonly { where: string; open: (endpoint: string) => MediaStore }[] = [
  { where: 'a folder', open: () => openFolderMedia(join(folder, 'files')) },
  {
    where: 'a bucket',
    open: (endpoint) => openS3Media({ endpoint, bucket: BUCKET, ...KEYS }),
  },
];

let endpoint: string;
beforeAll(async () => {
  const { port } = await bucket.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true });
});

describe.each(STORES)('files in $where', ({ open }) => {
  it('are kept, read and removed as they are', async () => {
    const media = open(endpoint);
    const name = newMediaName();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    await media.put(name, bytes);
    const found = await media.get(name);
    expect(found?.bytes).toBe(bytes.byteLength);
    if (found === undefined) throw new Error('The file is gone.');
    expect(Buffer.from(await arrayBuffer(found.body)).equals(bytes)).toBe(true);
    await media.remove(name);
    expect(await media.get(name)).toBeUndefined();
    await media.remove(name);
  });

  it('have names of ours and no others', async () => {
    const media = open(endpoint);
    for (const name of ['../secret', 'a', `${newMediaName()}/x`, '']) {
      expect(await media.get(name)).toBeUndefined();
      await expect(media.put(name, Uint8Array.of(1))).rejects.toThrow('not one of ours');
    }
  });
});

describe('a bucket', () => {
  it('that refuses or is not there is no bucket of missing files', async () => {
    const wrong = { ...KEYS, accessKeyId: 'NOBODY' };
    const media = openS3Media({ endpoint, bucket: BUCKET, ...wrong });
    const name = newMediaName();
    await expect(media.put(name, Uint8Array.of(1))).rejects.toThrow('403');
    await expect(media.get(name)).rejects.toThrow('403');
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const gone = openS3Media({ endpoint: nowhere, bucket: BUCKET, ...KEYS });
    await expect(gone.get(name)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(gone.put(name, Uint8Array.of(1))).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});

// A device that is always full; only Linux has one.
const FULL = '/dev/full';

describe('a folder', () => {
  it.runIf(existsSync(FULL))(
    'without room asks to come again, leaves nothing behind, and takes the file once there is room',
    async () => {
      const place = join(folder, 'full');
      const media = openFolderMedia(place);
      const name = newMediaName();
      const shelf = join(place, name.slice(0, 2));
      mkdirSync(shelf, { recursive: true });
      symlinkSync(FULL, join(shelf, `${name}.part`));
      const put = (): Promise<void> => media.put(name, Uint8Array.of(1, 2, 3));
      await expect(put()).rejects.toBeInstanceOf(StoreUnavailableError);
      expect(readdirSync(shelf)).toEqual([]);
      await put();
      expect((await media.get(name))?.bytes).toBe(3);
    },
  );
});
