import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { emptyMessage, forgetMessages, selectKeptMessages } from './inbox-queries.ts';

const PAGE = 100;
/** How long it can be seen what came, and what became of it. */
const KEPT_MS = 30 * DAY_MS;

const emptyWhere = async (
  deps: Deps,
  shopId: string,
  names: (body: string) => boolean,
): Promise<void> => {
  let after = '';
  for (;;) {
    const asked = { shopId, after, limit: PAGE };
    const page = await deps.store.read((tx) => tx.run(selectKeptMessages, asked));
    for (const { id, body } of page)
      if (names(body)) await deps.store.write((tx) => tx.run(emptyMessage, { shopId, id }));
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return;
  }
};

/** Takes somebody out of what could not be worked off and is kept: whatever names them is emptied. */
export const forgetInMessages = (
  deps: Deps,
  shopId: string,
  names: readonly string[],
): Promise<void> => emptyWhere(deps, shopId, (body) => names.some((name) => body.includes(name)));

/** Empties everything that is kept of a shop's messages. */
export const forgetKeptMessages = (deps: Deps, shopId: string): Promise<void> =>
  emptyWhere(deps, shopId, () => true);

/** Forgets what was settled long ago. */
export const sweepMessages = (deps: Deps): Promise<unknown> =>
  deps.store.write((tx) => tx.run(forgetMessages, { before: deps.clock.now() - KEPT_MS }));
