import type { ProductPosts } from '@okaeri/shared/questions';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { listReviews } from '../reviews/list-reviews.ts';
import { listQuestions } from './read-posts.ts';

/** What stands below a product before anybody chooses: the newest reviews and the newest questions. */
export const listProductPosts = async (
  deps: Deps,
  of: { shop: ShopRow; productId: string },
): Promise<ProductPosts> => {
  const after = FIRST_CURSOR.newest;
  const [reviews, questions] = await Promise.all([
    listReviews(deps, of, { sort: 'newest', photos: false, after }),
    listQuestions(deps, { ...of, after }),
  ]);
  return { reviews, questions };
};
