import { LIMITS } from '@okaeri/shared/limits';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';

/** What one page of the merchant's list is asked with: one row more than it shows. */
interface PageArgs {
  readonly shopId: string;
  readonly afterAt: ListCursor['at'];
  readonly afterId: string;
  readonly limit: number;
}

/**
 * A page of the merchant's list of words, and where the next one begins: those that wait are in the order in which
 * they began to, the others by when they were written.
 */
export const moderatedPage = async <
  Row extends {
    readonly id: string;
    readonly waitingSince: number | null;
    readonly createdAt: number;
  },
>(
  asked: { shopId: string; state: string; after: ListCursor },
  select: (page: PageArgs) => Promise<readonly Row[]>,
): Promise<{ shown: readonly Row[]; nextCursor: string | null }> => {
  const { shopId, state, after } = asked;
  const limit = LIMITS.pageDefault;
  const found = await select({ shopId, afterAt: after.at, afterId: after.id, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const place = state === 'waiting' ? last?.waitingSince : last?.createdAt;
  return { shown, nextCursor: last === undefined ? null : `${place}_${last.id}` };
};
