import type { Tx } from '../../platform/store/store.ts';
import { deleteCodeOf, deleteContactsOf, deleteRefusalsOf } from './queries.ts';
import { deleteTouchesOf, moveTouchesOf } from './touch-queries.ts';

/** One shopper of one shop. */
export interface Person {
  readonly shopId: string;
  readonly shopperId: string;
}

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
