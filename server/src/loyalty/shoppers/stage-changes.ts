import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { stage as stages, type Stage } from '@okaeri/shared/segments';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  deleteStageChange,
  deleteStageChangesOf,
  selectStageChange,
  selectStageChangesOf,
  upsertStageChange,
} from './stage-queries.ts';
import { filterTerm } from './term-rules.ts';

const TERM_OF = new Map(stages.options.map((stage) => [filterTerm({ stage }), stage]));

/** The stage among the terms of a place; null where there is none. */
export const stageAmong = (terms: readonly string[]): Stage | null => {
  for (const term of terms) {
    const stage = TERM_OF.get(term);
    if (stage !== undefined) return stage;
  }
  return null;
};

/**
 * Keeps that a shopper went from a stage to another (E82). Of several changes of one day the way from the first to the
 * last is one; whoever is back where the day began has not moved. Whoever calls has locked the shopper.
 */
export const noteStageChange = async (
  tx: Tx,
  key: { shopId: string; shopperId: string; day: number },
  { from, to }: { from: Stage | null; to: Stage },
): Promise<void> => {
  const known = await first(tx, selectStageChange, key);
  const fromStage = known === undefined ? from : known.fromStage;
  if (fromStage === to) await tx.run(deleteStageChange, key);
  else await tx.run(upsertStageChange, { ...key, fromStage, toStage: to });
};

/** How a shopper went through the stages, the latest first. */
export const listStageChanges = async (
  tx: Tx,
  { shopId, shopperId, limit }: { shopId: string; shopperId: string; limit: number },
): Promise<Pick<ShopperAffairs, 'stageChanges'>> => {
  const rows = await tx.run(selectStageChangesOf, { shopId, shopperId, limit });
  return {
    stageChanges: rows.map(({ day, fromStage: from, toStage: to }) => ({
      day: isoOf(day * DAY_MS).slice(0, 10),
      from,
      to,
    })),
  };
};

/**
 * Of two who are one, the way of the one who stays is kept: two ways laid over each other are nobody's, and whoever is
 * merged in any order leaves the same.
 */
export const leaveStageChanges = (
  tx: Tx,
  { shopId, from }: { shopId: string; from: string },
): Promise<unknown> => tx.run(deleteStageChangesOf, { shopId, shopperId: from });
