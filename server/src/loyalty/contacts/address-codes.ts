import type { Tx } from '../../platform/store/store.ts';
import { first } from '../../platform/store/store.ts';
import { deleteCodeOf, selectCode, upsertCode } from './queries.ts';
import type { Person } from './forget-contacts.ts';

/** The code sent to somebody's address last. */
export interface AddressCode {
  readonly digest: string;
  readonly expiresAt: number;
  readonly attempts: number;
  readonly sent: number;
  readonly windowAt: number;
}

/** Reads the code of somebody whose row is locked. */
export const readCode = (tx: Tx, person: Person): Promise<AddressCode | undefined> =>
  first(tx, selectCode, { ...person });

export const keepCode = (tx: Tx, person: Person, code: AddressCode): Promise<unknown> =>
  tx.run(upsertCode, { ...person, ...code });

/** A code is good once. */
export const dropCode = (tx: Tx, person: Person): Promise<unknown> =>
  tx.run(deleteCodeOf, { ...person });
