import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { picturesNamed } from '@okaeri/shared/pictures';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Tx } from '../../platform/store/store.ts';
import { selectPictureIds } from './queries.ts';

/** Refuses a programme that names pictures the shop does not have, and says where each stands. */
export const refuseUnknownPictures = async (
  tx: Tx,
  shopId: string,
  document: ProgramDocument,
): Promise<Refusal | undefined> => {
  const named = picturesNamed(document);
  if (named.length === 0) return undefined;
  const rows = await tx.run(selectPictureIds, { shopId, limit: LIMITS.picturesMax });
  const known = new Set(rows.map(({ id }) => id));
  const errors = named
    .filter(({ picture }) => !known.has(picture))
    .map(({ list, index, picture }) => ({
      path: `${list}[${index}].picture`,
      message: `names "${picture}", which the shop does not have`,
      code: 'unknownPicture' as const,
    }));
  const [unknown] = errors;
  if (unknown === undefined) return undefined;
  return {
    code: 'unknownPicture',
    detail: `${unknown.path} ${unknown.message}. Upload it, or name another.`,
    extra: { errors },
  };
};
