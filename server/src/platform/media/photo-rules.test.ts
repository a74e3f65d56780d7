import { describe, expect, it } from 'vitest';
import { flatWebp, movingWebp } from '../../testing/photo-files.ts';
import {
  decodingBytes,
  formatOf,
  PHOTO_DECODING_BYTES_MAX,
  PHOTO_PIXELS_MAX,
  PHOTO_SIDE_MAX,
  type PhotoMeasures,
  webpKindOf,
  whyNot,
} from './photo-rules.ts';

const measures = (change: Partial<PhotoMeasures>): PhotoMeasures => ({
  format: 'jpeg',
  width: 4000,
  height: 3000,
  channels: 3,
  sampleBytes: 1,
  isProgressive: false,
  chromaSubsampling: '4:2:0',
  hasAlpha: false,
  ...change,
});

const png = (change: Partial<PhotoMeasures>): PhotoMeasures =>
  measures({ format: 'png', chromaSubsampling: null, ...change });

const sized = (width: number, height: number) => ({ width, height });

describe('a photo', () => {
  it.each([
    ['a telephone takes, of 8064 × 6048', measures(sized(8064, 6048))],
    ['a telephone takes, of 8000 × 6000', measures(sized(8000, 6000))],
    ['a telephone makes a panorama of, 12,000 × 3,000', measures(sized(12_000, 3000))],
    ['is a progressive JPEG of 12 million pixels', measures({ isProgressive: true })],
    [
      'is a JPEG in CMYK of 6300 × 6300',
      measures({ ...sized(6300, 6300), channels: 4, chromaSubsampling: '4:4:4:4' }),
    ],
    ['is a screenshot of a telephone', png({ ...sized(1170, 2532), channels: 4 })],
    ['is a screenshot of a large screen', png({ ...sized(6016, 3384), channels: 4 })],
    [
      'is an interlaced PNG of 9 million pixels',
      png({ ...sized(3000, 3000), isProgressive: true }),
    ],
    ['is a WebP of 48 million pixels', measures({ format: 'webp', ...sized(8000, 6000) })],
  ])('is taken that %s', (_what, of) => {
    expect(whyNot(of, 'lossy')).toBeUndefined();
  });

  it.each([
    ['a progressive JPEG of 24 million pixels', { ...sized(6000, 4000), isProgressive: true }],
    [
      'a progressive JPEG in CMYK of 9 million pixels',
      { ...sized(3000, 3000), isProgressive: true, channels: 4, chromaSubsampling: '4:4:4:4' },
    ],
    [
      'an interlaced PNG of 16 bits',
      { format: 'png', ...sized(6324, 6324), isProgressive: true, channels: 4, sampleBytes: 2 },
    ],
    [
      'a wide PNG of 16 bits',
      { format: 'png', ...sized(16_384, 3000), channels: 4, sampleBytes: 2 },
    ],
    [
      'a WebP with alpha of 48 million pixels',
      { format: 'webp', ...sized(8000, 6000), channels: 4, hasAlpha: true },
    ],
  ])('is not taken that takes too much memory to open: %s', (_what, change) => {
    expect(whyNot(measures(change), 'lossy')).toContain('memory');
  });

  it('may have a side so long and not one pixel longer', () => {
    expect(whyNot(measures(sized(PHOTO_SIDE_MAX, 1)), 'lossy')).toBeUndefined();
    expect(whyNot(measures(sized(PHOTO_SIDE_MAX + 1, 1)), 'lossy')).toContain('16384');
    expect(whyNot(measures(sized(1, PHOTO_SIDE_MAX)), 'lossy')).toBeUndefined();
    expect(whyNot(measures(sized(1, PHOTO_SIDE_MAX + 1)), 'lossy')).toContain('16384');
  });

  it('may have so many pixels and not one row more', () => {
    const width = 10_000;
    expect(whyNot(measures(sized(width, PHOTO_PIXELS_MAX / width)), 'lossy')).toBeUndefined();
    expect(whyNot(measures(sized(width, PHOTO_PIXELS_MAX / width + 1)), 'lossy')).toContain(
      '50 million',
    );
  });

  it('may take so much memory to open and not one row more', () => {
    // Four bytes a pixel, and nothing else.
    const width = 4000;
    const rows = PHOTO_DECODING_BYTES_MAX / 4 / width;
    const webp = (height: number) => measures({ format: 'webp', ...sized(width, height) });
    expect(decodingBytes(webp(rows), 'lossless')).toBe(PHOTO_DECODING_BYTES_MAX);
    expect(whyNot(webp(rows), 'lossless')).toBeUndefined();
    expect(whyNot(webp(rows + 1), 'lossless')).toContain('memory');
  });

  it.each([
    ['a PNG, by 1600 of its rows', png(sized(8000, 6000)), 1600 * 8000 * 3],
    ['a PNG of fewer rows, by all of them', png(sized(8000, 1000)), 1000 * 8000 * 3],
    ['a JPEG under 8192 pixels, whole', measures(sized(8191, 1000)), 1000 * 8191 * 3],
    ['a JPEG of 8192 pixels, by half', measures(sized(8192, 1000)), 500 * 4096 * 3],
    ['a JPEG under 16,384 pixels, by half', measures(sized(16_382, 1000)), 500 * 8191 * 3],
    ['a JPEG of 16,384 pixels, by a quarter', measures(sized(16_384, 1000)), 250 * 4096 * 3],
    ['a WebP with alpha', measures({ format: 'webp', hasAlpha: true }), 4000 * 3000 * 2],
    ['a WebP without', measures({ format: 'webp' }), 0],
  ])('takes so much memory: %s', (_what, of, bytes) => {
    expect(decodingBytes(of, 'lossy')).toBe(bytes);
  });

  it('may take 56 million bytes', () => {
    expect(PHOTO_DECODING_BYTES_MAX).toBe(56_000_000);
  });

  it('takes more memory the more of it is held at once', () => {
    const bytes = (change: Partial<PhotoMeasures>): number =>
      decodingBytes(measures(change), 'lossy');
    expect(bytes({ isProgressive: true, chromaSubsampling: '4:4:4' })).toBeGreaterThan(
      bytes({ isProgressive: true }),
    );
    expect(bytes({ isProgressive: true })).toBeGreaterThan(bytes({}));
    expect(bytes({ format: 'png', sampleBytes: 2 })).toBe(bytes({ format: 'png' }) * 2);
    // A JPEG that is made smaller while it is decoded has shorter rows.
    expect(bytes(sized(8192, 3000))).toBeLessThan(bytes(sized(8190, 3000)));
  });
});

describe('a file', () => {
  const file = (start: string): Uint8Array => Buffer.from(`${start}${'\0'.repeat(16)}`, 'latin1');

  it.each([
    ['jpeg', '\u00ff\u00d8\u00ff\u00e0'],
    ['png', '\u0089PNG\r\n\u001a\n'],
    ['webp', 'RIFF\0\0\0\0WEBP'],
  ])('is a %s by its first bytes', (taken, start) => {
    expect(formatOf(file(start))).toEqual({ taken });
  });

  it.each([
    ['HEIC', '\0\0\0\u0018ftypheic'],
    ['HEIC', '\0\0\0\u0018ftypmif1'],
    ['AVIF', '\0\0\0\u0018ftypavif'],
    ['GIF', 'GIF89a'],
    ['BMP', 'BM'],
    ['TIFF', 'II*\0'],
    ['TIFF', 'MM\0*'],
    ['JPEG XL', '\u00ff\u000a'],
    ['JPEG XL', '\0\0\0\u000cJXL '],
  ])('of another kind is named: %s', (name, start) => {
    expect(formatOf(file(start))).toEqual({
      why: `A photo cannot be a ${name} file; send it as JPEG, PNG or WebP.`,
    });
  });

  it.each(['', 'RIFF', 'RIFF\0\0\0\0WAVE', '\0\0\0\u0018ftypmp42', '<svg xmlns="x"/>'])(
    'that is no picture is not named: "%s"',
    (start) => {
      expect(formatOf(Buffer.from(start, 'latin1'))).toEqual({
        why: 'A photo is a JPEG, PNG or WebP file.',
      });
    },
  );

  it('of WebP is lossless where it is, where it can be, and where it is cut off', () => {
    const chunk = (name: string, length: number): Buffer => {
      const head = Buffer.alloc(8 + length + (length % 2));
      head.write(name);
      head.writeUInt32LE(length, 4);
      return head;
    };
    const webp = (...chunks: Buffer[]): Buffer =>
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), ...chunks]);
    expect(webpKindOf(webp(chunk('VP8 ', 10)))).toBe('lossy');
    expect(webpKindOf(webp(chunk('VP8X', 10), chunk('ICCP', 7), chunk('VP8 ', 10)))).toBe('lossy');
    expect(webpKindOf(webp(chunk('VP8X', 10), chunk('ICCP', 7), chunk('VP8L', 10)))).toBe(
      'lossless',
    );
    expect(webpKindOf(webp(chunk('VP8 ', 0)))).toBe('lossy');
    for (const name of ['VP8L', 'ANIM', 'ANMF'])
      expect(webpKindOf(webp(chunk(name, 6), chunk('VP8 ', 10)))).toBe('lossless');
    expect(webpKindOf(flatWebp(10, 10))).toBe('lossless');
    expect(webpKindOf(movingWebp(10, 10))).toBe('lossless');
    expect(webpKindOf(webp(chunk('VP8X', 10), Buffer.from('VP8')))).toBe('lossless');
    // A length that leads past the end ends the search.
    const long = chunk('VP8X', 10);
    long.writeUInt32LE(0xffffffff, 4);
    expect(webpKindOf(webp(long, chunk('VP8 ', 10)))).toBe('lossless');
  });
});
