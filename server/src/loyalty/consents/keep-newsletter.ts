import type { Tx } from '../../platform/store/store.ts';
import { standingOf } from './consent-rules.ts';
import { setNewsletter } from './queries.ts';
import { readStatements } from './read-consents.ts';

/** The widget shows a subscription while it is given, or waits to be confirmed (E25). */
export const keepNewsletter = async (
  tx: Tx,
  { shopId, shopperId, now }: { shopId: string; shopperId: string; now: number },
): Promise<void> => {
  const about = { shopId, shopperId, purpose: 'marketing', channel: 'email' } as const;
  const { state } = standingOf(await readStatements(tx, about), now);
  await tx.run(setNewsletter, {
    shopId,
    shopperId,
    newsletter: state === 'pending' || state === 'given',
  });
};
