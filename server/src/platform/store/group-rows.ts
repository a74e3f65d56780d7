/** Rows read at once by code that walks through a whole shop. */
export const WALK_PAGE = 2000;

/** A row of a shopper; without an item it only says that the shopper has one. */
interface ShopperRowOf<Item> {
  readonly shopperId: string;
  readonly id: string;
  readonly item: Item | undefined;
}

/** Reads what comes after a row, in the order of shoppers, `WALK_PAGE` rows at most. */
export type ReadPage<Item> = (after: {
  afterShopper: string;
  afterId: string;
}) => Promise<readonly ShopperRowOf<Item>[]>;

/** What one shopper has. */
export interface Group<Item> {
  readonly shopperId: string;
  readonly items: Item[];
}

/** Rows of all shoppers, one shopper's together, whichever pages they stand on. */
export async function* groupsOf<Item>(
  read: ReadPage<Item>,
  onPage: (rows: number) => Promise<void> = () => Promise.resolve(),
): AsyncGenerator<Group<Item>> {
  let group: Group<Item> | undefined;
  for await (const page of rowsOf(read)) {
    await onPage(page.length);
    for (const { shopperId, item } of page) {
      if (group !== undefined && group.shopperId !== shopperId) {
        yield group;
        group = undefined;
      }
      group ??= { shopperId, items: [] };
      if (item !== undefined) group.items.push(item);
    }
  }
  if (group !== undefined) yield group;
}

async function* rowsOf<Item>(read: ReadPage<Item>): AsyncGenerator<readonly ShopperRowOf<Item>[]> {
  let after = { afterShopper: '', afterId: '' };
  for (;;) {
    const page = await read(after);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return;
    after = { afterShopper: last.shopperId, afterId: last.id };
  }
}
