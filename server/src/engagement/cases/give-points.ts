import type { ShopRow } from '../../access/tables.ts';
import { notePointsGiven } from '../../content/reviews/note-points.ts';
import type { Deps } from '../../deps.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { By } from './case-entry-rules.ts';
import type { CaseChange } from './case-state-rules.ts';
import { selectCaseEntries } from './queries.ts';
import { caseSettingsOf } from './settings.ts';
import type { CaseRow } from './tables.ts';

const REVIEW = 'review:';

/**
 * Gives points for what went wrong: an adjustment with the reason `recovery` and the case, which never depends on a
 * review. A review that opened the case says so once it is edited (E47).
 */
export const givePoints = async (
  deps: Deps,
  tx: Tx,
  input: {
    shop: ShopRow;
    row: CaseRow;
    shopper: ShopperRow;
    points: number;
    by: By;
    actId?: string | undefined;
    now: number;
  },
): Promise<Outcome<CaseChange>> => {
  const { shop, row, shopper, points, by, now, actId = newId() } = input;
  const { recoveryPointsMax } = await caseSettingsOf(tx, shop.id);
  const left = recoveryPointsMax - row.pointsGiven;
  if (points > left) {
    const detail = `One case may be given ${recoveryPointsMax} points; ${Math.max(0, left)} are left.`;
    return { refused: { code: 'pointsOutOfRange', detail } };
  }
  const { document, version } = await currentProgram(deps, tx, shop);
  const open = await openBook(tx, shopper, now);
  const id = `adj_${actId}`;
  const order = { points, reason: 'recovery', note: row.id, countsForLifetime: false };
  const given = await adjustInBook(
    tx,
    open,
    { document, version },
    { ...order, id, batchId: null },
  );
  if ('refused' in given) return given;
  await noteReviews(tx, row, now);
  return {
    ok: {
      row: { ...row, pointsGiven: row.pointsGiven + points },
      entries: [{ by, kind: 'points', note: null, data: { points, adjustmentId: id } }],
      events: [],
    },
  };
};

async function noteReviews(tx: Tx, { shopId, id: caseId }: CaseRow, now: number): Promise<void> {
  const entries = await tx.run(selectCaseEntries, { shopId, caseId });
  const reviewIds = entries.flatMap(({ source }) =>
    source?.startsWith(REVIEW) === true ? [source.slice(REVIEW.length)] : [],
  );
  for (const id of new Set(reviewIds)) await notePointsGiven(tx, { shopId, id, now });
}
