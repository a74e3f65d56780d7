import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { allTaken } from '../take-in-turn.ts';
import type { FigureAnswers } from './documents.ts';
import type { FigureAsked, FigureName } from './figure-order.ts';
import { readFigure } from './read-figure.ts';

/** A figure as it is kept; one that nobody has asked for yet is waited for. Null where it could not be taken. */
export const settledFigure = async <Name extends FigureName>(
  deps: Deps,
  shop: ShopRow,
  of: { readonly asOf: undefined; readonly asked: Extract<FigureAsked, { figure: Name }> },
): Promise<FigureAnswers[Name] | null> => {
  const kept = await readFigure<Name>(deps, shop, of);
  if ('ok' in kept && kept.ok !== null) return kept.ok;
  await allTaken();
  const taken = await readFigure<Name>(deps, shop, of);
  return 'ok' in taken ? taken.ok : null;
};
