import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Tx } from '../../platform/store/store.ts';
import { noteResolved } from '../surveys/draw-after.ts';
import type { CaseChange } from './case-state-rules.ts';
import { planFollowUp } from './plan-mail.ts';
import { insertCase, insertCaseEntry, updateCase } from './queries.ts';
import type { CaseEntryRow, CaseRow } from './tables.ts';

/** Keeps what became of a case, with its entries, and says what happened. */
export const keepChange = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; change: CaseChange; isNew?: boolean; now: number },
): Promise<{ row: CaseRow; entries: readonly CaseEntryRow[] }> => {
  const { shop, change, isNew = false, now } = input;
  const entries = change.entries.map(({ source = null, ...entry }): CaseEntryRow => ({
    shopId: shop.id,
    id: `ce_${newId()}`,
    caseId: change.row.id,
    at: now,
    ...entry,
    source,
  }));
  const row = { ...change.row, entries: change.row.entries + entries.length };
  await tx.run(isNew ? insertCase : updateCase, row);
  for (const entry of entries) await tx.run(insertCaseEntry, entry);
  for (const event of change.events) {
    const { id: caseId, reason, severity, orderKey } = row;
    const data = { caseId, reason, severity, orderId: orderKey === '' ? null : orderKey };
    tx.emit({ shopId: shop.id, type: `case.${event}`, shopperId: row.shopperId, data });
    if (event !== 'resolved') continue;
    await planFollowUp(deps, tx, { shop, row, now });
    await noteResolved(deps, tx, { shop, caseId, shopperId: row.shopperId, now });
  }
  return { row, entries };
};
