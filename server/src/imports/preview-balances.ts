import type { BalanceChange, BalanceFault, BalancePreview } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { loadProgram } from '../program/load-program.ts';
import { wouldBring } from '../shoppers/bring-balance.ts';
import { wouldMove } from '../shoppers/bring-movement.ts';
import { tierMeant, unknownTier } from '../shoppers/bring-tier.ts';
import type { ShopRow } from '../store/rows.ts';
import { ladderOf } from '../tiers/ladder-rules.ts';
import type { BalanceRow } from './balance-row-rules.ts';
import { readMembers, type MembersFile, type Outcome } from './read-members.ts';

/** Lines shown before anything is written. */
const SAMPLE = 20;

type Looked = ({ readonly line: number } & Awaited<ReturnType<typeof wouldBring>>)[];

/** One after another: a file has more lines than writes may wait. */
const lookAtEach = async (
  deps: Deps,
  shop: ShopRow,
  rows: readonly BalanceRow[],
): Promise<Looked> => {
  const looked: Looked = [];
  for (const row of rows) looked.push({ line: row.line, ...(await wouldBring(deps, shop, row)) });
  return looked;
};

/** Tiers of the file and which of the programme's each means; one that means none is told once. */
const readTiers = async (
  deps: Deps,
  { shop, options }: MembersFile,
  rows: readonly BalanceRow[],
): Promise<{ tiers: Record<string, string | null>; faults: BalanceFault[] }> => {
  const version = shop.programVersion;
  const document = await deps.store.read((tx) =>
    loadProgram(deps, tx, { shopId: shop.id, version }),
  );
  const ladder = ladderOf(document);
  const tiers = new Map<string, string | null>();
  const faults: BalanceFault[] = [];
  for (const { line, tier: called } of rows) {
    if (ladder === null || called === null || tiers.has(called)) continue;
    const meant = tierMeant(ladder, called, options.tiers)?.id ?? null;
    tiers.set(called, meant);
    if (meant === null) faults.push({ line, ...unknownTier(called) });
  }
  return { tiers: Object.fromEntries(tiers), faults };
};

/** Says what a file of members would change, and changes nothing. */
export const previewBalances = async (
  deps: Deps,
  input: MembersFile,
): Promise<Outcome<BalancePreview>> => {
  const read = await readMembers(input, nowOf(deps, input.shop));
  if ('refused' in read) return read;
  const { rows, headers, columns, format, encoding, count } = read.ok;
  const faults = [...read.ok.faults];
  const changes: BalanceChange[] = [];
  const isHistory = input.options.kind === 'history';
  const looked = isHistory
    ? await wouldMove(deps, input.shop, rows)
    : await lookAtEach(deps, input.shop, rows);
  for (const would of looked)
    if ('fault' in would) faults.push({ line: would.line, ...would.fault });
    else changes.push(would);
  const refused = new Set(faults.map(({ line }) => line)).size;
  // What is only told keeps no line from coming.
  // A history brings movements alone.
  const tiers = await readTiers(deps, input, isHistory ? [] : rows);
  faults.push(...tiers.faults);
  const used = new Set(Object.values(columns));
  return {
    ok: {
      format,
      encoding,
      columns,
      unused: headers.filter((header) => !used.has(header)),
      rows: count,
      ready: count - refused,
      refused,
      points: changes.reduce((sum, { before, after }) => sum + after - before, 0),
      tiers: tiers.tiers,
      newShoppers: changes.filter(({ isNew }) => isNew).length,
      faults: faults.toSorted((a, b) => a.line - b.line).slice(0, LIMITS.importFaultsMax),
      sample: changes.slice(0, SAMPLE),
    },
  };
};
