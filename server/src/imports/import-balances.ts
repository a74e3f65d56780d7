import type { BalanceFault, BalanceImport } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { isoOf } from '../lib/clock.ts';
import { bringReferral, dropReferrals } from '../referrals/bring-referral.ts';
import { newImportId } from '../shoppers/adjustment-rules.ts';
import { bringBalance } from '../shoppers/bring-balance.ts';
import { idOf } from '../shoppers/bring-member.ts';
import { bringMovement } from '../shoppers/bring-movement.ts';
import { undoBatch } from '../shoppers/undo-batch.ts';
import type { BalanceImportRow, ShopRow } from '../store/rows.ts';
import { first } from '../store/store.ts';
import { BALANCE_SOURCES } from './balance-column-rules.ts';
import {
  insertBalanceImport,
  selectBalanceImport,
  selectBalanceImports,
  updateBalanceImport,
} from './balance-queries.ts';
import type { BalanceRow } from './balance-row-rules.ts';
import { readMembers, type MembersFile, type Outcome } from './read-members.ts';

/** Lines between two looks at how far it has come. */
const AT_ONCE = 100;

const viewOf = (row: BalanceImportRow, faults: readonly BalanceFault[]): BalanceImport => ({
  id: row.id,
  source: row.source,
  rows: row.rows,
  imported: row.imported,
  refused: row.refused,
  points: row.points,
  createdAt: isoOf(row.createdAt),
  undoneAt: row.undoneAt === null ? null : isoOf(row.undoneAt),
  faults: faults.slice(0, LIMITS.importFaultsMax),
});

const bringRecommendation = (
  deps: Deps,
  { shopId, id: importId, createdAt: now }: BalanceImportRow,
  member: BalanceRow,
): Promise<BalanceFault[]> =>
  deps.quietStore.write(async (tx) => {
    const friendId = await idOf(tx, shopId, member);
    if (friendId === undefined) return [];
    const referrer = member.referredBy ?? '';
    const fault = await bringReferral(tx, { shopId, importId, friendId, referrer, now });
    return fault === undefined ? [] : [{ line: member.line, ...fault }];
  });

/**
 * Takes a file of members in. A line that cannot come is told with its reason and keeps no other from
 * coming. A balance is where the shopper should be by this and earlier files, so that the same file
 * again moves nothing, and a later one moves by what has changed.
 */
export const importBalances = async (
  deps: Deps,
  input: MembersFile,
): Promise<Outcome<BalanceImport>> => {
  const { shop, options } = input;
  const read = await readMembers(input, nowOf(deps, shop));
  if ('refused' in read) return read;
  const faults = [...read.ok.faults];
  const row: BalanceImportRow = {
    shopId: shop.id,
    id: newImportId(),
    source: BALANCE_SOURCES[read.ok.format],
    rows: read.ok.count,
    imported: 0,
    refused: faults.length,
    points: 0,
    createdAt: nowOf(deps, shop),
    undoneAt: null,
  };
  await deps.store.write((tx) => tx.run(insertBalanceImport, row));
  const bring = options.kind === 'history' ? bringMovement : bringBalance;
  // What was earned comes before what was spent of it.
  const members = read.ok.rows.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const recommended: BalanceRow[] = [];
  for (const [index, member] of members.entries()) {
    const order = { batchId: row.id, source: row.source, tiers: options.tiers };
    const brought = await bring(deps, shop, member, order);
    if (!('fault' in brought) && member.referredBy !== null) recommended.push(member);
    if ('fault' in brought) {
      row.refused += 1;
      faults.push({ line: member.line, ...brought.fault });
    } else {
      row.imported += 1;
      row.points += brought.points;
      faults.push(...brought.remarks.map((remark) => ({ line: member.line, ...remark })));
    }
    if ((index + 1) % AT_ONCE === 0)
      await deps.store.write((tx) => tx.run(updateBalanceImport, row));
  }
  // Who recommended somebody may stand below them.
  for (const member of recommended) faults.push(...(await bringRecommendation(deps, row, member)));
  await deps.store.write((tx) => tx.run(updateBalanceImport, row));
  return {
    ok: viewOf(
      row,
      faults.toSorted((a, b) => a.line - b.line),
    ),
  };
};

/** The latest files of members, with how far each has come. */
export const listBalanceImports = (
  deps: Deps,
  shop: ShopRow,
): Promise<{ items: BalanceImport[] }> =>
  deps.store.read(async (tx) => {
    const asked = { shopId: shop.id, limit: LIMITS.pageDefault };
    const found = await tx.run(selectBalanceImports, asked);
    return { items: found.map((row) => viewOf(row, [])) };
  });

/** Takes back what a file of members brought, as far as it was not spent. Repeating it changes nothing. */
export const undoBalanceImport = async (
  deps: Deps,
  input: { shop: ShopRow; importId: string },
): Promise<Outcome<BalanceImport>> => {
  const { shop, importId } = input;
  const key = { shopId: shop.id, id: importId };
  const row = await deps.store.read((tx) => first(tx, selectBalanceImport, key));
  if (row === undefined)
    return { refused: { code: 'unknownImport', detail: `There is no import "${importId}".` } };
  // Nobody is told by webhook, as nobody was of what came.
  const quiet = { ...deps, store: deps.quietStore };
  const undone = await undoBatch(quiet, { shop, batchId: importId, isImport: true });
  const faults =
    'refused' in undone
      ? []
      : undone.ok.faults.map(({ row: line, detail }) => ({
          line,
          code: 'pointsInvalid' as const,
          detail,
        }));
  await deps.store.write((tx) => dropReferrals(tx, { shopId: shop.id, importId }));
  const after = { ...row, undoneAt: row.undoneAt ?? nowOf(deps, shop) };
  await deps.store.write((tx) => tx.run(updateBalanceImport, after));
  return { ok: viewOf(after, faults) };
};
