import { consentInput } from '@okaeri/shared/consents';
import type { ContactKind } from '@okaeri/shared/contacts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { saidAfter, standingOf } from '../consents/consent-rules.ts';
import { readStatements } from '../consents/read-consents.ts';
import { recordStatement } from '../consents/record-statement.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { deleteCodeOf, deleteContactsOf, deleteRefusalsOf } from './queries.ts';
import { deleteTouchesOf, moveTouchesOf } from './touch-queries.ts';

/** One shopper of one shop. */
export interface Person {
  readonly shopId: string;
  readonly shopperId: string;
}

/**
 * Somebody wants no more e-mail about something, or wants it again. Saying so twice changes nothing. Anyone who was
 * merged since is who they became; of somebody who was erased nothing is written down, as they are sent nothing.
 */
export const setRefusal = (
  deps: Deps,
  shop: ShopRow,
  input: { shopperId: string; kind: ContactKind; refuses: boolean },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const { shopperId, kind, refuses } = input;
    const shopper = await lockMerged(
      tx,
      await first(tx, lockShopper, { shopId: shop.id, shopperId }),
    );
    if (shopper === undefined || shopper.erasedAt !== null) return;
    const now = nowOf(deps, shop);
    const about = { purpose: deps.touches[kind].purpose, channel: 'email' } as const;
    const key = { shopId: shop.id, shopperId: shopper.id };
    const before = standingOf(await readStatements(tx, { ...key, ...about }), now);
    if ((before.state === 'withdrawn') === refuses) return;
    const said = consentInput.parse({
      ...about,
      state: refuses ? 'withdrawn' : 'given',
      source: 'email',
    });
    const by = { kind: 'shopper', name: null } as const;
    const at = saidAfter(before, now);
    await recordStatement(deps, tx, { shop, shopper, said, by, at, now, isConfirmed: true });
  });

/** Forgets when an erased person was spoken to. */
export const forgetContacts = async (tx: Tx, person: Person): Promise<void> => {
  await tx.run(deleteTouchesOf, { ...person });
  await tx.run(deleteContactsOf, { ...person });
  await tx.run(deleteRefusalsOf, { ...person });
  await tx.run(deleteCodeOf, { ...person });
};

/** Who is merged into another was spoken to as that other. What they refuse is among their consents. */
export const moveContacts = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> => {
  const { shopId, from, to } = ids;
  await tx.run(moveTouchesOf, { shopId, from, to });
  await forgetContacts(tx, { shopId: ids.shopId, shopperId: ids.from });
};
