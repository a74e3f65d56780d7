import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isMediaName, requireMediaName, type MediaStore } from './media-store.ts';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Files in a folder, spread by the first letters of their names. */
export const openFolderMedia = (folder: string): MediaStore => {
  const pathOf = (name: string): string => join(folder, requireMediaName(name).slice(0, 2), name);
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
