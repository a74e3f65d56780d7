import type { BalanceFault } from '@okaeri/shared/balance-imports';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { loadProgram } from '../program/load-program.ts';
import { takeReferralCode } from '../referrals/my-referral.ts';
import type { ShopRow, ShopperRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { ladderOf, tierIdOf } from '../tiers/ladder-rules.ts';
import { standingOf } from '../tiers/follow-tiers.ts';
import { lockShopper } from '../ledger/queries.ts';
import { BringingStoppedError } from './bringing-stopped.ts';
import type { BroughtMember } from './brought-member-rules.ts';
import { selectImported } from './adjustment-queries.ts';
import { adjustInBook } from './adjust-points.ts';
import { findExisting } from './lock-shopper.ts';
import { lockShopperByEmail, updatePreferences } from './queries.ts';
import { openShopperBook, resolveShopper } from './resolve-shopper.ts';
import { foldEmail } from './shopper-rules.ts';

/** What is wrong with a line. */
export type Fault = Omit<BalanceFault, 'line'>;
/** Why it could not come. */
export type Faulty = { readonly fault: Fault };

/** What stands under an import, and how it is called in the history. */
export interface BringOrder {
  readonly batchId: string;
  readonly source: string;
  /** Tiers of the programme by what the file calls them. */
  readonly tiers: Readonly<Record<string, string>>;
}

/** Nobody is made of an address. */
export const UNKNOWN: Faulty = {
  fault: {
    code: 'shopperUnknown',
    detail: 'Nobody with an id has shown that this address is theirs; bring the id along.',
  },
};

/** By address alone nobody is made: whoever proves it later would not find the points. */
export const idOf = async (
  tx: Tx,
  shopId: string,
  member: BroughtMember,
): Promise<string | undefined> => {
  if (member.shopperId !== null) return member.shopperId;
  const emailKey = foldEmail(member.email ?? '');
  return (await first(tx, lockShopperByEmail, { shopId, emailKey }))?.externalId ?? undefined;
};

/** What is still to be given of the two parts: what was ever earned, and what of it was spent elsewhere. */
const missing = async (
  tx: Tx,
  who: { shopId: string; shopperId: string } | undefined,
  { points, lifetimePoints }: BroughtMember,
): Promise<{ earned: number; spent: number }> => {
  const lifetime = lifetimePoints ?? points;
  const target = { earned: lifetime, spent: points - lifetime };
  if (who === undefined) return target;
  const had = { earned: 0, spent: 0 };
  for (const row of await tx.run(selectImported, who))
    had[row.countsForLifetime ? 'earned' : 'spent'] += row.points;
  return { earned: target.earned - had.earned, spent: target.spent - had.spent };
};

/** What a line would change, without changing it. */
export const wouldBring = (
  deps: Deps,
  shop: ShopRow,
  member: BroughtMember,
): Promise<Faulty | { shopperId: string; isNew: boolean; before: number; after: number }> =>
  deps.store.write(async (tx) => {
    const externalId = await idOf(tx, shop.id, member);
    if (externalId === undefined) return UNKNOWN;
    const row = await findExisting(tx, { shopId: shop.id, externalId });
    const who = row && { shopId: shop.id, shopperId: row.id };
    const { earned, spent } = await missing(tx, who, member);
    const before = row ? (await openBook(tx, row, nowOf(deps, shop))).book.account.available : 0;
    const isNew = row === undefined;
    return { shopperId: externalId, isNew, before, after: before + earned + spent };
  });

/** Within one write: what is needed to bring somebody. */
export interface Bringing {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly shop: ShopRow;
  readonly program: {
    readonly document: Awaited<ReturnType<typeof loadProgram>>;
    readonly version: number;
  };
  readonly now: number;
}

/** The member’s row, made where there is none, and joined; undefined for somebody who was erased. */
export const enter = async (
  { deps, tx, shop, program, now }: Bringing,
  member: BroughtMember,
  externalId: string,
): Promise<ShopperRow | undefined> => {
  const { email, name } = member;
  const who = { externalId, email, name, locale: null };
  const shopper = await resolveShopper(deps, tx, { shopId: shop.id, who, now });
  if (shopper === undefined || shopper.erasedAt !== null) return undefined;
  // Joining brings no bonus: they joined elsewhere (semantics, rule 5).
  await saveBook(tx, await openShopperBook(tx, { shopper, program, now, bonus: false }));
  return first(tx, lockShopper, { shopId: shop.id, shopperId: shopper.id });
};

const give = async (
  { tx, program, now }: Bringing,
  shopper: ShopperRow,
  order: BringOrder,
  part: { points: number; countsForLifetime: boolean },
): Promise<Fault | undefined> => {
  if (part.points === 0) return undefined;
  const { shopId, id: shopperId } = shopper;
  const locked = await first(tx, lockShopper, { shopId, shopperId });
  if (locked === undefined) return undefined;
  const open = await openBook(tx, locked, now);
  const reason = `Brought from ${order.source}`;
  const { batchId } = order;
  const done = await adjustInBook(tx, open, program, { ...part, reason, note: null, batchId });
  return 'refused' in done ? { code: 'pointsInvalid', detail: done.refused.detail } : undefined;
};

const keepProfile = async (
  { tx, now }: Bringing,
  row: ShopperRow,
  member: BroughtMember,
): Promise<void> => {
  const { birthday } = member;
  const tags = [...new Set([...row.tags, ...member.tags])];
  if ((birthday === null || row.birthday !== null) && tags.length === row.tags.length) return;
  await tx.run(updatePreferences, {
    ...row,
    shopperId: row.id,
    birthday: row.birthday ?? birthday,
    birthdaySetAt: row.birthday === null && birthday !== null ? now : row.birthdaySetAt,
    tags,
  });
};

const remarksOf = async (
  { tx, shop, program }: Bringing,
  shopperId: string,
  member: BroughtMember,
  order: BringOrder,
): Promise<Fault[]> => {
  const remarks: Fault[] = [];
  const { referralCode: code, tier } = member;
  const key = { shopId: shop.id, shopperId };
  if (code !== null && !(await takeReferralCode(tx, { ...key, code })))
    remarks.push({ code: 'referralCodeTaken', detail: `Somebody else has the code "${code}".` });
  const ladder = ladderOf(program.document);
  const row = await first(tx, lockShopper, key);
  if (tier === null || ladder === null || row === undefined) return remarks;
  const stands = tierIdOf(await standingOf(tx, row, ladder), ladder);
  const wanted = order.tiers[tier] ?? tier;
  if (stands !== wanted)
    remarks.push({
      code: 'tierDiffers',
      detail: `The file says "${tier}"; by the programme it is ${stands ?? 'none'}.`,
    });
  return remarks;
};

/**
 * Brings one member with the points, the name and the code they had elsewhere. What tiers count is
 * everything they ever earned. All of it or nothing.
 */
export const bringBalance = (
  deps: Deps,
  shop: ShopRow,
  member: BroughtMember,
  order: BringOrder,
): Promise<Faulty | { points: number; remarks: Fault[] }> =>
  deps.quietStore
    .write(async (tx): Promise<Faulty | { points: number; remarks: Fault[] }> => {
      const version = shop.programVersion;
      const document = await loadProgram(deps, tx, { shopId: shop.id, version });
      const now = nowOf(deps, shop);
      const bringing = { deps, tx, shop, program: { document, version }, now };
      const externalId = await idOf(tx, shop.id, member);
      if (externalId === undefined) return UNKNOWN;
      const shopper = await enter(bringing, member, externalId);
      if (shopper === undefined)
        return { fault: { code: 'erased', detail: 'This person was erased.' } };
      const who = { shopId: shop.id, shopperId: shopper.id };
      const { earned, spent } = await missing(tx, who, member);
      // What is taken goes last where something is given, and first where both go down.
      const parts = [
        { points: earned, countsForLifetime: true },
        { points: spent, countsForLifetime: false },
      ].toSorted((a, b) => b.points - a.points);
      for (const part of parts) {
        const fault = await give(bringing, shopper, order, part);
        if (fault !== undefined) throw new BringingStoppedError(fault);
      }
      const after = await first(tx, lockShopper, who);
      if (after !== undefined) await keepProfile(bringing, after, member);
      const remarks = await remarksOf(bringing, shopper.id, member, order);
      return { points: earned + spent, remarks };
    })
    .catch((error: unknown) => {
      if (error instanceof BringingStoppedError) return { fault: error.fault };
      throw error;
    });
