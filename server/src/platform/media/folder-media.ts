import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { webStreamOf } from '../lib/web-stream.ts';
import { isMediaName, mediaUnavailable, requireMediaName, type MediaStore } from './media-store.ts';

// No room, a disk that failed or takes no writes, too many open files: errno(3).
const UNAVAILABLE: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
]);

/** Files in a folder, spread by the first letters of their names. */
export const openFolderMedia = (folder: string): MediaStore => {
  const pathOf = (name: string): string => join(folder, requireMediaName(name).slice(0, 2), name);
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      // Written beside and moved: readers never meet half a file.
      const draft = `${path}.part`;
      try {
        await mkdir(join(folder, name.slice(0, 2)), { recursive: true });
        await writeFile(draft, bytes, { flush: true });
        await rename(draft, path);
      } catch (error) {
        // Half a file takes room that is wanted.
        await rm(draft, { force: true }).catch(() => undefined);
        throw failureOf(error);
      }
    },
    async get(name) {
      if (!isMediaName(name)) return undefined;
      const path = pathOf(name);
      try {
        const { size } = await stat(path);
        const stream = createReadStream(path);
        return { body: webStreamOf(stream), bytes: size };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw failureOf(error);
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
};

function failureOf(error: unknown): unknown {
  return UNAVAILABLE.has(codeOf(error)) ? mediaUnavailable(error) : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
