import type { Page } from '@okaeri/shared/ledger';

/**
 * Goes through a list page by page, as far as one goes on asking.
 *
 * @example
 * for await (const shopper of pages((cursor) => okaeri.shoppers.list({ cursor, stage: 'lapsed' })))
 *   console.log(shopper.email)
 */
export async function* pages<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
