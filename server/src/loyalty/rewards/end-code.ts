import type { Redemption } from '@okaeri/shared/redemptions';
import { LIMITS } from '@okaeri/shared/limits';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Answer } from '../../platform/store/answer-once.ts';
import { withHolding } from '../ledger/book-rules.ts';
import { use } from '../ledger/holding-rules.ts';
import { saveBook } from '../ledger/save-book.ts';
import { canBeExtended, canBeVoided } from './end-rules.ts';
import { setCodeEnd } from './list-queries.ts';
import { redemptionAnswer, withRedemption } from './release-redemption.ts';

interface Of {
  readonly shop: ShopRow;
  readonly redemptionId: string;
}

/** Gives a code that was not used another end. */
export const extendCode = (
  deps: Deps,
  { expiresAt, ...of }: Of & { expiresAt: string },
): Promise<Answer<Redemption>> =>
  withRedemption(deps, { ...of, shopperExternalId: null }, async (locked) => {
    const { tx, row, open, reward, state } = locked;
    const expireAt = Date.parse(expiresAt);
    if (!canBeExtended({ ...row, state }, reward))
      return { refused: { code: 'notExtendable', detail: 'Its end cannot be moved any more.' } };
    if (expireAt <= open.now || expireAt > open.now + LIMITS.daysMax * DAY_MS)
      return {
        refused: { code: 'notExtendable', detail: 'Choose an end between now and in ten years.' },
      };
    const holding = open.book.holdings.get(row.id);
    if (holding === undefined) throw new Error(`Redemption ${row.id} was not loaded.`);
    open.book = withHolding(open.book, { ...holding, expireAt });
    await tx.run(setCodeEnd, { shopId: row.shopId, id: row.id, expireAt });
    await saveBook(tx, open);
    return redemptionAnswer(locked, { expireAt });
  });

/** Ends a code for good: it is as used as it would be by an order, and its points stay spent. */
export const voidCode = (deps: Deps, of: Of): Promise<Answer<Redemption>> =>
  withRedemption(deps, { ...of, shopperExternalId: null }, async (locked) => {
    const { tx, row, open, reward, state } = locked;
    if (state === 'used') return redemptionAnswer(locked);
    if (!canBeVoided({ ...row, state }, reward))
      return {
        refused: {
          code: 'voucherNotUsable',
          detail: 'Only a code of this server that is not used.',
        },
      };
    open.book = use(open.book, row.id, open.now);
    await saveBook(tx, open);
    return redemptionAnswer(locked);
  });
