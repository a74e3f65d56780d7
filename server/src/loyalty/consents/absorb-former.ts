import type { Tx } from '../../platform/store/store.ts';
import { absorbNewsletters, absorbRefusals } from './absorb-queries.ts';

/** Makes consents of what a file of an older release says in other words; doing so again changes nothing. */
export const absorbFormer = async (tx: Tx, shopId: string): Promise<void> => {
  await tx.run(absorbNewsletters, { shopId });
  await tx.run(absorbRefusals, { shopId });
};
