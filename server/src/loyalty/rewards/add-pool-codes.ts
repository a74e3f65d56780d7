import type { Outcome } from '../../platform/lib/outcome.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { loadProgram } from '../program/load-program.ts';
import { codeDigest } from './code-rules.ts';
import { insertPoolCode } from './queries.ts';
import { findReward } from './reward-rules.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Codes written in one go; more would keep other writes waiting. */
const CHUNK = 500;

/** What an upload did: codes that were there already are not added again. */
export interface PoolUpload {
  readonly added: number;
  readonly known: number;
}

/** Adds a merchant's own codes to a reward's pool. The same file again adds nothing. */
export const addPoolCodes = async (
  deps: Deps,
  input: { shop: ShopRow; rewardId: string; codes: readonly string[] },
): Promise<Outcome<PoolUpload>> => {
  const { shop, rewardId, codes } = input;
  const version = shop.programVersion;
  const document = await deps.store.read((tx) =>
    loadProgram(deps, tx, { shopId: shop.id, version }),
  );
  const found = findReward(document, rewardId);
  if ('refused' in found) return found;
  if (found.reward.codes !== 'pool')
    return {
      refused: { code: 'rewardNotAvailable', detail: 'The codes of this reward are no pool.' },
    };
  let added = 0;
  for (let start = 0; start < codes.length; start += CHUNK)
    added += await deps.store.writeAlone(async (tx) => {
      let count = 0;
      for (const code of codes.slice(start, start + CHUNK)) {
        const inserted = await tx.run(insertPoolCode, {
          shopId: shop.id,
          codeDigest: codeDigest(shop.id, code),
          rewardId,
          code,
          redemptionId: null,
          addedAt: nowOf(deps, shop),
        });
        count += inserted.length;
      }
      return count;
    });
  return { ok: { added, known: codes.length - added } };
};
