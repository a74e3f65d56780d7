import { randomToken } from '../lib/ids.ts';
import { StoreUnavailableError } from '../store/store.ts';

/** Where files of shoppers and shops are kept: never below what a web server serves by itself. */
export interface MediaStore {
  /**
   * Keeps a file under a name that was never used before.
   *
   * @throws StoreUnavailableError where there is no room, or nobody answers
   */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The file as a stream with its length, or undefined. */
  get(name: string): Promise<{ body: ReadableStream; bytes: number } | undefined>;
  /** Removes a file; one that is not there is removed already. */
  remove(name: string): Promise<void>;
}

/** 128 random bits: a name can neither be guessed nor met twice. */
const NAME_BYTES = 16;
const NAME = /^[\w-]{22}$/;

/** A new name for a file. */
export const newMediaName = (): string => randomToken(NAME_BYTES);

/** Whether a name can be one of ours; only such names reach a disk or a bucket. */
export const isMediaName = (name: string): boolean => NAME.test(name);

/** Stops what would put another name where files are. */
export const requireMediaName = (name: string): string => {
  if (!isMediaName(name)) throw new Error('The name is not one of ours.');
  return name;
};

/** Thrown where files cannot be kept or read now; the answer says to come again. */
export const mediaUnavailable = (cause: unknown): StoreUnavailableError =>
  new StoreUnavailableError('Files cannot be kept or read now.', { cause });
