import type { Tx } from '../../platform/store/store.ts';
import { moveVoices } from '../moderation/move-voices.ts';
import { POST_VOICES } from './reader-voices.ts';
import { addAnswers, erasePost, movePostsOf, selectPostsBy } from './queries.ts';

const PAGE = 100;

/** Blanks what an erased person asked and answered. */
export const forgetAsker = async (
  tx: Tx,
  author: { shopId: string; shopperId: string; now: number },
): Promise<void> => {
  const { shopId, shopperId, now } = author;
  for (;;) {
    const found = await tx.run(selectPostsBy, { shopId, shopperId, limit: PAGE });
    for (const { id, questionId, state } of found) {
      if (questionId !== null && state === 'published')
        await tx.run(addAnswers, { shopId, id: questionId, by: -1 });
      await tx.run(erasePost, { shopId, id, removedAt: now });
    }
    if (found.length < PAGE) break;
  }
  await tx.run(POST_VOICES.eraseReportNotes, { shopId, shopperId });
};

/** What one shopper asked and answered becomes another's, and what they said about others. */
export const moveAsker = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> => {
  await tx.run(movePostsOf, ids);
  await moveVoices(tx, ids, POST_VOICES.merging);
};
