import { and, desc, eq, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';

type PageArgs = { shopId: string; afterAt: number; afterId: string; limit: number };

/** A page of a shop's pictures, newest first. */
export const selectPictures = rows<PageArgs>()('selectPictures', (db, { pictures }) =>
  db
    .select()
    .from(pictures)
    .where(
      and(
        inShop(pictures),
        sql`(${pictures.createdAt}, ${pictures.id}) < (${arg('afterAt')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(desc(pictures.createdAt), desc(pictures.id))
    .limit(arg('limit')),
);

/** The pictures of a name: shops that were copied from each other share names, and files. */
export const selectPicturesOfName = rows<{ id: string }>()(
  'selectPicturesOfName',
  (db, { pictures }) =>
    db
      .select({ shopId: pictures.shopId })
      .from(pictures)
      .where(eq(pictures.id, textArg('id')))
      .limit(1),
);

/** The ids of so many of a shop’s pictures: one more than it may have is all of them. */
export const selectPictureIds = rows<{ shopId: string; limit: number }>()(
  'selectPictureIds',
  (db, { pictures }) =>
    db.select({ id: pictures.id }).from(pictures).where(inShop(pictures)).limit(arg('limit')),
);

export const insertPicture = change()('insertPicture', (db, { pictures }) =>
  db.insert(pictures).values(everyColumn(pictures)),
);

/** Gives the row when there was one. */
export const deletePicture = rows<{ shopId: string; id: string }>()(
  'deletePicture',
  (db, { pictures }) => db.delete(pictures).where(byKey(pictures)).returning({ id: pictures.id }),
);
