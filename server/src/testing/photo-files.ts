import { crc32, createDeflate, deflateSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

/*
 * Pictures as somebody makes them who means harm: a few hundred kilobytes that claim to be
 * tens of millions of pixels. Each is a whole and valid file, all of one colour.
 */

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = { grey: 1, rgb: 3, rgba: 4 } as const;
const COLOUR_TYPES = { grey: 0, rgb: 2, rgba: 6 } as const;
/** First column and row, and the steps, of the seven passes of Adam7 (https://www.w3.org/TR/png-3/#8Interlace). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export interface PngShape {
  readonly width: number;
  readonly height: number;
  readonly colour?: keyof typeof CHANNELS;
  readonly bits?: 8 | 16;
  readonly interlaced?: boolean;
}

/** A chunk of a PNG. */
const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A PNG that says how large it is, and has nothing in it (https://www.w3.org/TR/png-3/). */
export const claimedPng = (shape: PngShape): Buffer => pngOf(shape, deflateSync(Buffer.alloc(64)));

/** A PNG, black or clear, with all the rows it claims. */
export const blackPng = async (shape: PngShape): Promise<Buffer> => {
  const packed = Readable.from(zeros(rawBytesOf(shape))).pipe(createDeflate({ level: 1 }));
  return pngOf(shape, await buffer(packed));
};

/** A small PNG with many texts of eight million letters each, packed a thousand times smaller. */
export const wordyPng = (texts: number): Buffer => {
  const packed = deflateSync(Buffer.alloc(7_900_000, 'A'));
  const words = Array.from({ length: texts }, (_, index) =>
    pngChunk('zTXt', Buffer.concat([Buffer.from(`k${index}\0\0`), packed])),
  );
  const shape = { width: 10, height: 10 };
  return pngOf(shape, deflateSync(Buffer.alloc(rawBytesOf(shape))), words);
};

export interface JpegShape {
  readonly width: number;
  readonly height: number;
  /** 3 for colours as usual, 4 for CMYK. */
  readonly components?: 3 | 4;
  /** `scans` keeps one colour after the other, which is held as a whole although it is not progressive. */
  readonly kind?: 'baseline' | 'progressive' | 'scans';
  /** Samples of every colour in a field, across and down, as two hexadecimal digits. */
  readonly sampling?: number;
  /** Where the top of the picture is, 1 to 8 (Exif 2.32, 4.6.4 A). */
  readonly orientation?: number;
}

/** A grey JPEG of which every block is one to two bits (ITU-T T.81). */
export const greyJpeg = (shape: JpegShape): Buffer => {
  const { width, height, components = 3, kind = 'baseline', sampling = 0x11, orientation } = shape;
  const sides = [height, width].flatMap((side) => [side >> 8, side & 0xff]);
  const ids = Array.from({ length: components }, (_, index) => index + 1);
  const frame = [8, ...sides, components, ...ids.flatMap((id) => [id, sampling, 0])];
  const isProgressive = kind === 'progressive';
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // A progressive picture may end after its first scan, which has no more than the mean of each block.
  const scan = (of: readonly number[]): Buffer[] => [
    segment(0xda, [of.length, ...of.flatMap((id) => [id, 0]), 0, isProgressive ? 0 : 63, 0]),
    Buffer.alloc(Math.ceil((blocks * of.length * (isProgressive ? 1 : 2)) / 8)),
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(orientation === undefined ? [] : [orientedBy(orientation)]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(isProgressive ? 0xc2 : 0xc0, frame),
    segment(0xc4, huffman(0x00)),
    segment(0xc4, huffman(0x10)),
    ...(kind === 'scans' ? ids.flatMap((id) => scan([id])) : scan(ids)),
    Buffer.from([0xff, 0xd9]),
  ]);
};

/** A lossless WebP of one colour in a few bytes. */
export const flatWebp = (width: number, height: number): Buffer => riff([vp8l(width, height)]);

/** The same as the only two pictures of one that moves. */
export const movingWebp = (width: number, height: number): Buffer => {
  const sides = [...uint24(width - 1), ...uint24(height - 1)];
  const place = [...uint24(0), ...uint24(0), ...sides, ...uint24(100), 0];
  const frame = riffChunk('ANMF', Buffer.concat([Buffer.from(place), vp8l(width, height)]));
  return riff([
    riffChunk('VP8X', Buffer.from([0x12, 0, 0, 0, ...sides])),
    riffChunk('ANIM', Buffer.alloc(6)),
    frame,
    frame,
  ]);
};

function pngOf(shape: PngShape, data: Uint8Array, before: readonly Uint8Array[] = []): Buffer {
  return Buffer.concat([
    PNG_START,
    headOf(shape),
    ...before,
    pngChunk('IDAT', data),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

function* zeros(length: number): Generator<Buffer> {
  const piece = Buffer.alloc(1_048_576);
  for (let left = length; left > 0; left -= piece.length)
    yield left < piece.length ? piece.subarray(0, left) : piece;
}

function rawBytesOf({ width, height, colour = 'rgb', bits = 8, interlaced }: PngShape): number {
  const sized = (columns: number, rows: number): number =>
    columns > 0 && rows > 0 ? rows * (1 + (columns * CHANNELS[colour] * bits) / 8) : 0;
  if (!interlaced) return sized(width, height);
  return PASSES.reduce(
    (sum, [x, y, across, down]) =>
      sum + sized(Math.ceil((width - x) / across), Math.ceil((height - y) / down)),
    0,
  );
}

function segment(marker: number, data: readonly number[]): Buffer {
  const length = data.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...data]);
}

function orientedBy(orientation: number): Buffer {
  return segment(0xe1, [
    ...Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\u0001'),
    // One entry: the orientation, a short, once.
    0x01,
    0x12,
    ...Buffer.from([0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);
}

/** One symbol, whose code is a single bit of zero. */
function huffman(kind: number): readonly number[] {
  return [kind, 1, ...Array.from({ length: 15 }, () => 0), 0];
}

function riff(chunks: readonly Uint8Array[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

/** A lossless picture of one colour (https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification). */
function vp8l(width: number, height: number): Buffer {
  const data = Buffer.alloc(16);
  data[0] = 0x2f;
  data.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  // No transform, no cache, no groups; then five codes of one symbol, four bits each.
  data.writeUInt32LE(0b0001_0001_0001_0001_0001_000, 5);
  return riffChunk('VP8L', data);
}

function uint24(value: number): readonly number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff];
}

function riffChunk(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
}

function headOf({ width, height, colour = 'rgb', bits = 8, interlaced = false }: PngShape) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, COLOUR_TYPES[colour], 0, 0, interlaced ? 1 : 0], 8);
  return pngChunk('IHDR', head);
}
