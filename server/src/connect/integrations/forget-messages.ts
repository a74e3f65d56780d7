import type { Deps } from '../../deps.ts';
import { isErased } from '../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { foldNames, namesIn, namesPerson, type PersonNames } from './names-person-rules.ts';
import {
  emptyMessage,
  forgetCustomer,
  forgetMessages,
  selectKeptMessages,
} from './inbox-queries.ts';
import type { InboxRow } from './tables.ts';

const PAGE = 100;
/** Messages read for one person: what failed before them is emptied unread, as nobody will try it again. */
export const MESSAGES_READ_MAX = 2000;
/** How long it can be seen what came, and what became of it. */
const KEPT_MS = 30 * DAY_MS;
// Behind every id.
const NEWEST = '~';

/**
 * Takes somebody out of what came: what could not be processed and names them is emptied, and messages about
 * them are about nobody.
 */
export const forgetInMessages = async (
  tx: Tx,
  shopId: string,
  names: PersonNames,
): Promise<void> => {
  const folded = foldNames(names);
  for (const subject of names.externalIds) await tx.run(forgetCustomer, { shopId, subject });
  await emptyWhere(tx, shopId, (message) => namesPerson(message, folded));
};

/** Whether a message names somebody who was erased: nothing of it is kept. */
export const namesErased = async (deps: Deps, tx: Tx, message: InboxRow): Promise<boolean> => {
  const { shopId } = message;
  const { externalIds, emails } = namesIn(message);
  for (const value of externalIds)
    if (await isErased(deps, tx, { shopId, kind: 'id', value })) return true;
  for (const value of emails)
    if (await isErased(deps, tx, { shopId, kind: 'email', value })) return true;
  return false;
};

/** Empties everything that is kept of a shop's messages. */
export const forgetKeptMessages = (deps: Deps, shopId: string): Promise<void> =>
  deps.store.writeAlone((tx) => emptyWhere(tx, shopId, () => true));

/** Forgets what was settled long ago. */
export const sweepMessages = (deps: Deps): Promise<unknown> =>
  deps.store.writeAlone((tx) => tx.run(forgetMessages, { before: deps.clock.now() - KEPT_MS }));

async function emptyWhere(
  tx: Tx,
  shopId: string,
  names: (message: { topic: string; body: string }) => boolean,
): Promise<void> {
  let before = NEWEST;
  for (let read = 0; ; read += PAGE) {
    const page = await tx.run(selectKeptMessages, { shopId, before, limit: PAGE });
    for (const message of page)
      if (read >= MESSAGES_READ_MAX || names(message))
        await tx.run(emptyMessage, { shopId, id: message.id });
    before = page.at(-1)?.id ?? before;
    if (page.length < PAGE) return;
  }
}
