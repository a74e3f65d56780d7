import type { Deps } from '../../deps.ts';
import { moveParts, withdrawParts } from '../earning/move-parts.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { followEarning } from '../games/follow-earning.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { activityParts } from './activity-rules.ts';
import { selectActivity, setActivityRemoved } from './queries.ts';
import {
  activityTalliesOf,
  applyActivity,
  loadActivity,
  sourceOfActivity,
  type Activity,
} from './record-activity.ts';
import type { ProgramVersion } from '../program/load-program.ts';
import type { ActivityRow } from './tables.ts';

/** An act of the product's own, with what was promised for it. */
type PromisedActivity = Activity & Required<Pick<Activity, 'promised'>>;

/** Takes a known act back, or gives what it once gave again; its terms stay those of its first time. */
export const reapplyActivity = async (
  deps: Deps,
  tx: Tx,
  open: OpenBook,
  input: { row: ActivityRow; program: ProgramVersion; exists: boolean },
): Promise<void> => {
  const { row, exists } = input;
  if ((row.removedAt === null) === exists) return;
  const { facts, terms, program } = await loadActivity(deps, tx, row);
  const source = { ...sourceOfActivity(row, program, open), effectiveAt: open.now };
  if (exists) await moveParts(tx, open, source, activityParts(facts, terms));
  else await withdrawParts(tx, open, source, 'removed');
  const tallies = activityTalliesOf(facts, terms);
  const [before, after] = exists ? [{}, tallies] : [tallies, {}];
  const { secretKey } = deps;
  await followEarning(tx, open, input.program, { at: row.at, before, after, secretKey });
  const { shopId, id } = row;
  await tx.run(setActivityRemoved, { shopId, id, removedAt: exists ? null : open.now });
};

/**
 * Makes an act be, or not be, in an open book: target minus posted, like every
 * source. Saying the same again changes nothing. A new act is given what was
 * promised for it, and nothing where nothing was. The book is not saved.
 *
 * @param input.program under which the promise was made, which judges a new act
 */
export const setActivity = async (
  deps: Deps,
  tx: Tx,
  open: OpenBook,
  input: { act: PromisedActivity; program: ProgramVersion; exists: boolean },
): Promise<void> => {
  const { act, program, exists } = input;
  const row = await first(tx, selectActivity, { shopId: open.shopper.shopId, id: act.id });
  if (row !== undefined) return reapplyActivity(deps, tx, open, { row, program, exists });
  if (!exists || act.promised === null) return;
  const { terms } = await applyActivity(tx, open, program, act);
  const after = activityTalliesOf(act.facts, terms);
  const { secretKey } = deps;
  const { at } = act.facts;
  await followEarning(tx, open, program, { at, before: {}, after, secretKey });
};
