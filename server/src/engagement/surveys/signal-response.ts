import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { ResponseRow } from './response-tables.ts';

/** Tells those who look for unhappy shoppers of a response; whether a case comes of it. */
export const signalResponse = async (
  _deps: Deps,
  _tx: Tx,
  _of: { shop: ShopRow; response: ResponseRow },
): Promise<boolean> => false;

/** Tells them that a response was withdrawn. */
export const signalWithdrawal = async (
  _deps: Deps,
  _tx: Tx,
  _of: { shop: ShopRow; response: ResponseRow },
): Promise<void> => undefined;
