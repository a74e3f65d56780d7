import type { Deps } from '../../deps.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { CaseSignal } from '../../case-signals.ts';
import { reasonFor } from './opening-rules.ts';
import { selectEntryFrom } from './queries.ts';
import { caseSettingsOf } from './settings.ts';

/** What entries of a case that came from a score are known by. */
export const sourceOf = ({ kind, id }: CaseSignal['source']): string => `${kind}:${id}`;

/**
 * Notes that a score was given, changed or taken back, where something may come of it: it is low and opens a case, or
 * a case knows it (E15). What stands of it is read when it is delivered.
 */
export const signalCase = async (deps: Deps, tx: Tx, signal: CaseSignal): Promise<boolean> => {
  const { shop, source, by, score, change, dueAt } = signal;
  const isLow =
    score !== null && reasonFor({ by, score }, await caseSettingsOf(tx, shop.id)) !== null;
  const known = { shopId: shop.id, source: sourceOf(source) };
  if (!isLow && (await first(tx, selectEntryFrom, known)) === undefined) return false;
  await addToOutbox(deps, tx, {
    shop,
    id: `caseSignal:${sourceOf(source)}:${change}`,
    payload: { kind: 'caseSignal', source },
    dueAt,
  });
  return isLow;
};
