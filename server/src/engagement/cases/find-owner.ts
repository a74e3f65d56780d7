import type { CaseReason } from '@okaeri/shared/cases';
import { lockStaff } from '../../access/team-queries.ts';
import type { Tx } from '../../platform/store/store.ts';
import { chooseOwner, whoServes } from './owner-rules.ts';
import { countOpenByOwner } from './queries.ts';
import { caseSettingsOf } from './settings.ts';

/**
 * Whose a case of this reason becomes. The people of the shop are locked, so that nobody leaves while they are given
 * something; whoever locks a case too locks them first.
 */
export const findOwner = async (
  tx: Tx,
  of: { shopId: string; reason: CaseReason },
): Promise<string | null> => {
  const { shopId, reason } = of;
  const staff = await tx.run(lockStaff, { shopId });
  const { ownerByReason } = await caseSettingsOf(tx, shopId);
  const counts = await tx.run(countOpenByOwner, { shopId });
  const openCases = new Map(counts.map(({ ownerId, count }) => [ownerId ?? '', count]));
  return chooseOwner(staff, openCases, { reason, ownerByReason });
};

/** Whether somebody of the shop may look after cases. */
export const mayOwn = async (tx: Tx, of: { shopId: string; userId: string }): Promise<boolean> => {
  const staff = await tx.run(lockStaff, { shopId: of.shopId });
  return whoServes(staff).some(({ userId }) => userId === of.userId);
};
