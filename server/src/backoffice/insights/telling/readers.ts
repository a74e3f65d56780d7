import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import { selectStaff } from '../../../access/team-queries.ts';
import type { Deps } from '../../../deps.ts';
import type { Tx } from '../../../platform/store/store.ts';
import { selectReaders, upsertReader } from './queries.ts';
import type { ReaderRow } from './tables.ts';

/** What is known of somebody who is told; undefined of one who was named by the API alone. */
export const readerOf = async (
  tx: Tx,
  { shopId, userId }: { readonly shopId: string; readonly userId: string },
): Promise<ReaderRow | undefined> =>
  (await tx.run(selectReaders, { shopId })).find((one) => one.userId === userId);

/** Notes in which language somebody is told; who asks for reports anew gets those that are due from now on. */
export const noteReader = async (
  deps: Deps,
  tx: Tx,
  of: {
    readonly shop: ShopRow;
    readonly userId: string;
    readonly language?: 'en' | 'ja';
    readonly isNew: boolean;
  },
): Promise<void> => {
  const { shop, userId, isNew } = of;
  const known = await readerOf(tx, { shopId: shop.id, userId });
  const now = nowOf(deps, shop);
  await tx.run(upsertReader, {
    shopId: shop.id,
    userId,
    language: of.language ?? known?.language ?? 'en',
    reportSince: isNew ? now : (known?.reportSince ?? now),
  });
};

/** Somebody of the team, with where they are written to and in which language; undefined of whoever has left. */
export const findReader = async (
  tx: Tx,
  { shopId, userId }: { readonly shopId: string; readonly userId: string },
): Promise<{ readonly email: string; readonly language: 'en' | 'ja' } | undefined> => {
  const staff = await tx.run(selectStaff, { shopId });
  const found = staff.find((one) => one.userId === userId);
  const language = (await readerOf(tx, { shopId, userId }))?.language ?? 'en';
  return found && { email: found.email, language };
};
