import type { AccessTables } from '../../access/tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Pictures of shops. */
export const pictureTables = (c: Columns, { shops }: AccessTables) => {
  /** What a shop has uploaded for its programme. The id is the name of the file too. */
  const pictures = c.table(
    'pictures',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      width: c.count('width').notNull(),
      height: c.count('height').notNull(),
      bytes: c.count('bytes').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      // A picture is asked for by its name alone.
      c.index('pictures_by_id').on(t.id),
    ],
  );

  return { pictures };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof pictureTables> {}
}

export type PictureRow = Row<'pictures'>;
