import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import { decryptSecrets, type PlatformSecrets } from './contract/connection-secrets.ts';
import { selectConnection } from './queries.ts';
import type { ConnectionRow } from './tables.ts';

/** A shop's platform with what it is asked with. */
export interface OpenConnection {
  readonly row: ConnectionRow;
  readonly secrets: PlatformSecrets;
}

/** The platform a shop is connected to, or undefined. */
export const findConnection = async (
  deps: Deps,
  shopId: string,
): Promise<OpenConnection | undefined> => {
  const row = await deps.store.read((tx) => first(tx, selectConnection, { shopId }));
  return row && { row, secrets: decryptSecrets(deps.secretKey, shopId, row.sealed) };
};
