import type { ContactKind } from '@okaeri/shared/contacts';
import type { ContactLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectContacts, selectRefusals } from './queries.ts';

/** When a shopper was spoken to, the newest first, and what they do not want to hear about. */
export const listContacts = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<{ contacts: ContactLine[]; refuses: ContactKind[] }> => {
  const found = await tx.run(selectContacts, of);
  const refused = await tx.run(selectRefusals, of);
  const contacts = found.map(({ kind, channel, subject, at, dismissedAt }) => ({
    kind,
    channel,
    subject,
    at: isoOf(at),
    dismissedAt: dismissedAt === null ? null : isoOf(dismissedAt),
  }));
  return { contacts, refuses: refused.map(({ kind }) => kind) };
};
