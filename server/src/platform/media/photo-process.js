/*
 * The process in which photos are decoded, so that none can take the server's memory with it.
 *
 * It is JavaScript and imports nothing of ours: stripping types would cost it 17 MB, a quarter
 * of what it weighs. `checkJs` holds its types. See docs/decisions/030.
 */
import { readSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** @import { CleanPhoto, PhotoAnswer, PhotoShape, PhotoTask } from './photo-messages.ts' */
/** @import { PhotoMeasures } from './photo-rules.ts' */

const STDIN = 0;
/** How often the memory is looked at while a photo is worked on: pages come by 2 GB a second at most. */
const LOOK_EVERY_MS = 5;
/** What may be left of a photo; whoever cannot give more back is replaced by a fresh process. */
const LEFT_BYTES_MAX = 25_000_000;
/**
 * Of the encoder, 0 to 6. From 3 on it keeps every token of the picture: up to 50 MB more for a
 * file that is a fiftieth smaller.
 */
const EFFORT = 2;
const BACKGROUND = '#ffffff';
const HASH_COLUMNS = 9;
const HASH_ROWS = 8;

const OPEN = /** @type {const} */ ({
  // What it may have was decided from its measures.
  limitInputPixels: false,
  failOn: 'error',
  // Of what moves, the first picture.
  animated: false,
  sequentialRead: true,
});

sharp.cache(false);
sharp.concurrency(1);
// Nothing but these three: one that decodes Ultra HDR would hold the picture as a whole.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const growthBytesMax = Number(process.argv[2]);
const freshBytes = process.memoryUsage.rss();
const grownBytes = () => process.memoryUsage.rss() - freshBytes;
// No handler runs and no thread is waited for.
const end = () => process.kill(process.pid, 'SIGKILL');

const NONE = Buffer.alloc(0);
let photo = NONE;

/** Gives back what the photo took. */
const letGo = () => {
  photo = NONE;
  globalThis.gc?.();
};

/**
 * @param {number} length
 * @returns {Buffer<ArrayBuffer>}
 */
const readPhoto = (length) => {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length;) {
    const count = readSync(STDIN, bytes, at, length - at, null);
    if (count === 0) end();
    at += count;
  }
  return bytes;
};

/** @type {Readonly<Record<string, number>>} */
const SAMPLE_BYTES = { uchar: 1, char: 1, ushort: 2, short: 2 };

/** @returns {Promise<PhotoMeasures>} */
const measure = async () => {
  const found = await sharp(photo, OPEN).metadata();
  return {
    format: found.format,
    width: found.width,
    height: found.height,
    channels: found.channels,
    sampleBytes: SAMPLE_BYTES[found.depth] ?? 8,
    isProgressive: found.isProgressive,
    chromaSubsampling: found.chromaSubsampling ?? null,
    hasAlpha: found.hasAlpha,
  };
};

/**
 * A difference hash: whether each of 8 × 8 fields is brighter than its neighbour. The same
 * photo in another size or quality has the same (https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html).
 *
 * @param {Uint8Array} bytes
 */
const likenessOf = async (bytes) => {
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

/**
 * Decodes and makes smaller, and then encodes: what the decoder holds is given back before the
 * encoder takes as much. It is turned upright once it is small.
 *
 * @param {PhotoShape} shape
 * @returns {Promise<CleanPhoto>}
 */
const clean = async ({ sideMax, quality }) => {
  const small = await sharp(photo, OPEN)
    .autoOrient()
    // What is clear in a drawing is white in a photo; alpha would cost the encoder up to 160 MB.
    .flatten({ background: BACKGROUND })
    .resize({ width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  letGo();
  const { width, height, channels } = small.info;
  const bytes = await sharp(small.data, { raw: { width, height, channels } })
    .webp({ quality, effort: EFFORT })
    .toBuffer();
  return { bytes, width, height, likeness: await likenessOf(bytes) };
};

const isSpent = () => {
  letGo();
  return grownBytes() > LEFT_BYTES_MAX;
};

/**
 * @param {PhotoTask} task
 * @returns {Promise<PhotoAnswer>}
 */
const work = async (task) => {
  if (task.kind === 'forget') {
    letGo();
    return { kind: 'ready' };
  }
  try {
    if (task.kind === 'clean') {
      const cleaned = await clean(task);
      return { kind: 'cleaned', photo: cleaned, isSpent: isSpent() };
    }
    photo = readPhoto(task.length);
    return { kind: 'measured', measures: await measure() };
  } catch {
    return { kind: 'unreadable', isSpent: isSpent() };
  }
};

/** @param {PhotoAnswer} answer */
const say = (answer) => process.send?.(answer);

/** @param {PhotoTask} task */
const serve = async (task) => {
  // Other threads decode, so that this one goes on looking.
  const guard = setInterval(() => {
    if (grownBytes() - photo.byteLength > growthBytesMax) end();
  }, LOOK_EVERY_MS);
  const answer = await work(task);
  clearInterval(guard);
  say(answer);
};

process.on('message', (/** @type {PhotoTask} */ task) => void serve(task));
// Whoever is asked to stop the server asks all of its group; this one ends with the server.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', end);
try {
  // Where a machine has no memory left, Linux ends this process first and not the server.
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {
  // It is another system.
}
say({ kind: 'ready' });
