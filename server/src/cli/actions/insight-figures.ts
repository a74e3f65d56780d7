import type { Figure } from '@okaeri/shared/figures';
import type { FigureAsked } from '../../backoffice/insights/figures/figure-order.ts';
import { periodNamed } from '../../backoffice/insights/figures/period-rules.ts';
import { figureTable } from '../../backoffice/insights/figures/figure-tables.ts';
import { figureNow } from '../../backoffice/insights/figures/take-figure.ts';
import { requireShop, withDeps } from './with-deps.ts';

interface Options {
  readonly shop: string;
  readonly asOf?: string;
  readonly months: number;
  readonly days: number;
  readonly period?: string;
  readonly json?: boolean;
}

/** Prints a figure: as the API answers it, or as a table. */
const print = (options: Options, asked: FigureAsked): Promise<void> =>
  withDeps(async (deps) => {
    const shop = await requireShop(deps, options.shop);
    const found = await figureNow(deps, shop, { asOf: options.asOf, asked });
    if ('refused' in found) throw new Error(found.refused.detail);
    if (options.json) console.log(JSON.stringify(found.ok));
    else printTable(found.ok, figureTable(asked.figure, found.ok));
  });

export const cohorts = (options: Options): Promise<void> =>
  print(options, { figure: 'cohorts', months: options.months });

export const gaps = (options: Options): Promise<void> => print(options, { figure: 'gaps' });

export const rfm = (options: Options): Promise<void> => print(options, { figure: 'rfm' });

export const liability = (options: Options): Promise<void> =>
  print(options, { figure: 'liability' });

export const changes = (options: Options): Promise<void> =>
  print(options, { figure: 'changes', days: options.days, confidence: 95 });

export const report = (options: Options): Promise<void> => {
  const { period } = options;
  if (period !== undefined && periodNamed(period) === undefined)
    throw new Error(`The calendar has no week ${period}.`);
  return print(options, { figure: 'report', period });
};

export const acquisition = (options: Options): Promise<void> =>
  print(options, { figure: 'acquisition' });

export const deeds = (options: Options): Promise<void> =>
  print(options, { figure: 'words-and-deeds' });

export const measurements = (options: Options): Promise<void> =>
  print(options, { figure: 'measurements' });

export const effects = (options: Options): Promise<void> =>
  print(options, { figure: 'effects', period: options.period });

export const returned = (options: Options): Promise<void> =>
  print(options, { figure: 'return', period: options.period });

export const map = (options: Options): Promise<void> =>
  print(options, { figure: 'map', period: options.period });

/** What stands beside every row is said once, above them. */
function printTable(
  { asOf, people, definition }: Figure,
  { rows }: { readonly rows: readonly Readonly<Record<string, unknown>>[] },
): void {
  const beside = new Set(['asOf', 'people', 'definition']);
  console.log(`As of ${asOf}, of ${people} people. ${definition}\n`);
  console.table(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !beside.has(column))),
    ),
  );
}
