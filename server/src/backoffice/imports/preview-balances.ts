import type { Outcome } from '../../platform/lib/outcome.ts';
import type {
  BalanceChange,
  BalanceFault,
  BalancePreview,
  BalanceSample,
} from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../deps.ts';
import { createPace } from '../../platform/lib/pace.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { wouldImport } from './import-balance.ts';
import { createHistory } from './look-at-history.ts';
import { tierMeant, unknownTier } from './import-tier.ts';
import { ladderOf } from '../../loyalty/tiers/ladder-rules.ts';
import type { BalanceRow } from './balance-row-rules.ts';
import { membersIn, type MembersInput } from './members-input.ts';
import { readMembersFile } from './read-in-worker.ts';
import { readingTurns } from './take-turns.ts';

/** Lines shown before anything is written. */
const SAMPLE = 20;

/** Lines looked at in one read, so that none lasts long. */
const LOOKED_AT_ONCE = 25;

/** Tiers of a file that are listed: a programme has twenty, and a file with more has them in the wrong column. */
const TIERS_TOLD_MAX = 200;

type Looked = Awaited<ReturnType<typeof wouldImport>>;

/** Says what a file of members would change, and changes nothing. */
export const previewBalances = (
  deps: Deps,
  input: MembersInput,
): Promise<Outcome<BalancePreview>> => readingTurns.run(() => look(deps, input));

async function look(deps: Deps, input: MembersInput): Promise<Outcome<BalancePreview>> {
  const read = await readMembersFile(deps, membersIn(deps, input), input.signal);
  if ('refused' in read) return read;
  const { rows, headers, columns, format, encoding, dateOrder, decimalMark, count } = read.ok;
  const faults = [...read.ok.faults];
  const changes: BalanceChange[] = [];
  for (const would of await lookAtEach(deps, input, rows))
    if ('fault' in would) faults.push({ line: would.line, ...would.fault });
    else changes.push(would);
  const refused = read.ok.refused + faults.length - read.ok.faults.length;
  // A remark keeps no line from coming.
  // A history brings movements alone.
  const tiers = await readTiers(deps, input, input.options.kind === 'history' ? [] : rows);
  faults.push(...tiers.faults);
  const used = new Set(Object.values(columns));
  return {
    ok: {
      format,
      encoding,
      dateOrder,
      decimalMark,
      columns,
      unused: headers.filter((header) => !used.has(header)),
      rows: count,
      ready: count - refused,
      refused,
      points: changes.reduce((sum, { before, after }) => sum + after - before, 0),
      tiers: tiers.tiers,
      newShoppers: changes.filter(({ isNew }) => isNew).length,
      faults: faults.toSorted((a, b) => a.line - b.line).slice(0, LIMITS.importFaultsMax),
      sample: sampleOf(changes, rows),
    },
  };
}

async function lookAtEach(
  deps: Deps,
  { shop, options, signal }: MembersInput,
  rows: readonly BalanceRow[],
): Promise<Looked> {
  const pace = createPace({
    timeoutMs: deps.workLimits.lookMs,
    advice: 'split the file into smaller ones',
    signal: deps.underWay.until(signal),
  });
  const history = createHistory(deps, shop);
  const looked: Looked = [];
  for (let from = 0; from < rows.length; from += LOOKED_AT_ONCE) {
    await pace.step();
    const some = rows.slice(from, from + LOOKED_AT_ONCE);
    const found =
      options.kind === 'history' ? await history.add(some) : await wouldImport(deps, shop, some);
    looked.push(...found);
  }
  return [...looked, ...history.people()];
}

/** Tiers of the file and which of the programme's each means; one that means none is listed once. */
async function readTiers(
  deps: Deps,
  { shop, options }: MembersInput,
  rows: readonly BalanceRow[],
): Promise<{ tiers: Record<string, string | null>; faults: BalanceFault[] }> {
  const version = shop.programVersion;
  const document = await deps.store.read((tx) =>
    loadProgram(deps, tx, { shopId: shop.id, version }),
  );
  const ladder = ladderOf(document);
  const tiers = new Map<string, string | null>();
  const faults: BalanceFault[] = [];
  for (const { line, tier: called } of rows) {
    if (ladder === null || called === null || tiers.has(called)) continue;
    if (tiers.size === TIERS_TOLD_MAX) break;
    const meant = tierMeant(ladder, called, options.tiers)?.id ?? null;
    tiers.set(called, meant);
    if (meant === null) faults.push({ line, ...unknownTier(called) });
  }
  return { tiers: Object.fromEntries(tiers), faults };
}

function sampleOf(
  changes: readonly BalanceChange[],
  rows: readonly BalanceRow[],
): readonly BalanceSample[] {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  return changes.slice(0, SAMPLE).map((change) => {
    const { name = null, email = null, tier = null } = byLine.get(change.line) ?? {};
    return { ...change, name, email, tier };
  });
}
