import { Readable } from 'node:stream';

/** Bytes of Node as a stream of the web, to answer with. */
export const webStreamOf = (bytes: Readable): ReadableStream<Uint8Array> =>
  // Node types its own class of these streams; it is the global one.
  Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
