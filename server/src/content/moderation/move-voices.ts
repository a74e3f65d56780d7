import type { Tx } from '../../platform/store/store.ts';
import type { VoiceStatements } from './voice-queries.ts';

/**
 * Votes and reports of two who became one: each word has one voice of theirs at most, and their own words none.
 * Words must be moved before.
 */
export const moveVoices = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
  tables: readonly VoiceStatements[],
): Promise<void> => {
  const { shopId } = ids;
  for (const { selectNeedless, remove, lower, move } of tables) {
    for (const { wordId, shopperId } of await tx.run(selectNeedless, ids)) {
      await tx.run(remove, { shopId, wordId, shopperId });
      await tx.run(lower, { shopId, wordId });
    }
    await tx.run(move, ids);
  }
};
