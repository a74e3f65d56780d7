import type { IncomingMessage } from 'node:http';
import { ProblemError } from './problem.ts';

/**
 * Reads the body of a connection's request and stops as soon as it is too large: the rest stays on the wire.
 *
 * @param keep whether the bytes are wanted; else they are counted and left out
 * @returns the bytes, or undefined where there are more than `bytesMax`
 */
export const readIncoming = (
  request: IncomingMessage,
  bytesMax: number,
  keep: boolean,
): Promise<Uint8Array | undefined> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    const take = (part: Uint8Array): void => {
      length += part.byteLength;
      if (keep) parts.push(part);
      if (length > bytesMax) finish(() => resolve(undefined));
    };
    const end = (): void => finish(() => resolve(Buffer.concat(parts)));
    const cut = (): void =>
      finish(() => reject(new ProblemError('invalidRequest', 'The body ended before its end.')));
    const finish = (settle: () => void): void => {
      request.pause();
      request.off('data', take).off('end', end).off('error', cut).off('close', cut);
      settle();
    };
    if (request.readableEnded) return end();
    if (request.destroyed) return cut();
    request.on('data', take).once('end', end).once('error', cut).once('close', cut);
    return undefined;
  });
