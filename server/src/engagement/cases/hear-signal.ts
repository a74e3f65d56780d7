import { findShop, readShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Deps } from '../../deps.ts';
import { dropped, later, rests } from '../../loyalty/contacts/touch-mail.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Delivery, DeliveryHandler } from '../../platform/outbox/deliver-due.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { BY_RULE, signalEntry, titleOf } from './case-entry-rules.ts';
import type { CaseSignal, ScoredWords } from '../../case-signals.ts';
import { findCase } from './find-case.ts';
import { hearShopper, noteIn } from './hear-shopper.ts';
import { reasonFor, saysHarm } from './opening-rules.ts';
import { blankEntriesFrom, lockCase, selectCaseEntries, selectEntryFrom } from './queries.ts';
import { caseSettingsOf } from './settings.ts';
import { sourceOf } from './signal-case.ts';
import type { CaseEntryRow } from './tables.ts';
import { lockedOwner } from './write-entry.ts';

/** A score was given, changed or taken back: what stands of it opens a case, or is noted in the one that knows it. */
export const hearSignal: DeliveryHandler<'caseSignal'> = {
  lane: 'mail',
  async deliver(deps, row, { source }) {
    const known = await findShop(deps, row.shopId);
    if (known === undefined) return dropped('the shop is gone');
    return deps.store.write(async (tx) => {
      // As it is in this write: another process may have closed it a moment ago (E6).
      const shop = (await readShop(tx, known.id)) ?? known;
      return rests(deps, shop) ?? hear(deps, tx, { shop, source });
    });
  },
};

async function hear(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; source: CaseSignal['source'] },
): Promise<Delivery> {
  const { shop, source } = input;
  const now = nowOf(deps, shop);
  const read = async () => deps.caseSources[source.kind]?.(tx, { shopId: shop.id, id: source.id });
  const seen = await read();
  if (seen === undefined || seen === 'undecided') return dropped('nobody has decided yet');
  const of = { shop, source: sourceOf(source), now };
  if (seen === null) return takeBack(deps, tx, of);
  if (seen.readyAt > now) return later(shop, seen.readyAt);
  const key = { shopId: shop.id, shopperId: seen.shopperId };
  const shopper = await lockMerged(tx, await first(tx, lockShopper, key));
  if (shopper === undefined || shopper.erasedAt !== null) return dropped('nobody is meant');
  // Nobody changes it from here on: what was taken back while this waited is not told (E2, E41).
  const said = await read();
  if (said === undefined || said === 'undecided') return dropped('nobody has decided yet');
  if (said === null) return takeBack(deps, tx, of);
  if (said.readyAt > now) return later(shop, said.readyAt);
  if (isInsider(shopper, settingsOf(shop))) return dropped('the shop’s own words');
  return tell(deps, tx, { ...of, said: { ...said, shopperId: shopper.id } });
}

interface Told {
  readonly shop: ShopRow;
  readonly source: string;
  readonly now: number;
}

/** The score opens a case; one that is not low, or says the same again, is at most an entry. */
async function tell(deps: Deps, tx: Tx, input: Told & { said: ScoredWords }): Promise<Delivery> {
  const { shop, source, now, said } = input;
  const settings = await caseSettingsOf(tx, shop.id);
  const known = await first(tx, selectEntryFrom, { shopId: shop.id, source });
  if (known !== undefined && isSame(known, said)) return dropped('known');
  const reason = reasonFor(said, settings);
  const { score, quote, shopperId, orderId } = said;
  if (reason !== null) {
    const isHarm = quote !== null && saysHarm(quote, settings);
    const entry = signalEntry({ reason, score, quote, source, isHarm });
    const heard = { shop, shopperId, orderId, reason, entry, now };
    const kept = await hearShopper(deps, tx, heard);
    return kept === undefined ? dropped('its case has no room for more') : { kind: 'sent' };
  }
  // A better score is noted, and closes nothing (E42).
  const row = known && (await first(tx, lockCase, { shopId: shop.id, id: known.caseId }));
  if (row === undefined) return dropped('not low');
  const { reason: of } = row;
  await noteIn(deps, tx, {
    shop,
    row,
    entry: signalEntry({ reason: of, score, quote, source, isHarm: false }),
    now,
  });
  return { kind: 'sent' };
}

/** What was said is taken back: its case goes on, without the words (E41). */
async function takeBack(deps: Deps, tx: Tx, { shop, source, now }: Told): Promise<Delivery> {
  const seen = await first(tx, selectEntryFrom, { shopId: shop.id, source });
  const seenIn = seen && (await findCase(tx, { shopId: shop.id, id: seen.caseId }));
  // Whoever merges or erases its shopper goes the same way: the shopper first, then what is theirs.
  if (seenIn !== undefined) await lockedOwner(tx, seenIn);
  const known = await first(tx, selectEntryFrom, { shopId: shop.id, source });
  if (known === undefined || known.data['withdrawn'] === true) return dropped('nothing is known');
  const row = await first(tx, lockCase, { shopId: shop.id, id: known.caseId });
  if (row === undefined) return dropped('nothing is known');
  const entries = await tx.run(selectCaseEntries, { shopId: shop.id, caseId: row.id });
  const isItsTitle = entries.some(
    (entry) => entry.source === source && titleOf(entry.note) === row.title,
  );
  const title = isItsTitle ? null : row.title;
  await tx.run(blankEntriesFrom, { shopId: shop.id, source });
  const data = { withdrawn: true };
  const entry = { by: BY_RULE, kind: 'signal', note: null, data, source } as const;
  await noteIn(deps, tx, { shop, row: { ...row, title }, entry, now });
  return { kind: 'sent' };
}

function isSame({ data, note }: CaseEntryRow, { score, quote }: ScoredWords): boolean {
  return data['score'] === score && note === quote;
}
