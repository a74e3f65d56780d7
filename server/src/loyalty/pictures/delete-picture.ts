import { lockShopRow } from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first } from '../../platform/store/store.ts';
import { picturesInUse } from './pictures-in-use.ts';
import { deletePicture as deleteRow, selectPicturesOfName } from './queries.ts';

/** Removes a picture that neither the programme in force nor its draft names. */
export const deletePicture = async (
  deps: Deps,
  of: { shopId: string; id: string },
): Promise<Outcome<true>> => {
  const { shopId, id } = of;
  const outcome = await deps.store.write(async (tx): Promise<Outcome<{ isLast: boolean }>> => {
    // Whoever saves or publishes a draft waits, and then finds it gone.
    const shop = await lockShopRow(tx, shopId);
    if (shop === undefined) throw new Error(`Shop ${shopId} vanished.`);
    if ((await picturesInUse(deps, tx, shop)).has(id)) return IN_USE;
    if ((await first(tx, deleteRow, of)) === undefined)
      return { refused: { code: 'unknownPicture', detail: `The shop has no picture "${id}".` } };
    // A shop that was copied from this one on the same server has the same file.
    return { ok: { isLast: (await first(tx, selectPicturesOfName, { id })) === undefined } };
  });
  if ('refused' in outcome) return outcome;
  if (outcome.ok.isLast) await deps.media.remove(id);
  return { ok: true };
};

const IN_USE = {
  refused: {
    code: 'pictureInUse',
    detail: 'The programme or its draft shows this picture; take it out there and publish first.',
  },
} as const;
