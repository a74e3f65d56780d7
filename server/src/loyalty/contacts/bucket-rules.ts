import { createHash } from 'node:crypto';

const BYTES = 6;
const RANGE = 2 ** (8 * BYTES);

/**
 * Where somebody lies between 0 and 1 in a draw, the same every time: the first six bytes of the SHA-256 of
 * `salt:id`, as a share of what six bytes can be. Samples and holdouts are those below their share, so that raising
 * a share only adds people. The id is the one that survives merging.
 */
export const bucket = (salt: string, id: string): number =>
  createHash('sha256').update(`${salt}:${id}`, 'utf8').digest().readUIntBE(0, BYTES) / RANGE;
