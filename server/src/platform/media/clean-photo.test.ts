import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { isSimilar } from '../../content/reviews/perceptual-hash-rules.ts';
import { claimedPng } from '../../testing/photo-files.ts';
import { picture } from '../../testing/pictures.ts';
import { createPhotoCleaner } from './clean-photo.ts';

const withPlace = (): Promise<Buffer> =>
  picture(80, 40)
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const cleanPhoto = createPhotoCleaner(createLogger('silent'));

/** What a camera did to an upright picture that it says is oriented so (Exif 2.32, 4.6.4 A). */
const AS_TAKEN: Readonly<Record<number, (upright: Sharp) => Sharp>> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  // It is mirrored before it is turned, whatever comes first here.
  5: (upright) => upright.rotate(90).flip(),
  6: (upright) => upright.rotate(270),
  7: (upright) => upright.rotate(270).flip(),
  8: (upright) => upright.rotate(90),
};

describe('a photo', () => {
  it('comes out upright and without a word of where it was taken, also when it is small', async () => {
    const source = await withPlace();
    expect((await sharp(source).metadata()).exif).toBeDefined();
    const cleaned = await cleanPhoto(source);
    if ('refused' in cleaned) throw new Error(cleaned.refused.detail);
    const { bytes, width, height } = cleaned.ok;
    expect([width, height]).toEqual([40, 80]);
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 40, height: 80 });
    for (const left of [metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation])
      expect(left).toBeUndefined();
    expect(Buffer.from(bytes).includes('GPS')).toBe(false);
    // Turned to the right, what was on the left is on top.
    const [red, , blue] = await sharp(bytes)
      .extract({ left: 20, top: 5, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(60);
  });

  it('is made as large as a page needs it, and no larger', async () => {
    const cleaned = await cleanPhoto(await picture(4000, 1000).png().toBuffer());
    expect(cleaned).toMatchObject({ ok: { width: 2048, height: 512 } });
  });

  it('loses what stands behind its end, and what moves', async () => {
    const page = Buffer.from('<script>alert(1)</script>PK\u0003\u0004');
    const both = Buffer.concat([await picture(40, 40).jpeg().toBuffer(), page]);
    const cleaned = await cleanPhoto(both);
    if ('refused' in cleaned) throw new Error(cleaned.refused.detail);
    expect(Buffer.from(cleaned.ok.bytes).includes('script')).toBe(false);
    const frames = await sharp(
      Buffer.concat(await Promise.all([1, 2, 3].map(() => picture(20, 20).raw().toBuffer()))),
      { raw: { width: 20, height: 60, channels: 3, pageHeight: 20 } },
    )
      .webp({ loop: 0, delay: [100, 100, 100] })
      .toBuffer();
    expect(await cleanPhoto(frames)).toMatchObject({ ok: { height: 20 } });
  });

  it('looks the same in another size and format, and not like another', async () => {
    // Hills of light and shade: drawn by a formula, so that each run sees the same.
    const [width, height] = [320, 240];
    const shade = (x: number, y: number): number =>
      128 + 60 * Math.sin(x / 37) + 50 * Math.cos(y / 29 + x / 53);
    const pixels = Uint8Array.from({ length: width * height }, (_, place) =>
      shade(place % width, Math.floor(place / width)),
    );
    const scene = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
    const likeness = async (bytes: Buffer): Promise<string> => {
      const cleaned = await cleanPhoto(bytes);
      if ('refused' in cleaned) throw new Error(cleaned.refused.detail);
      expect(cleaned.ok.likeness).toMatch(/^[0-9a-f]{16}$/);
      return cleaned.ok.likeness;
    };
    const first = await likeness(scene);
    const again = await sharp(scene).resize(200).jpeg({ quality: 70 }).toBuffer();
    expect(isSimilar(await likeness(again), first)).toBe(true);
    expect(isSimilar(await likeness(await picture(320, 240).png().toBuffer()), first)).toBe(false);
  });

  it.each([
    [
      'a drawing that can run',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', () => picture(10, 10).gif().toBuffer()],
    ['nothing', async () => Buffer.alloc(0)],
    [
      'a photo that was cut off',
      async () => (await picture(900, 900).jpeg().toBuffer()).subarray(0, 800),
    ],
    [
      'the first bytes of a photo and then a page',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]),
    ],
    ['a picture of 30,000 by 30,000', async () => claimedPng({ width: 30_000, height: 30_000 })],
  ])('is not %s', async (_what, make) => {
    expect(await cleanPhoto(await make())).toMatchObject({ refused: { code: 'photoNotUsable' } });
  });

  it('may have so many pixels and not one more', async () => {
    const refused = await cleanPhoto(claimedPng({ width: 10_000, height: 5001 }));
    expect(refused).toMatchObject({ refused: { detail: expect.stringContaining('50 million') } });
    // At the limit it is decoded; that nothing is in it is then found out.
    const empty = await cleanPhoto(claimedPng({ width: 10_000, height: 5000 }));
    expect(empty).toMatchObject({ refused: { detail: expect.stringContaining('damaged') } });
  });

  it('that is a GIF is refused with what to send instead', async () => {
    expect(await cleanPhoto(await picture(10, 10).gif().toBuffer())).toEqual({
      refused: {
        code: 'photoNotUsable',
        detail: 'A photo cannot be a GIF file; send it as JPEG, PNG or WebP.',
      },
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'that was taken in orientation %i comes out upright',
    async (orientation) => {
      // Red on the left and, where it is upright, at the top too.
      const upright = sharp({
        create: { width: 80, height: 40, channels: 3, background: '#3366cc' },
      }).composite([
        {
          input: { create: { width: 40, height: 20, channels: 3, background: '#ff0000' } },
          left: 0,
          top: 0,
        },
      ]);
      const taken = AS_TAKEN[orientation]?.(sharp(await upright.png().toBuffer())) ?? upright;
      const cleaned = await cleanPhoto(await taken.withMetadata({ orientation }).jpeg().toBuffer());
      if ('refused' in cleaned) throw new Error(cleaned.refused.detail);
      expect([cleaned.ok.width, cleaned.ok.height]).toEqual([80, 40]);
      const redAt = async (left: number, top: number): Promise<boolean> => {
        const one = sharp(cleaned.ok.bytes).extract({ left, top, width: 1, height: 1 });
        return ((await one.raw().toBuffer())[0] ?? 0) > 200;
      };
      expect(await Promise.all([redAt(10, 5), redAt(70, 5), redAt(10, 35), redAt(70, 35)])).toEqual(
        [true, false, false, false],
      );
    },
  );

  it('is white where a drawing is clear, and keeps colours of 16 bits', async () => {
    const clear = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const deep = await picture(80, 40).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    for (const [bytes, colour] of [
      [clear, [255, 255, 255]],
      [deep, [255, 0, 0]],
    ] as const) {
      const cleaned = await cleanPhoto(bytes);
      if ('refused' in cleaned) throw new Error(cleaned.refused.detail);
      const pixels = await sharp(cleaned.ok.bytes).raw().toBuffer();
      expect([...pixels.subarray(0, 3)].map((part) => Math.round(part / 16) * 16)).toEqual(
        colour.map((part) => Math.round(part / 16) * 16),
      );
      expect((await sharp(cleaned.ok.bytes).metadata()).hasAlpha).toBe(false);
    }
  });
});
