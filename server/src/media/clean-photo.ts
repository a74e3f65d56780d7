import pLimit from 'p-limit';
import sharp, { type Metadata } from 'sharp';
import type { Refusal } from '@okaeri/shared/errors';

/*
 * What shoppers upload, made safe to show (OWASP File Upload Cheat Sheet; reference 5.1):
 * told by its first bytes and not by its name, measured before it is decoded, turned
 * upright, always encoded anew, and never larger than a page needs.
 */

/** Pixels of a photo as it comes: four times what telephones take, and bounded memory. */
export const PHOTO_PIXELS_MAX = 40_000_000;
/** Length of the longer side as it is kept. */
const SIDE_MAX = 2048;
const QUALITY = 82;
const TIMEOUT_SECONDS = 10;
/** Photos decoded at once: one may take 160 MB. */
const AT_ONCE = 1;
/** Photos that wait for their turn before the next is asked to come later. */
const WAITING_MAX = 20;

/** A photo as it is kept. */
export interface CleanPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 64 bits of what it looks like, in hexadecimal digits. */
  readonly likeness: string;
}

export type Cleaned = { readonly ok: CleanPhoto } | { readonly refused: Refusal };

const unusable = (detail: string): { refused: Refusal } => ({
  refused: { code: 'photoNotUsable', detail },
});

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, index) => bytes[from + index] === byte);

/** JPEG, PNG and WebP by their first bytes; everything else is none of them, whatever it is called. */
const isPhoto = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xd8, 0xff]) ||
  startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ||
  (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8));

const OPTIONS = {
  limitInputPixels: PHOTO_PIXELS_MAX,
  failOn: 'error',
  // Of what moves, the first picture.
  animated: false,
  sequentialRead: true,
} as const;

const HASH_COLUMNS = 9;
const HASH_ROWS = 8;

/**
 * A difference hash: whether each of 8 × 8 fields is brighter than its neighbour. The same
 * photo in another size or quality has the same (https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html).
 */
const likenessOf = async (bytes: Uint8Array): Promise<string> => {
  const grey = await sharp(bytes)
    .greyscale()
    .resize(HASH_COLUMNS, HASH_ROWS, { fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = 0n;
  for (let row = 0; row < HASH_ROWS; row += 1)
    for (let column = 0; column + 1 < HASH_COLUMNS; column += 1) {
      const place = row * HASH_COLUMNS + column;
      bits = (bits << 1n) | ((grey[place] ?? 0) > (grey[place + 1] ?? 0) ? 1n : 0n);
    }
  return bits.toString(16).padStart((HASH_ROWS * (HASH_COLUMNS - 1)) / 4, '0');
};

const measure = async (bytes: Uint8Array): Promise<Metadata | undefined> => {
  try {
    return await sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
};

const encode = async (bytes: Uint8Array): Promise<Cleaned> => {
  try {
    const { data, info } = await sharp(bytes, OPTIONS)
      .autoOrient()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: QUALITY })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { ok: { bytes: data, width, height, likeness: await likenessOf(data) } };
  } catch {
    return unusable('The photo is damaged, or is not what it says it is.');
  }
};

const turn = pLimit(AT_ONCE);

/**
 * Cleans a photo, or says why it cannot be used. Nothing of the file itself is kept: no
 * name, no metadata, no bytes behind its end.
 */
export const cleanPhoto = async (bytes: Uint8Array): Promise<Cleaned> => {
  if (!isPhoto(bytes)) return unusable('A photo is a JPEG, PNG or WebP file.');
  if (turn.pendingCount >= WAITING_MAX)
    return { refused: { code: 'busy', detail: 'Many photos wait; try again shortly.' } };
  return turn(async () => {
    const seen = await measure(bytes);
    if (seen === undefined) return unusable('The photo cannot be read.');
    if (seen.width * seen.height > PHOTO_PIXELS_MAX) {
      const most = `${PHOTO_PIXELS_MAX / 1_000_000} million pixels`;
      return unusable(`The photo has ${seen.width} × ${seen.height} pixels; ${most} are the most.`);
    }
    return encode(bytes);
  });
};
