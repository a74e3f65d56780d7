import type { ContactKind } from '@okaeri/shared/contacts';
import type { ContactLine, TouchLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { standingOf } from '../consents/consent-rules.ts';
import { readStatements } from '../consents/read-consents.ts';
import { selectTouchesOf } from './touch-queries.ts';
import { toTouch } from './list-touches.ts';

/**
 * What was to be said to a shopper, the newest first, with what was decided and why; of it, what they were told; and
 * what they do not want to hear about.
 */
export const listContacts = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number; now: number },
): Promise<{ contacts: ContactLine[]; touches: TouchLine[]; refuses: ContactKind[] }> => {
  const { shopId, shopperId, limit } = of;
  const from = { beforeAt: Number.MAX_SAFE_INTEGER, beforeId: '' };
  const found = await tx.run(selectTouchesOf, { shopId, shopperId, ...from, limit });
  const about = { shopId, shopperId, purpose: 'reviews', channel: 'email' } as const;
  const { state } = standingOf(await readStatements(tx, about), of.now);
  const contacts = found.flatMap(({ kind, channel, subject, decision, decidedAt, dismissedAt }) =>
    decidedAt === null || (decision !== 'sent' && decision !== 'shown')
      ? []
      : [
          {
            kind,
            channel,
            subject,
            at: isoOf(decidedAt),
            dismissedAt: dismissedAt === null ? null : isoOf(dismissedAt),
          },
        ],
  );
  return {
    contacts,
    touches: found.map(toTouch),
    refuses: state === 'withdrawn' ? ['reviewRequest'] : [],
  };
};
