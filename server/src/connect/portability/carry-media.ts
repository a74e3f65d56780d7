import { arrayBuffer } from 'node:stream/consumers';
import type { Deps } from '../../deps.ts';

/** A file as it is carried: its name, and its bytes in base64. */
export interface CarriedFile {
  readonly id: string;
  readonly data: string;
}

/** A file of a row for the export; undefined where it is gone already. */
export const packFile = async (
  deps: Pick<Deps, 'media'>,
  id: string,
): Promise<CarriedFile | undefined> => {
  const file = await deps.media.get(id);
  if (file === undefined) return undefined;
  return { id, data: Buffer.from(await arrayBuffer(file.body)).toString('base64') };
};

/** Keeps a carried file. It comes before its row: one without a row is found by nobody. */
export const unpackFile = (deps: Pick<Deps, 'media'>, { id, data }: CarriedFile): Promise<void> =>
  deps.media.put(id, Buffer.from(data, 'base64'));
