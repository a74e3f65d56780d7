import { consentInput, type ConsentPurpose } from '@okaeri/shared/consents';
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
export const refuseMail = (
  deps: Deps,
  shop: ShopRow,
  input: { shopperId: string; purposes: readonly ConsentPurpose[]; refuses: boolean },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const { shopperId, purposes, refuses } = input;
    const shopId = shop.id;
    const shopper = await lockMerged(tx, await first(tx, lockShopper, { shopId, shopperId }));
    if (shopper === undefined || shopper.erasedAt !== null) return;
    const now = nowOf(deps, shop);
    for (const purpose of purposes) {
      const about = { purpose, channel: 'email' } as const;
      const of = { shopId, shopperId: shopper.id, ...about };
      const before = standingOf(await readStatements(tx, of), now);
      if ((before.state === 'withdrawn') === refuses) continue;
      const said = consentInput.parse({
        ...about,
        state: refuses ? 'withdrawn' : 'given',
        source: 'email',
      });
      const by = { kind: 'shopper', name: null } as const;
      const at = saidAfter(before, now);
      await recordStatement(deps, tx, { shop, shopper, said, by, at, now, isConfirmed: true });
    }
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
