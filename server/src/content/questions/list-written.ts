import type { PostLine, ReportLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectPostsBy } from './queries.ts';
import { POST_VOICES } from './reader-voices.ts';

/** What a shopper has asked and answered, the newest first, and what they reported. */
export const listWrittenPosts = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<{ posts: PostLine[]; reports: ReportLine[] }> => {
  const found = await tx.run(selectPostsBy, of);
  const reports = await tx.run(POST_VOICES.selectReportsBy, of);
  return {
    posts: found.map(({ id, productId, body, createdAt }) => ({
      id,
      productId,
      body,
      createdAt: isoOf(createdAt),
    })),
    reports: reports.map(({ id, reason, note, at }) => ({
      about: 'post',
      id,
      reason,
      note,
      at: isoOf(at),
    })),
  };
};
