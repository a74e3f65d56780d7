/** What a photo is found to be before it is decoded; times and sizes are as its header claims. */
export interface PhotoMeasures {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** Samples of one pixel: 1 to 4. */
  readonly channels: number;
  /** Bytes of one sample as it is decoded. */
  readonly sampleBytes: number;
  /** A progressive JPEG or an interlaced PNG: nothing can be shown before all was read. */
  readonly isProgressive: boolean;
  /** `4:2:0`, `4:4:4:4` and the like, of a JPEG. */
  readonly chromaSubsampling: string | null;
  readonly hasAlpha: boolean;
}

/** Length of a side of a photo as it comes: what any telephone's panorama has, and no single row is a picture. */
export const PHOTO_SIDE_MAX = 16_384;
/** Pixels of a photo as it comes: the 48 million of telephones, and a little more. */
export const PHOTO_PIXELS_MAX = 50_000_000;
/** What a decoder may hold of a photo at once, by `decodingBytes`. */
export const PHOTO_DECODING_BYTES_MAX = 56_000_000;
/** Length of the longer side of a photo as it is kept, in pixels. */
export const KEPT_SIDE_MAX = 2048;

/**
 * Rows that libvips holds on the way from a decoder to a smaller picture. Measured between 1,100
 * and 1,750 of narrow ones and 1,480 to 1,600 of those wide enough to matter.
 */
const ROWS_HELD = 1600;
/** A JPEG is kept as coefficients of 16 bits until its last scan. */
const COEFFICIENT_BYTES = 2;
/** A lossless WebP is decoded into whole pixels of 32 bits. */
const LOSSLESS_WEBP_BYTES = 4;
/** Of a lossy one only the alpha is whole, as it is decoded and as it is made smaller. */
const WEBP_ALPHA_BYTES = 2;

/** How the content of a WebP file is kept. */
export type WebpKind = 'lossy' | 'lossless';

/** Brands of ISO base media files (https://mp4ra.org/registered-types/brands). */
const BRANDS: Readonly<Record<string, string>> = {
  avif: 'AVIF',
  avis: 'AVIF',
  heic: 'HEIC',
  heix: 'HEIC',
  hevc: 'HEIC',
  hevx: 'HEIC',
  heim: 'HEIC',
  heis: 'HEIC',
  mif1: 'HEIC',
  msf1: 'HEIC',
};

/** JPEG, PNG and WebP by their first bytes, whatever a file is called; of anything else, why not. */
export const formatOf = (
  bytes: Uint8Array,
): { readonly taken: 'jpeg' | 'png' | 'webp' } | { readonly why: string } => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { taken: 'jpeg' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { taken: 'png' };
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return { taken: 'webp' };
  const other = knownOther(bytes);
  return {
    why:
      other === undefined
        ? 'A photo is a JPEG, PNG or WebP file.'
        : `A photo cannot be a ${other} file; send it as JPEG, PNG or WebP.`,
  };
};

const CHUNK_HEAD_BYTES = 8;
const FIRST_CHUNK = 12;

/**
 * Whether a WebP file can have a lossless picture in it: one that moves can, whatever its first
 * chunks are (https://developers.google.com/speed/webp/docs/riff_container).
 */
export const webpKindOf = (bytes: Uint8Array): WebpKind => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = FIRST_CHUNK; at + CHUNK_HEAD_BYTES <= bytes.byteLength;) {
    const name = textAt(bytes, at, 4);
    if (name === 'VP8 ') return 'lossy';
    if (name === 'VP8L' || name === 'ANIM' || name === 'ANMF') return 'lossless';
    const length = view.getUint32(at + 4, true);
    at += CHUNK_HEAD_BYTES + length + (length % 2);
  }
  return 'lossless';
};

/**
 * What a decoder holds of a photo at once, in bytes, beside what every photo takes (its file, the
 * kept picture, and the encoder, 60 MB together at most): the whole of it where the format asks
 * for that, and the rows that wait to be made smaller. Turning it costs nothing here, as it is
 * turned when it is small.
 *
 * Measured with sharp 0.35.5 and libvips 8.18.7, one thread, pictures of noise: the most that
 * a fresh process grew while it decoded, and this estimate of it without the 10 to 15 MB of what
 * is kept.
 *
 * | photo                                   | grew MB | estimate MB |
 * | --------------------------------------- | ------: | ----------: |
 * | JPEG 8064 × 6048, any orientation       |      28 |          39 |
 * | JPEG 12,000 × 3,000                     |      16 |          27 |
 * | JPEG 4000 × 3000 progressive 4:2:0      |      64 |          55 |
 * | JPEG 6000 × 4000 progressive 4:2:0      |     109 |         101 |
 * | JPEG 6300 × 6300 progressive CMYK       |     350 |         358 |
 * | PNG 8000 × 6000 RGB, RGBA               |  48, 61 |      38, 51 |
 * | PNG 8000 × 6000 RGBA of 16 bits         |     112 |         102 |
 * | PNG 4000 × 3000 RGB interlaced          |      57 |          55 |
 * | PNG 6324 × 6324 RGBA of 16 bits, interlaced | 375 |         401 |
 * | WebP 8000 × 6000 lossy, with alpha      |  36, 70 |       0, 96 |
 * | WebP 4000 × 3000 lossless               |      63 |          48 |
 * | WebP 8000 × 6000 lossless               |     207 |         192 |
 */
export const decodingBytes = (of: PhotoMeasures, webp: WebpKind): number =>
  wholeBytes(of, webp) + rowsBytes(of);

/** Why a photo is not taken, by what its header claims; undefined where it is. */
export const whyNot = (of: PhotoMeasures, webp: WebpKind): string | undefined => {
  const { width, height } = of;
  const has = `The photo has ${width} × ${height} pixels`;
  if (Math.max(width, height) > PHOTO_SIDE_MAX)
    return `${has}; a side of ${PHOTO_SIDE_MAX} is the most.`;
  if (width * height > PHOTO_PIXELS_MAX)
    return `${has}; ${PHOTO_PIXELS_MAX / 1_000_000} million are the most.`;
  if (decodingBytes(of, webp) > PHOTO_DECODING_BYTES_MAX)
    return `${has}, kept in a way that takes too much memory to open; save it smaller, or as a JPEG that is not progressive.`;
  return undefined;
};

function startsWith(bytes: Uint8Array, start: readonly number[], from = 0): boolean {
  return start.every((byte, index) => bytes[from + index] === byte);
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

/** What is often sent as a photo and is not taken, by its first bytes. */
function knownOther(bytes: Uint8Array): string | undefined {
  if (textAt(bytes, 4, 4) === 'ftyp') return BRANDS[textAt(bytes, 8, 4)];
  if (textAt(bytes, 0, 4) === 'GIF8') return 'GIF';
  if (textAt(bytes, 0, 2) === 'BM') return 'BMP';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]))
    return 'TIFF';
  return startsWith(bytes, [0xff, 0x0a]) || textAt(bytes, 4, 4) === 'JXL ' ? 'JPEG XL' : undefined;
}

function wholeBytes(of: PhotoMeasures, webp: WebpKind): number {
  const pixels = of.width * of.height;
  if (of.format === 'webp') {
    if (webp === 'lossless') return pixels * LOSSLESS_WEBP_BYTES;
    return of.hasAlpha ? pixels * WEBP_ALPHA_BYTES : 0;
  }
  if (!of.isProgressive) return 0;
  const perPixel =
    of.format === 'jpeg' ? samplesOf(of) * COEFFICIENT_BYTES : of.channels * of.sampleBytes;
  return pixels * perPixel;
}

function rowsBytes(of: PhotoMeasures): number {
  // WebP is made smaller as it is decoded.
  if (of.format === 'webp') return 0;
  const by = of.format === 'jpeg' ? shrinkOnLoad(of) : 1;
  const rows = Math.min(of.height / by, ROWS_HELD);
  return rows * (of.width / by) * of.channels * of.sampleBytes;
}

/** Samples of a pixel where colours are kept at a lower resolution than light. */
function samplesOf({ channels, chromaSubsampling }: PhotoMeasures): number {
  return channels >= 3 && chromaSubsampling?.startsWith('4:2:0') ? channels - 1.5 : channels;
}

/** By how much libjpeg makes a picture smaller while it decodes, at least: 1, 2 or 4. */
function shrinkOnLoad({ width, height }: PhotoMeasures): number {
  const shrink = Math.max(width, height) / KEPT_SIDE_MAX;
  if (shrink >= 8) return 4;
  return shrink >= 4 ? 2 : 1;
}
