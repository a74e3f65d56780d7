import type { CaseSettings } from '@okaeri/shared/case-settings';
import type { CaseReason } from '@okaeri/shared/cases';
import { ROLES, type Ability, type Role } from '@okaeri/shared/roles';

/** Somebody who works for the shop. */
export interface Colleague {
  readonly userId: string;
  readonly role: Role;
  readonly createdAt: number;
}

/** Those who may look after cases, whoever joined first at the front. */
export const whoServes = <One extends Colleague>(staff: readonly One[]): readonly One[] =>
  staff
    .filter(({ role }) => (ROLES[role] as readonly Ability[]).includes('serve'))
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.userId < b.userId ? -1 : 1));

/**
 * Whose a case becomes: the person the shop named for its reason, else whoever has fewest open cases, of several whoever
 * joined first. Null in a shop without people: whoever joins first gets it (E44). An owner may serve always, so that
 * there is somebody wherever there are people.
 */
export const chooseOwner = (
  staff: readonly Colleague[],
  openCases: ReadonlyMap<string, number>,
  of: { reason: CaseReason; ownerByReason: CaseSettings['ownerByReason'] },
): string | null => {
  const serving = whoServes(staff);
  const named = serving.find(({ userId }) => userId === of.ownerByReason[of.reason]);
  if (named !== undefined) return named.userId;
  const countOf = ({ userId }: Colleague): number => openCases.get(userId) ?? 0;
  const fewest = Math.min(...serving.map(countOf));
  return serving.find((one) => countOf(one) === fewest)?.userId ?? null;
};
