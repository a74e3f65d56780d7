import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Statement } from '../../../platform/store/statement.ts';
import type { Store } from '../../../platform/store/store.ts';

/** Rows page by page, each read behind the last row of the one before: no read lasts long. */
export async function* inPages<Args extends Record<string, unknown>, Row>(
  store: Store,
  statement: Statement<Args, Row>,
  after: (last: Row | undefined, limit: number) => Args,
): AsyncGenerator<Row> {
  let last: Row | undefined;
  for (;;) {
    const asked = after(last, WALK_PAGE);
    const page = await store.read((tx) => tx.run(statement, asked));
    yield* page;
    last = page.at(-1);
    if (page.length < WALK_PAGE) return;
  }
}
