import { lockShopRow } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { canonicalJson, sha256 } from '../../platform/lib/digest.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { keepCost } from '../insights/costs.ts';
import { COST_COLUMNS, readCostRow } from './cost-row-rules.ts';
import { readTable } from './read-table.ts';
import { unreadable } from './unreadable.ts';

/** What came of a file of costs. */
interface CostImport {
  rows: number;
  created: number;
  unchanged: number;
  readonly faults: { readonly line: number; readonly reason: string }[];
}

/** Costs kept in one write. */
const IN_ONE_WRITE = 100;
const ID_LENGTH = 32;

/**
 * Imports a file of costs. A bad row is reported with its line and the rest goes in; the same file a second time
 * changes nothing: a row is known again by what stands in it, and how many like it came before.
 */
export const importCosts = async (
  deps: Deps,
  { shop, bytes, dryRun }: { shop: ShopRow; bytes: Uint8Array; dryRun: boolean },
): Promise<Outcome<CostImport>> => {
  const table = readTable({ bytes, encoding: undefined }, (headers) => {
    const names = headers.map((name) => name.trim().toLowerCase());
    const missing = COST_COLUMNS.filter((name) => !names.includes(name));
    if (missing.length > 0) return { fault: `The file lacks the columns ${missing.join(', ')}.` };
    return { columns: Object.fromEntries(names.map((name, i) => [name, headers[i] ?? ''])) };
  });
  if ('refused' in table) return table;
  const { rows, columns } = table.ok;
  if (rows.length === 0) return unreadable('The file has no rows.');
  const report: CostImport = { rows: rows.length, created: 0, unchanged: 0, faults: [] };
  const known = new Map<string, number>();
  for (let from = 0; from < rows.length; from += IN_ONE_WRITE) {
    const read = rows.slice(from, from + IN_ONE_WRITE).map(({ cells, line }) => {
      const named = Object.entries(columns).map(([name, header]) => [name, cells[header] ?? '']);
      return { line, ...readCostRow(Object.fromEntries(named)) };
    });
    const costs = read.flatMap((row) => {
      if ('cost' in row) return [{ ...row, id: idOf(row.cost, known) }];
      report.faults.push({ line: row.line, reason: row.fault });
      return [];
    });
    if (dryRun) report.created += costs.length;
    else await keep(deps, shop, costs, report);
  }
  return { ok: report };
};

async function keep(
  deps: Deps,
  shop: ShopRow,
  costs: readonly (Pick<Parameters<typeof keepCost>[2], 'cost' | 'id'> & { line: number })[],
  report: CostImport,
): Promise<void> {
  const outcomes = await deps.store.writeAlone(async (tx) => {
    await lockShopRow(tx, shop.id);
    const found: { line: number; kept: Awaited<ReturnType<typeof keepCost>> }[] = [];
    for (const { line, cost, id } of costs)
      found.push({ line, kept: await keepCost(deps, tx, { shop, cost, id }) });
    return found;
  });
  for (const { line, kept } of outcomes)
    if ('refused' in kept) report.faults.push({ line, reason: kept.refused.detail });
    else if (kept.isNew) report.created += 1;
    else report.unchanged += 1;
}

function idOf(cost: object, known: Map<string, number>): string {
  const text = canonicalJson(cost);
  const before = known.get(text) ?? 0;
  known.set(text, before + 1);
  return `co_f${sha256(`${before} ${text}`).slice(0, ID_LENGTH)}`;
}
