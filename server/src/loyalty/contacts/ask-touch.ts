import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { digestAddress } from '../consents/address-digest.ts';
import {
  decideTouch,
  whyNot,
  type Definition,
  type DropReason,
  type TouchDecision,
} from './decide-touch-rules.ts';
import { countMarketing } from './count-complaints.ts';
import { plannedRow } from './plan-touch.ts';
import type { TouchRow } from './tables.ts';
import { surroundings, touchFacts, type Around, type TouchFacts } from './touch-facts.ts';
import { decideTouchRow, insertTouch, putOffTouch, selectTouch } from './touch-queries.ts';
import type { Someone, WantedTouch } from './touch-types.ts';

/** A touch that is asked about, with the rows of its shop and shopper as they are in this write (E16). */
export interface AskedTouch extends Someone {
  readonly wanted: WantedTouch;
  readonly definition: Definition;
  /**
   * Gathers what it says, once everything else speaks for it, in both arms alike; false where nothing is left to
   * say (E21).
   */
  readonly gather?: () => Promise<boolean>;
}

/** What was decided: also what stood already, and the row of what stands in a page. */
export type Asked = TouchDecision & { readonly isRepeat?: true; readonly row?: TouchRow };

/**
 * Decides a touch and writes down what was decided, in one write with the budget: nobody else decides about what is
 * sent or shown to shoppers. What was decided before stands.
 */
export const askTouch = async (deps: Deps, tx: Tx, asked: AskedTouch): Promise<Asked> => {
  const { known, row, facts, around, decision: weighed } = await weigh(deps, tx, asked);
  if (known !== undefined && known.decision !== null) return repeated(asked, known, facts);
  const decision = await withWords(asked, weighed);
  if (!isWritten(decision, row, known)) return standing(decision, row, around);
  if (known === undefined) await tx.run(insertTouch, row);
  const decided = { decision, row, consentId: facts.consentId };
  await keep(tx, asked, decided);
  tell(tx, asked, decided);
  return { ...decision, row };
};

/** What would be decided now, without writing anything, and whether there would be something to write. */
export const peekTouch = async (
  deps: Deps,
  tx: Tx,
  asked: AskedTouch,
): Promise<Asked & { readonly isWritten: boolean }> => {
  const { known, row, facts, around, decision } = await weigh(deps, tx, asked);
  if (known !== undefined && known.decision !== null)
    return { ...repeated(asked, known, facts), isWritten: false };
  return { ...standing(decision, row, around), isWritten: isWritten(decision, row, known) };
};

interface Weighed {
  readonly known: TouchRow | undefined;
  readonly row: TouchRow;
  readonly facts: TouchFacts;
  readonly around: Around;
  readonly decision: TouchDecision;
}

interface Decided {
  readonly decision: TouchDecision;
  readonly row: TouchRow;
  readonly consentId: string | null;
}

async function weigh(deps: Deps, tx: Tx, asked: AskedTouch): Promise<Weighed> {
  const { shop, shopper, wanted, now } = asked;
  const { key } = wanted;
  const known = await first(tx, selectTouch, { shopId: shop.id, key });
  const planned = { shop, shopperId: shopper.id, wanted, now };
  const row = known ?? (await plannedRow(deps, tx, planned));
  const facts = await touchFacts(deps, tx, { ...asked, row });
  const around = await surroundings(deps, tx, { ...asked, row });
  return { known, row, facts, around, decision: decideTouch(facts.touch, around) };
}

async function withWords(asked: AskedTouch, decision: TouchDecision): Promise<TouchDecision> {
  const isMade = decision.decision !== 'waits' && decision.decision !== 'dropped';
  if (!isMade || asked.gather === undefined || (await asked.gather())) return decision;
  return { decision: 'dropped', reason: 'subjectGone' };
}

/**
 * A page asks without a plan: a no writes nothing, and what stands already is there. What was planned for a page is
 * over once it is; while it waits nothing is written, as it reserves no room.
 */
function isWritten(decision: TouchDecision, row: TouchRow, known: TouchRow | undefined): boolean {
  if (row.channel === 'email') return true;
  if (decision.decision === 'shown') return decision.isNew;
  return known !== undefined && decision.decision !== 'waits';
}

/** What was decided without a new row: of what stands in a page already, its own. */
function standing(decision: TouchDecision, row: TouchRow, { counted }: Around): Asked {
  if (decision.decision !== 'shown' || decision.isNew) return decision;
  const stands = counted.find(
    (other) =>
      other.kind === row.kind && other.channel === row.channel && other.subject === row.subject,
  );
  return stands === undefined ? decision : { ...decision, row: stands };
}

async function keep(tx: Tx, { shop, shopper, now }: AskedTouch, weighed: Decided): Promise<void> {
  const { decision, row, consentId } = weighed;
  const of = { shopId: shop.id, key: row.key };
  if (decision.decision === 'waits') {
    const { until, reason } = decision;
    await tx.run(putOffTouch, { ...of, askAt: until, waitReason: reason });
    return;
  }
  const reason = decision.decision === 'dropped' ? decision.reason : null;
  const proof = decision.decision === 'sent' ? consentId : null;
  const addressDigest =
    decision.decision === 'sent' && shopper.email !== null
      ? await digestAddress(tx, shop.id, shopper.email)
      : null;
  const decided = { decision: decision.decision, reason, decidedAt: now, consentId: proof };
  await tx.run(decideTouchRow, { ...of, ...decided, addressDigest });
  if (decision.decision === 'sent' && row.touchClass === 'marketing')
    await countMarketing(tx, { shopId: shop.id, now, what: 'sent' });
}

function tell(tx: Tx, { shop, shopper }: AskedTouch, { decision, row }: Decided): void {
  if (decision.decision === 'waits') return;
  const { kind, touchClass, channel, arm } = row;
  const reason = decision.decision === 'dropped' ? decision.reason : null;
  const data = { kind, class: touchClass, channel, decision: decision.decision, reason, arm };
  tx.emit({ shopId: shop.id, type: 'contact.decided', shopperId: shopper.id, data });
}

/** What was decided is handed over again; what is not allowed any more does not leave, and stays counted (E21). */
function repeated(
  { now }: AskedTouch,
  known: TouchRow,
  { touch }: TouchFacts,
): Asked & { readonly isRepeat: true } {
  const over = (reason: DropReason): Asked & { readonly isRepeat: true } => ({
    decision: 'dropped',
    reason,
    isRepeat: true,
  });
  if (known.decision === 'held') return { decision: 'held', isRepeat: true };
  if (known.decision === 'dropped') return over(known.reason ?? 'exited');
  const reason = whyNot(touch, now);
  if (reason !== null) return over(reason);
  if (known.channel === 'page') {
    if (known.dismissedAt !== null) return over('dismissed');
    if (now - (known.decidedAt ?? now) >= touch.standsForMs) return over('expired');
    return { decision: 'shown', isNew: false, isRepeat: true, row: known };
  }
  if (touch.quietUntil !== null && !touch.isAwaited)
    return { decision: 'waits', reason: 'quiet', until: touch.quietUntil, isRepeat: true };
  return { decision: 'sent', isNew: false, isRepeat: true, row: known };
}
