import { picturesNamed } from '@okaeri/shared/pictures';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { currentProgram, loadDraft } from '../program/load-program.ts';

/** The ids of pictures that the programme in force names, or the draft. */
export const picturesInUse = async (
  deps: Deps,
  tx: Tx,
  shop: Pick<ShopRow, 'id' | 'programVersion'>,
): Promise<ReadonlySet<string>> => {
  const { document } = await currentProgram(deps, tx, shop);
  const draft = await loadDraft(tx, shop.id);
  const named = [document, ...(draft === undefined ? [] : [draft.document])].flatMap(picturesNamed);
  return new Set(named.map(({ picture }) => picture));
};
