import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { DAY_MS, MINUTE_MS } from '../../../platform/lib/clock.ts';
import type { Outcome } from '../../../platform/lib/outcome.ts';
import { first } from '../../../platform/store/store.ts';
import { deleteFiguresBefore, selectFigure, upsertFigure } from './queries.ts';
import { takeInTurn } from '../take-in-turn.ts';
import type { FigureAnswers, KeptFigure } from './documents.ts';
import { figureKey, type FigureAsked, type FigureName, type FigureOrder } from './figure-order.ts';
import { answerOf, orderFigure, takeFigure } from './take-figure.ts';

const FRESH_MS = 5 * MINUTE_MS;
/** After which time a figure is taken anew when somebody looks (E85). */
export const FIGURE_FRESH_MS: Readonly<Record<FigureName, number>> = {
  cohorts: FRESH_MS,
  gaps: FRESH_MS,
  rfm: FRESH_MS,
  forecast: DAY_MS,
  liability: DAY_MS,
  changes: FRESH_MS,
  report: FRESH_MS,
  measurements: DAY_MS,
  effects: DAY_MS,
  return: DAY_MS,
  map: DAY_MS,
  acquisition: FRESH_MS,
  'retention-value': DAY_MS,
  'words-and-deeds': FRESH_MS,
};
/** A figure nobody took anew for so long is forgotten. */
const KEPT_MS = 7 * DAY_MS;

/** What is known of a figure: nothing until it was taken for the first time. */
export interface ReadFigure {
  readonly order: FigureOrder;
  readonly kept: KeptFigure | undefined;
}

/** A figure as it was last taken; what is too old is taken anew meanwhile. */
export const readKept = async (
  deps: Deps,
  shop: ShopRow,
  of: { readonly asOf: string | undefined; readonly asked: FigureAsked },
): Promise<Outcome<ReadFigure>> => {
  const ordered = await orderFigure(deps, shop, of);
  if ('refused' in ordered) return ordered;
  const order = ordered.ok;
  const row = { shopId: shop.id, key: figureKey(order) };
  const known = await deps.store.read((tx) => first(tx, selectFigure, row));
  const freshMs = FIGURE_FRESH_MS[order.asked.figure];
  if (known === undefined || nowOf(deps, shop) - known.takenAt >= freshMs)
    takeInTurn(deps, `${row.shopId} ${row.key}`, async () => {
      const document = await takeFigure(deps, order);
      const keptAt = deps.clock.now();
      await deps.store.write((tx) =>
        tx.run(upsertFigure, { ...row, document, takenAt: order.now, keptAt }),
      );
    });
  return { ok: { order, kept: known?.document } };
};

/** The answer of a figure; null until it was taken for the first time. */
export const readFigure = async <Name extends FigureName>(
  deps: Deps,
  shop: ShopRow,
  of: { readonly asOf: string | undefined; readonly asked: Extract<FigureAsked, { figure: Name }> },
): Promise<Outcome<FigureAnswers[Name] | null>> => {
  const read = await readKept(deps, shop, of);
  if ('refused' in read) return read;
  const { kept } = read.ok;
  return { ok: kept === undefined ? null : answerOf<Name>({ figure: of.asked.figure, kept }) };
};

/** Forgets figures that nobody has looked at for long. */
export const forgetFigures = (deps: Deps): Promise<unknown> =>
  deps.store.write((tx) => tx.run(deleteFiguresBefore, { before: deps.clock.now() - KEPT_MS }));
