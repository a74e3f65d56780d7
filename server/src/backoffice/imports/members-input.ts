import type { BalanceOptions } from '@okaeri/shared/balance-imports';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import type { MembersFile } from './read-members.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A file of members of a shop, as it was sent. */
export interface MembersInput {
  readonly shop: ShopRow;
  /** Gone afterwards. */
  readonly bytes: Uint8Array;
  readonly options: BalanceOptions;
  /** Says that the client is gone. */
  readonly signal?: AbortSignal;
}

/** What of it is read. */
export const membersIn = (deps: Deps, { shop, bytes, options }: MembersInput): MembersFile => ({
  bytes,
  options,
  now: nowOf(deps, shop),
});
