import { unzipSync } from 'fflate';
import { LIMITS } from '@okaeri/shared/limits';

/** What is wrong with a workbook, as a whole. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
}

// The first bytes of a ZIP archive (APPNOTE 4.3.7), and of a file of Excel's before 2007.
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a file is an archive, as `.xlsx` and `.ods` are. */
export const isArchive = (bytes: Uint8Array): boolean => begins(bytes, ZIP);

/** Whether a file is of Excel's before 2007. */
export const isOldWorkbook = (bytes: Uint8Array): boolean => begins(bytes, OLE);

/**
 * The named parts of an archive. Their sizes are added up before anything is unpacked, and a part whose
 * size is not the one it was said to have is cut there.
 *
 * @throws WorkbookError when they are too large together, or the archive is broken
 */
export const partsOfArchive = (
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Uint8Array> => {
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!names.has(name)) return false;
    size += originalSize;
    if (size > LIMITS.importUnpackedBytesMax)
      throw new WorkbookError('Its sheet is too large; save it as CSV, or split it.');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError('The file is a broken archive; save it again, or as CSV.', {
      cause: error,
    });
  }
};

function begins(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}
