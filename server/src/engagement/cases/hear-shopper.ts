import type { CaseReason, CaseSeverity } from '@okaeri/shared/cases';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { NewEntry } from './case-entry-rules.ts';
import { opensAgain, reopenedCase } from './case-end-rules.ts';
import { heardAgain, noted, openedCase } from './case-rules.ts';
import { higher, hasRoom, type CaseChange } from './case-state-rules.ts';
import { findOwner } from './find-owner.ts';
import { keepChange } from './keep-change.ts';
import { saysHarm } from './opening-rules.ts';
import { lockOpenCase, lockResolvedCase } from './queries.ts';
import { caseRulesOf, type CaseRules } from './settings.ts';
import type { CaseRow } from './tables.ts';

/** Something a shopper said that somebody must look after. */
export interface Heard {
  readonly shop: ShopRow;
  /** Whose row is locked. */
  readonly shopperId: string;
  readonly orderId: string | null;
  readonly reason: CaseReason;
  readonly severity?: CaseSeverity;
  readonly entry: NewEntry;
  readonly now: number;
}

/**
 * A shopper was heard: it goes into the case that is open about the same order, opens one again that was resolved
 * lately, or opens a new one (E42, E43).
 *
 * @returns undefined where the open case has no room for more
 */
export const hearShopper = async (
  deps: Deps,
  tx: Tx,
  heard: Heard,
): Promise<CaseRow | undefined> => {
  const { shop, shopperId, orderId, reason, now } = heard;
  const rules = await caseRulesOf(deps, tx, shop);
  const severity = severityOf(heard, rules);
  // Before any case: whoever leaves the shop goes the same way.
  const owner = await findOwner(tx, { shopId: shop.id, reason });
  const key = { shopId: shop.id, shopperId, orderKey: orderId ?? '' };
  const known = await first(tx, lockOpenCase, key);
  const moment = { now, times: rules };
  if (known !== undefined) {
    if (!hasRoom(known)) return undefined;
    const change = heardAgain(known, { entry: heard.entry, severity }, moment);
    return (await keepChange(deps, tx, { shop, change, now })).row;
  }
  const before = await first(tx, lockResolvedCase, key);
  if (before !== undefined && opensAgain(before, now) && hasRoom(before)) {
    const { by } = heard.entry;
    const again = { by, cause: heard.entry, severity, ownerId: before.ownerId ?? owner };
    const change = reopenedCase(before, again, moment);
    return (await keepChange(deps, tx, { shop, change, now })).row;
  }
  const of = { ...key, id: `cs_${newId()}`, severity, reason, ownerId: owner };
  const change = openedCase(of, heard.entry, moment);
  return (await keepChange(deps, tx, { shop, change, isNew: true, now })).row;
};

/** A case with something noted in it that moves nothing. */
export const noteIn = (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; row: CaseRow; entry: NewEntry; now: number },
): Promise<unknown> => {
  const { shop, row, entry, now } = input;
  const change: CaseChange = noted(row, entry);
  return keepChange(deps, tx, { shop, change, now });
};

function severityOf({ severity = 'normal', entry }: Heard, { settings }: CaseRules): CaseSeverity {
  const isHarm = entry.note !== null && saysHarm(entry.note, settings);
  return higher(severity, isHarm ? 'high' : 'normal');
}
