import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ModeratedPost } from '@okaeri/shared/questions';
import type { DecisionInput, DecisionsAnswer } from '@okaeri/shared/review-queue';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { decideEach } from '../moderation/decide-each.ts';
import { first } from '../../platform/store/store.ts';
import { namedPost } from './name-posts.ts';
import { decidedPost } from './post-rules.ts';
import { lockPost } from './queries.ts';
import { savePost, unknownPost } from './write-post.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Publishes a question or an answer, or withholds it for a reason of the list. */
export const decidePost = (
  deps: Deps,
  input: { shop: ShopRow; postId: string; decision: DecisionInput },
): Promise<Outcome<ModeratedPost>> =>
  deps.store.write(async (tx): Promise<Outcome<ModeratedPost>> => {
    const { shop, postId, decision } = input;
    const now = nowOf(deps, shop);
    const row = await first(tx, lockPost, { shopId: shop.id, id: postId });
    if (row === undefined || row.state === 'removed') return unknownPost(postId);
    const after = decidedPost(row, decision, now);
    await savePost(deps, tx, { shop, before: row, after, now });
    return { ok: await namedPost(tx, after) };
  });

/** The same decision about many. */
export const decidePosts = (
  deps: Deps,
  input: { shop: ShopRow; ids: readonly string[]; decision: DecisionInput },
): Promise<DecisionsAnswer> => {
  const { ids, ...same } = input;
  return decideEach(ids, (postId) => decidePost(deps, { ...same, postId }));
};
