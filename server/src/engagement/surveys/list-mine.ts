import type { MySurveys } from '@okaeri/shared/surveys';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { findOwner } from '../../content/moderation/find-author.ts';
import type { Writer } from '../../access/signed-links.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first } from '../../platform/store/store.ts';
import { readAsked, type Asked } from './asking.ts';
import { listOwnQuotations } from './own-quotations.ts';
import { selectResponseBy } from './response-queries.ts';
import { listOutcomes } from './told-outcomes.ts';
import { closesAtOf, isTaken } from './wave-rules.ts';

/**
 * Surveys one may answer now or has answered and may still change. Who came to look is not contacted by it. Of those
 * that would be shown for the first time only one is named: opened, it is a showing, after which others wait (E33).
 */
export const listMySurveys = (
  deps: Deps,
  asker: { shop: ShopRow; writer: Writer },
): Promise<Outcome<MySurveys>> =>
  deps.store.read(async (tx): Promise<Outcome<MySurveys>> => {
    const found = await findOwner(deps, tx, asker);
    if ('refused' in found) return found;
    const shopper = found.ok;
    const now = nowOf(deps, asker.shop);
    const outcomes =
      asker.writer.link === undefined
        ? await listOutcomes(tx, { shop: asker.shop, shopper, now })
        : [];
    if (shopper === undefined) return { ok: { items: [], outcomes, quotations: [] } };
    const quotations = await listOwnQuotations(tx, { ...asker, shopper, now });
    if (asker.writer.link !== undefined) return { ok: { items: [], outcomes, quotations } };
    const items: MySurveys['items'][number][] = [];
    const asked = await readAsked(tx, { shopper, now });
    const next = firstOf(asked);
    for (const one of asked) {
      const { survey, wave, invitation } = one;
      const closesAt = closesAtOf(wave, survey);
      const of = { surveyId: survey.id, wave: wave.key };
      const key = { shopId: shopper.shopId, shopperId: shopper.id, ...of };
      const response = await first(tx, selectResponseBy, key);
      const mayAnswer = one === next || (isOffered(one) && invitation.openedAt !== null);
      const mayChange =
        response !== undefined && isTaken({ closesAt, openedAt: invitation.openedAt }, now);
      if (!mayAnswer && !mayChange) continue;
      items.push({ ...of, closesAt: isoOf(closesAt), state: response?.state ?? null });
    }
    return { ok: { items, outcomes, quotations } };
  });

/** Whether somebody who looks for it finds it: they may be asked, or had put it away. */
function isOffered({ notAsked }: Asked): boolean {
  return notAsked === null || notAsked.why === 'dismissed' || notAsked.why === 'shownEnough';
}

/** The one that is opened next, in the order in which pages show them; what was put away comes after. */
function firstOf(asked: readonly Asked[]): Asked | undefined {
  const [first] = asked
    .filter((one) => isOffered(one) && one.invitation.openedAt === null)
    .toSorted(
      (a, b) =>
        Number(a.notAsked !== null) - Number(b.notAsked !== null) ||
        a.wave.opensAt - b.wave.opensAt ||
        (a.invitation.id < b.invitation.id ? -1 : 1),
    );
  return first;
}
