import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Tx } from '../../platform/store/store.ts';
import { PENDING_MS } from './consent-rules.ts';
import type { ConsentRow } from './tables.ts';

/** Sends the e-mail that asks to confirm a consent: one a day and address, however often it is asked for. */
export const askToConfirm = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; statement: ConsentRow; now: number },
): Promise<void> => {
  const { shop, statement, now } = input;
  const { shopperId, addressDigest } = statement;
  if (shopperId === null || addressDigest === null) return;
  const day = Math.floor(now / DAY_MS);
  await addToOutbox(deps, tx, {
    shop,
    id: `consent-confirm:${addressDigest}:${day}`,
    payload: { kind: 'consentConfirm', shopperId, consentId: statement.id, askedAt: now },
    dueAt: now,
  });
  // Nothing else happens when it lapses, and until then it is shown as a subscription.
  await addToOutbox(deps, tx, {
    shop,
    id: `consent-lapse:${statement.id}`,
    payload: { kind: 'consentLapse', shopperId },
    dueAt: statement.at + PENDING_MS,
  });
};
