import { first, type Tx } from '../../platform/store/store.ts';
import { joinedSource } from './merge-rules.ts';
import { selectCase, selectEntryFrom } from './queries.ts';
import type { CaseRow } from './tables.ts';

/** A case by its id: also by that of one that became part of it when two shoppers were found to be one. */
export const findCase = async (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<CaseRow | undefined> => {
  const { shopId } = key;
  let row = await first(tx, selectCase, key);
  let id = key.id;
  while (row === undefined) {
    const link = await first(tx, selectEntryFrom, { shopId, source: joinedSource(id) });
    if (link === undefined) return undefined;
    id = link.caseId;
    row = await first(tx, selectCase, { shopId, id });
  }
  return row;
};
