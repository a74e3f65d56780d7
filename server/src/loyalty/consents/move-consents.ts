import { consentChannel, consentPurpose, type Consent } from '@okaeri/shared/consents';
import type { SuppressionLine } from '@okaeri/shared/affairs';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Tx } from '../../platform/store/store.ts';
import { LIMITS } from '@okaeri/shared/limits';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { listSuppressions } from './suppress-address.ts';
import { mergedOf, standingOf } from './consent-rules.ts';
import { keepNewsletter } from './keep-newsletter.ts';
import {
  anonymiseConsentsOf,
  deleteOldProof,
  insertConsent,
  moveConsentsOf,
  selectConsents,
} from './queries.ts';
import { readStatements, toConsent } from './read-consents.ts';

/** What a shopper has said, the newest first, and why nothing is sent to their address. */
export const listConsentsOf = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; row: Pick<ShopperRow, 'email'>; limit: number },
): Promise<{ consents: Consent[]; suppressions: SuppressionLine[] }> => {
  const { shopId, shopperId, row, limit } = of;
  const from = { beforeAt: Number.MAX_SAFE_INTEGER, beforeId: '' };
  const found = await tx.run(selectConsents, { shopId, shopperId, ...from, limit });
  const suppressions = await listSuppressions(tx, shopId, row.email);
  return { consents: found.map(toConsent), suppressions };
};

/** Who is merged into another said what they said, and the stricter statement of the two stands (E26). */
export const moveConsents = async (
  tx: Tx,
  { shopId, from, to, now }: { shopId: string; from: string; to: string; now: number },
): Promise<void> => {
  const stricter = [];
  for (const purpose of consentPurpose.options)
    for (const channel of consentChannel.options) {
      const of = (shopperId: string) => readStatements(tx, { shopId, shopperId, purpose, channel });
      const [mine, theirs] = [await of(to), await of(from)];
      if (standingOf(theirs, now).by === null) continue;
      // Later than all that was said, also in this very instant.
      const latest = Math.max(now, ...[...mine, ...theirs].map(({ at }) => at));
      for (const [order, statement] of mergedOf(mine, theirs, now).entries())
        stricter.push({ purpose, channel, statement, at: latest + order });
    }
  await tx.run(moveConsentsOf, { shopId, from, to });
  for (const { purpose, channel, statement, at } of stricter) {
    const { state, wordingId, addressDigest, endsAt } = statement;
    await tx.run(insertConsent, {
      shopId,
      id: `cn_${newId()}`,
      shopperId: to,
      purpose,
      channel,
      state,
      at,
      by: { kind: 'rule', name: null },
      source: 'merge',
      wordingId,
      locale: null,
      addressDigest,
      endsAt,
      evidence: null,
    });
  }
  await keepNewsletter(tx, { shopId, shopperId: to, now });
};

/** Takes the person out of what they said; that a message was allowed can go on to be shown. */
export const forgetConsents = (
  tx: Tx,
  { shopId, shopperId }: { shopId: string; shopperId: string },
): Promise<unknown> => tx.run(anonymiseConsentsOf, { shopId, shopperId });

/** Lets go of what nothing has to be shown by any more. */
export const sweepProof = (deps: Deps): Promise<unknown> =>
  deps.store.write((tx) =>
    tx.run(deleteOldProof, { before: deps.clock.now() - LIMITS.consentProofDays * DAY_MS }),
  );
