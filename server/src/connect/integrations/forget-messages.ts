import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { foldNames, namesPerson, type PersonNames } from './names-person-rules.ts';
import { emptyMessage, forgetMessages, selectKeptMessages } from './inbox-queries.ts';

const PAGE = 100;
/** How long it can be seen what came, and what became of it. */
const KEPT_MS = 30 * DAY_MS;

const emptyWhere = async (
  tx: Tx,
  shopId: string,
  names: (message: { topic: string; body: string }) => boolean,
): Promise<void> => {
  let after = '';
  for (;;) {
    const page = await tx.run(selectKeptMessages, { shopId, after, limit: PAGE });
    for (const message of page)
      if (names(message)) await tx.run(emptyMessage, { shopId, id: message.id });
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return;
  }
};

/** Takes somebody out of what could not be processed and is kept: whatever names them is emptied. */
export const forgetInMessages = (tx: Tx, shopId: string, names: PersonNames): Promise<void> => {
  const folded = foldNames(names);
  return emptyWhere(tx, shopId, (message) => namesPerson(message, folded));
};

/** Empties everything that is kept of a shop's messages. */
export const forgetKeptMessages = (deps: Deps, shopId: string): Promise<void> =>
  deps.store.write((tx) => emptyWhere(tx, shopId, () => true));

/** Forgets what was settled long ago. */
export const sweepMessages = (deps: Deps): Promise<unknown> =>
  deps.store.write((tx) => tx.run(forgetMessages, { before: deps.clock.now() - KEPT_MS }));
