import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { takeReferralCode } from '../../loyalty/referrals/my-referral.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';
import { selectImported } from '../../loyalty/ledger/adjustment-queries.ts';
import {
  importMember,
  findIdOf,
  idOf,
  UNKNOWN,
  type MemberImport,
  type MemberImportOrder,
  type Entered,
  type Fault,
  type WithErrors,
} from './import-member.ts';
import { importTier } from './import-tier.ts';
import { ImportStoppedError } from './import-stopped.ts';
import type { ImportedMember } from './documents.ts';
import { findExisting, findNamedId } from '../../loyalty/shoppers/lock-shopper.ts';
import { updatePreferences } from '../../loyalty/shoppers/queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

interface Change {
  readonly shopperId: string;
  readonly isNew: boolean;
  readonly before: number;
  readonly after: number;
}

/** What some lines would change, without changing it: in one read, so few of them. */
export const wouldImport = (
  deps: Deps,
  shop: ShopRow,
  members: readonly (ImportedMember & { readonly line: number })[],
): Promise<({ readonly line: number } & (WithErrors | Change))[]> =>
  deps.store.read(async (tx) => {
    const now = nowOf(deps, shop);
    const changes = [];
    for (const member of members)
      changes.push({ line: member.line, ...(await changeOf(tx, { shop, now }, member)) });
    return changes;
  });

/**
 * Brings one member with the points, the name, the code and the tier they had elsewhere. What tiers count
 * is everything they ever earned, and what is missing to the tier they had. All of it or nothing.
 */
export const importBalance = (
  deps: Deps,
  shop: ShopRow,
  member: ImportedMember,
  order: MemberImportOrder,
): Promise<WithErrors | { points: number; remarks: Fault[] }> =>
  deps.storeWithoutEvents
    .write(async (tx): Promise<WithErrors | { points: number; remarks: Fault[] }> => {
      const { document, version } = await currentProgram(deps, tx, shop);
      const now = nowOf(deps, shop);
      const bringing = { deps, tx, shop, program: { document, version }, now };
      const externalId = await idOf(tx, shop.id, member);
      if (externalId === undefined) return UNKNOWN;
      const entered = await importMember(bringing, member, externalId);
      if (entered === undefined)
        return { fault: { code: 'erased', detail: 'This person was erased.' } };
      const { earned, spent } = await missing(tx, shop.id, entered.namedId, member);
      // What is taken goes last where something is given, and first where both go down.
      const parts = [
        { points: earned, countsForLifetime: true },
        { points: spent, countsForLifetime: false },
      ].toSorted((a, b) => b.points - a.points);
      for (const part of parts) {
        const fault = await give(bringing, entered, order, part);
        if (fault !== undefined) throw new ImportStoppedError(fault);
      }
      const who = { shopId: shop.id, shopperId: entered.shopper.id };
      const after = await first(tx, lockShopper, who);
      if (after !== undefined) await keepProfile(bringing, after, member);
      const remarks = await remarksOf(bringing, entered, member, order);
      return { points: earned + spent, remarks };
    })
    .catch((error: unknown) => {
      if (error instanceof ImportStoppedError) return { fault: error.fault };
      throw error;
    });

async function changeOf(
  tx: Tx,
  { shop, now }: { shop: ShopRow; now: number },
  member: ImportedMember,
): Promise<WithErrors | Change> {
  const externalId = await findIdOf(tx, shop.id, member);
  if (externalId === undefined) return UNKNOWN;
  const key = { shopId: shop.id, externalId };
  const row = await findExisting(tx, key);
  const { earned, spent } = await missing(tx, shop.id, await findNamedId(tx, key), member);
  const before = row ? (await openBook(tx, row, now)).book.account.available : 0;
  const isNew = row === undefined;
  return { shopperId: externalId, isNew, before, after: before + earned + spent };
}

/** What is still to be given of the two parts: what was ever earned, and what of it was spent elsewhere. */
async function missing(
  tx: Tx,
  shopId: string,
  namedId: string | undefined,
  { points, lifetimePoints }: ImportedMember,
): Promise<{ earned: number; spent: number }> {
  const lifetime = lifetimePoints ?? points;
  const target = { earned: lifetime, spent: points - lifetime };
  if (namedId === undefined) return target;
  const had = { earned: 0, spent: 0 };
  for (const row of await tx.run(selectImported, { shopId, shopperId: namedId }))
    had[row.countsForLifetime ? 'earned' : 'spent'] += row.points;
  return { earned: target.earned - had.earned, spent: target.spent - had.spent };
}

async function give(
  { tx, program, now }: MemberImport,
  { shopper, namedId }: Entered,
  order: MemberImportOrder,
  part: { points: number; countsForLifetime: boolean },
): Promise<Fault | undefined> {
  if (part.points === 0) return undefined;
  const { shopId, id: shopperId } = shopper;
  const locked = await first(tx, lockShopper, { shopId, shopperId });
  if (locked === undefined) return undefined;
  const open = await openBook(tx, locked, now);
  const reason = `Brought from ${order.source}`;
  const { batchId } = order;
  const done = await adjustInBook(tx, open, program, {
    ...part,
    reason,
    note: null,
    batchId,
    namedId,
    isBrought: true,
  });
  return 'refused' in done ? { code: 'pointsInvalid', detail: done.refused.detail } : undefined;
}

async function keepProfile(
  { tx, now }: MemberImport,
  row: ShopperRow,
  member: ImportedMember,
): Promise<void> {
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
}

async function remarksOf(
  bringing: MemberImport,
  { shopper, namedId }: Entered,
  member: ImportedMember,
  order: MemberImportOrder,
): Promise<Fault[]> {
  const { tx, shop } = bringing;
  const { referralCode: code, tier } = member;
  const key = { shopId: shop.id, shopperId: shopper.id };
  const remarks: Fault[] = [];
  if (code !== null && !(await takeReferralCode(tx, { ...key, code })))
    remarks.push({ code: 'referralCodeTaken', detail: `Somebody else has the code "${code}".` });
  const row = await first(tx, lockShopper, key);
  if (tier === null || row === undefined) return remarks;
  const fault = await importTier(bringing, { shopper: row, namedId }, tier, order);
  return fault ? [...remarks, fault] : remarks;
}
