import type { ContactKind } from '@okaeri/shared/contacts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  deleteCodeOf,
  deleteContactsOf,
  deleteRefusal,
  deleteRefusalsOf,
  insertRefusal,
  moveContactsOf,
  moveRefusalsOf,
  selectRefusals,
} from './queries.ts';

/** One shopper of one shop. */
export interface Person {
  readonly shopId: string;
  readonly shopperId: string;
}

/** Whether somebody wants no e-mail of the purpose a kind of touch has. */
export const refusesMail = async (
  { touches }: Pick<Deps, 'touches'>,
  tx: Tx,
  { person, kind }: { person: Person; kind: ContactKind },
): Promise<boolean> => {
  const { purpose } = touches[kind];
  const refused = await tx.run(selectRefusals, { ...person });
  return refused.some((refusal) => touches[refusal.kind].purpose === purpose);
};

/**
 * Somebody wants no more e-mail about something, or wants it again. Saying so twice changes nothing. Anyone who was
 * merged since is who they became; of somebody who was erased nothing is written down, as they are sent nothing.
 */
export const setRefusal = (
  deps: Deps,
  asked: Person,
  input: { kind: ContactKind; refuses: boolean },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const { kind, refuses } = input;
    const row = await lockMerged(tx, await first(tx, lockShopper, { ...asked }));
    if (row === undefined || row.erasedAt !== null) return;
    const person = { shopId: row.shopId, shopperId: row.id };
    await (refuses
      ? tx.run(insertRefusal, { ...person, kind, at: deps.clock.now() })
      : tx.run(deleteRefusal, { ...person, kind }));
  });

/** Forgets when an erased person was spoken to. */
export const forgetContacts = async (tx: Tx, person: Person): Promise<void> => {
  await tx.run(deleteContactsOf, { ...person });
  await tx.run(deleteRefusalsOf, { ...person });
  await tx.run(deleteCodeOf, { ...person });
};

/** Who is merged into another was spoken to as that other, and what they refuse stays refused. */
export const moveContacts = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> => {
  await tx.run(moveContactsOf, { ...ids });
  await tx.run(moveRefusalsOf, { ...ids });
  await forgetContacts(tx, { shopId: ids.shopId, shopperId: ids.from });
};
