import type { ContactKind } from '@okaeri/shared/contacts';
import type { ContactLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { standingOf } from '../consents/consent-rules.ts';
import { readStatements } from '../consents/read-consents.ts';
import { selectContacts } from './queries.ts';

/** When a shopper was spoken to, the newest first, and what they do not want to hear about. */
export const listContacts = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number; now: number },
): Promise<{ contacts: ContactLine[]; refuses: ContactKind[] }> => {
  const found = await tx.run(selectContacts, {
    shopId: of.shopId,
    shopperId: of.shopperId,
    limit: of.limit,
  });
  const { shopId, shopperId } = of;
  const about = { shopId, shopperId, purpose: 'reviews', channel: 'email' } as const;
  const { state } = standingOf(await readStatements(tx, about), of.now);
  const contacts = found.map(({ kind, channel, subject, at, dismissedAt }) => ({
    kind,
    channel,
    subject,
    at: isoOf(at),
    dismissedAt: dismissedAt === null ? null : isoOf(dismissedAt),
  }));
  return { contacts, refuses: state === 'withdrawn' ? ['reviewRequest'] : [] };
};
