import type { MySurveys } from '@okaeri/shared/surveys';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { findOwner } from '../../content/moderation/find-author.ts';
import type { Writer } from '../../access/signed-links.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first } from '../../platform/store/store.ts';
import { readAsked } from './asking.ts';
import { selectResponseBy } from './response-queries.ts';
import { closesAtOf, isTaken } from './wave-rules.ts';

/** Surveys one may answer now or has answered and may still change. Who came to look is not contacted by it. */
export const listMySurveys = (
  deps: Deps,
  asker: { shop: ShopRow; writer: Writer },
): Promise<Outcome<MySurveys>> =>
  deps.store.read(async (tx): Promise<Outcome<MySurveys>> => {
    const found = await findOwner(deps, tx, asker);
    if ('refused' in found) return found;
    const shopper = found.ok;
    if (shopper === undefined || asker.writer.link !== undefined) return { ok: { items: [] } };
    const now = nowOf(deps, asker.shop);
    const items: MySurveys['items'][number][] = [];
    for (const { survey, wave, invitation, notAsked } of await readAsked(tx, { shopper, now })) {
      const closesAt = closesAtOf(wave, survey);
      const of = { surveyId: survey.id, wave: wave.key };
      const key = { shopId: shopper.shopId, shopperId: shopper.id, ...of };
      const response = await first(tx, selectResponseBy, key);
      const mayAnswer =
        notAsked === null || notAsked.why === 'dismissed' || notAsked.why === 'shownEnough';
      const mayChange =
        response !== undefined && isTaken({ closesAt, openedAt: invitation.openedAt }, now);
      if (!mayAnswer && !mayChange) continue;
      items.push({ ...of, closesAt: isoOf(closesAt), state: response?.state ?? null });
    }
    return { ok: { items } };
  });
