import { picturePath, type Picture, type WithPicture } from '@okaeri/shared/pictures';
import { isoOf } from '../../platform/lib/clock.ts';
import type { PictureRow } from './tables.ts';

/** A picture as merchants see it. */
export const viewPicture = (row: PictureRow, inUse: boolean): Picture => ({
  id: row.id,
  path: picturePath(row.id),
  width: row.width,
  height: row.height,
  bytes: row.bytes,
  inUse,
  createdAt: isoOf(row.createdAt),
});

/** Something of a programme as shoppers see it: with the path of its picture in the place of the id. */
export const withPicturePath = <Thing extends { readonly picture?: string | undefined }>(
  thing: Thing,
): WithPicture<Thing> => {
  const shown =
    thing.picture === undefined
      ? thing
      : // What is undefined is not sent.
        { ...thing, picture: undefined, picturePath: picturePath(thing.picture) };
  // Each kind of a union keeps its own fields, which no type follows through a copy.
  return shown as unknown as WithPicture<Thing>;
};
