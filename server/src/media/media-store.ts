import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { randomToken } from '../lib/ids.ts';

/** Where files of shoppers are kept: never below what a web server serves by itself. */
export interface MediaStore {
  /** Keeps a file under a name that was never used before. */
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

/** Whether a name can be one of ours; only such names reach a disk. */
export const isMediaName = (name: string): boolean => NAME.test(name);

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Files in a folder, spread by the first letters of their names. */
export const openFolderMedia = (folder: string): MediaStore => {
  const pathOf = (name: string): string => {
    if (!isMediaName(name)) throw new Error('The name is not one of ours.');
    return join(folder, name.slice(0, 2), name);
  };
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true });
      // Written beside and moved: whoever reads never meets half a file.
      const draft = `${path}.part`;
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, path);
    },
    async get(name) {
      if (!isMediaName(name)) return undefined;
      const path = pathOf(name);
      try {
        const { size } = await stat(path);
        const stream = createReadStream(path);
        return { body: Readable.toWeb(stream) as ReadableStream, bytes: size };
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
};
