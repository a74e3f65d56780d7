import type { ProgramDocument } from '@okaeri/shared/program';
import type { Tx } from '../../platform/store/store.ts';
import { insertVersion } from '../../loyalty/program/queries.ts';

/** Version 1 of a new shop's programme, within the write that creates the shop. */
export const publishFirstProgram = async (
  tx: Tx,
  input: { shopId: string; document: ProgramDocument; now: number },
): Promise<void> => {
  await tx.run(insertVersion, {
    shopId: input.shopId,
    version: 1,
    document: input.document,
    publishedAt: input.now,
    author: null,
    scheduledAt: null,
  });
};
