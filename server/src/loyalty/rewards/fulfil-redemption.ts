import type { Redemption, RedemptionFulfilment } from '@okaeri/shared/redemptions';
import type { Deps } from '../../deps.ts';
import { issue, use } from '../ledger/holding-rules.ts';
import { saveBook } from '../ledger/save-book.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Answer } from '../../platform/store/answer-once.ts';
import { first } from '../../platform/store/store.ts';
import { codeDigest } from './code-rules.ts';
import { selectRedemptionByCode, setRedemptionCode } from './queries.ts';
import { redemptionAnswer, withRedemption } from './release-redemption.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * What a redemption waited for is there: with a code it can be used, without one it
 * was handed over. Saying the same again changes nothing.
 */
export const fulfilRedemption = (
  deps: Deps,
  input: {
    shop: ShopRow;
    redemptionId: string;
    with: RedemptionFulfilment;
    /** When the code ends, where the person who made it has said so. */
    expireAt?: number;
  },
): Promise<Answer<Redemption>> =>
  withRedemption(deps, { ...input, shopperExternalId: null }, async (locked) => {
    const { tx, row, open, reward, state } = locked;
    const shopId = input.shop.id;
    const note = input.with.note ?? null;
    const code = input.with.code ?? null;
    const done = code === null ? state === 'used' : row.code === code;
    if (state !== 'held')
      return done
        ? redemptionAnswer(locked)
        : { refused: { code: 'notWaiting', detail: `The redemption is ${state}.` } };
    const digest = code === null ? row.codeDigest : codeDigest(shopId, code);
    if (code !== null && (await first(tx, selectRedemptionByCode, { shopId, codeDigest: digest })))
      return { refused: { code: 'notWaiting', detail: 'Another redemption has this code.' } };
    const expireAt = input.expireAt ?? open.now + (reward?.validDays ?? 1) * DAY_MS;
    const issued = issue(open.book, row.id, expireAt);
    open.book = code === null ? use(issued, row.id, open.now) : issued;
    await saveBook(tx, open);
    const change = { code: code ?? '', codeDigest: digest, note };
    await tx.run(setRedemptionCode, { shopId, id: row.id, ...change });
    return redemptionAnswer(locked, change);
  });
