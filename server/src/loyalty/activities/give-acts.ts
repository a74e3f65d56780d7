import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { followEarning } from '../games/follow-earning.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import type { ProgramVersion } from '../program/load-program.ts';
import { activityTalliesOf, applyActivity } from './record-activity.ts';

/** Acts that follow from what a shopper says of themself, each of which counts once in their life. */
type OnceAct = 'profile' | 'newsletter';

/** Gives what acts bring that count once; those that counted before bring nothing. The book is not saved. */
export const giveActs = async (
  { secretKey }: Pick<Deps, 'secretKey'>,
  tx: Tx,
  open: OpenBook,
  input: { program: ProgramVersion; acts: readonly OnceAct[] },
): Promise<void> => {
  const { program, acts } = input;
  for (const kind of acts) {
    const facts = { kind, name: null, at: open.now, amountMinor: null, currency: null };
    const id = `${kind}:${open.shopper.id}`;
    const act = { id, facts, channel: null, market: null };
    const { isNew, terms } = await applyActivity(tx, open, program, act);
    if (!isNew) continue;
    const after = activityTalliesOf(facts, terms);
    await followEarning(tx, open, program, { at: open.now, before: {}, after, secretKey });
  }
};
