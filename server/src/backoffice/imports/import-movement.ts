import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';
import {
  importMember,
  availableImportId,
  idOf,
  UNKNOWN,
  type MemberImportOrder,
  type Fault,
  type WithErrors,
} from './import-member.ts';
import { ImportStoppedError } from './import-stopped.ts';
import type { ImportedMember } from './documents.ts';
import type { ShopRow } from '../../access/tables.ts';

/** One movement of somebody's points elsewhere. */
export interface ImportedMovement extends ImportedMember {
  readonly line: number;
  /** The day of it. */
  readonly at: number | null;
  readonly reason: string | null;
  /** How many movements just like it stand before it in the file. */
  readonly alike: number;
}

/**
 * What a movement is known by, so that the same file again brings it once. Two that are alike on one
 * day are two: each is known by how many were before it in the file.
 */
export const movementName = (namedId: string, movement: ImportedMovement): readonly unknown[] => {
  const { at, points, reason, alike } = movement;
  return [namedId, at, points, reason, alike];
};

/** Brings one movement, dated when it was. The same again changes nothing. */
export const importMovement = async (
  deps: Deps,
  shop: ShopRow,
  movement: ImportedMovement,
  order: MemberImportOrder,
): Promise<WithErrors | { points: number; remarks: Fault[] }> => {
  try {
    return await deps.storeWithoutEvents.write(
      async (tx): Promise<WithErrors | { points: number; remarks: Fault[] }> => {
        const { document, version } = await currentProgram(deps, tx, shop);
        const program = { document, version };
        const now = nowOf(deps, shop);
        const externalId = await idOf(tx, shop.id, movement);
        if (externalId === undefined) return UNKNOWN;
        const entered = await importMember({ deps, tx, shop, program, now }, movement, externalId);
        if (entered === undefined)
          return { fault: { code: 'erased', detail: 'This person was erased.' } };
        const { shopper, namedId } = entered;
        const id = await availableImportId(tx, shop.id, movementName(namedId, movement));
        if (id === undefined || movement.points === 0) return { points: 0, remarks: [] };
        const open = await openBook(tx, shopper, now);
        const done = await adjustInBook(tx, open, program, {
          id,
          points: movement.points,
          reason: movement.reason ?? `Brought from ${order.source}`,
          note: null,
          // What was taken elsewhere was spent there: it was earned all the same.
          countsForLifetime: movement.points > 0,
          batchId: order.batchId,
          namedId,
          isBrought: true,
          ...(movement.at !== null && { at: movement.at }),
        });
        if ('refused' in done)
          throw new ImportStoppedError({ code: 'pointsInvalid', detail: done.refused.detail });
        return { points: movement.points, remarks: [] };
      },
    );
  } catch (error) {
    if (error instanceof ImportStoppedError) return { fault: error.fault };
    throw error;
  }
};
