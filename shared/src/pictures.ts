/** A picture of the shop's own, for what its programme has to give. */
export interface Picture {
  readonly id: string;
  /** Where it is, behind the server's address. What is there never changes. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** The programme in force names it, or the draft does: it cannot be removed. */
  readonly inUse: boolean;
  readonly createdAt: string;
}

/** Where a picture is served, behind the server's address: its name is random, and never anything else's. */
export const picturePath = (id: string): string => `/media/pictures/${id}.webp`;

/** Where the picture of something is, behind the server's address; not there where it has none. */
interface Pictured {
  readonly picturePath?: string;
}

/** Something of a programme as shoppers see it: with the path of its picture in the place of the id. */
export type WithPicture<Thing> = Thing extends unknown ? Omit<Thing, 'picture'> & Pictured : never;

/** The lists of a programme whose entries can have a picture. */
const PICTURED_LISTS = ['rewards', 'tiers', 'badges', 'challenges', 'streaks'] as const;
type PicturedList = (typeof PICTURED_LISTS)[number];

interface MayHavePicture {
  readonly id: string;
  readonly picture?: string | undefined;
}

/** Where a programme names a picture, and which. */
export interface NamedPicture {
  readonly list: PicturedList;
  /** Its entry's place in the list. */
  readonly index: number;
  readonly picture: string;
}

/** Every place of a programme that names a picture. */
export const picturesNamed = (
  program: Readonly<Record<PicturedList, readonly MayHavePicture[]>>,
): NamedPicture[] =>
  PICTURED_LISTS.flatMap((list) =>
    program[list].flatMap(({ picture }, index) =>
      picture === undefined ? [] : [{ list, index, picture }],
    ),
  );
