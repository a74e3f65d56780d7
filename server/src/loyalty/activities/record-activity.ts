import type { ActivityAnswer } from '@okaeri/shared/activities';
import type { Refusal } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { moveParts, type MovedSource } from '../earning/move-parts.ts';
import { earningLimits, usageBook } from '../earning/view-caps.ts';
import { followEarning } from '../games/follow-earning.ts';
import { actTallies, type Tallies } from '../games/tally-rules.ts';
import { loadSourceAwards, type OpenBook } from '../ledger/open-book.ts';
import type { OwnerContext } from '../ledger/documents.ts';
import { saveBook } from '../ledger/save-book.ts';
import { currentProgram, loadProgram, type ProgramVersion } from '../program/load-program.ts';
import {
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../shoppers/resolve-shopper.ts';
import { contextOf } from '../shoppers/shopper-context.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  activityParts,
  rulesFor,
  type ActivityFacts,
  type ActivityTerms,
  type ActPromise,
} from './activity-rules.ts';
import { insertActivity, selectActivity } from './queries.ts';
import type { ActivityRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** An act as a verb is given it. */
export interface Activity {
  readonly id: string;
  readonly facts: ActivityFacts;
  readonly channel: string | null;
  readonly market: string | null;
  /** What was promised for it, where something was, and who its shopper was then. */
  readonly promised?: { readonly promise: ActPromise; readonly who: OwnerContext | null } | null;
}

/** An act as a source of points. */
export const sourceOfActivity = (
  row: Pick<ActivityRow, 'id' | 'at'>,
  program: ProgramVersion,
  open: OpenBook,
): MovedSource => ({
  kind: 'act',
  id: row.id,
  document: program.document,
  programVersion: program.version,
  effectiveAt: Math.min(open.now, row.at),
  neverSeen: false,
  counts: { countsPoints: true, spendMinor: 0, orders: 0 },
});

/** What an act counts for challenges. */
export const activityTalliesOf = (facts: ActivityFacts, terms: ActivityTerms): Tallies =>
  actTallies(terms.document, {
    ruleIds: rulesFor(facts, terms).map(({ id }) => id),
    at: facts.at,
  });

/** Moves an act's awards in an open book, and keeps the act. False when it was known already. */
export const applyActivity = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  act: Activity,
): Promise<{ readonly isNew: boolean; readonly terms: ActivityTerms }> => {
  const { document, version } = program;
  const { shopId, id: shopperId } = open.shopper;
  const { facts } = act;
  const { promise = null, who: whoThen = null } = act.promised ?? {};
  const who = whoThen ?? (await contextOf(tx, open.shopper, document, open.now));
  const { channel, market } = act;
  const place = { channel, market };
  const terms = { document, programVersion: version, who, place, promise };
  const inserted = await tx.run(insertActivity, {
    shopId,
    id: act.id,
    shopperId,
    kind: facts.kind,
    name: facts.name,
    amountMinor: facts.amountMinor,
    currency: facts.currency,
    programVersion: version,
    at: facts.at,
    recordedAt: open.now,
    removedAt: null,
    channel,
    market,
    context: who,
    promise,
  });
  if (inserted.length === 0) return { isNew: false, terms };
  const parts = activityParts(facts, terms);
  const source = sourceOfActivity({ id: act.id, at: facts.at }, program, open);
  if (parts.length > 0) await moveParts(tx, open, { ...source, neverSeen: true }, parts);
  if (keepsPointsAlive(document, facts))
    open.book = { ...open.book, activeAt: Math.max(open.book.activeAt, facts.at) };
  return { isNew: true, terms };
};

export type ActivityOutcome =
  | { readonly ok: ActivityAnswer; readonly created: boolean }
  | { readonly refused: Refusal };

/** An act as it was kept, and the terms it was judged by. */
export const loadActivity = async (
  deps: Deps,
  tx: Tx,
  row: ActivityRow,
): Promise<{ facts: ActivityFacts; terms: ActivityTerms; program: ProgramVersion }> => {
  const { shopId, programVersion: version } = row;
  const document = await loadProgram(deps, tx, { shopId, version });
  const facts: ActivityFacts = {
    kind: row.kind,
    name: row.name,
    at: row.at,
    amountMinor: row.amountMinor,
    currency: row.currency,
  };
  const place = { channel: row.channel, market: row.market };
  const { context: who, promise } = row;
  const terms = { document, programVersion: version, who, place, promise };
  return { facts, terms, program: { document, version } };
};

/** Takes an act that may earn. The same id again answers as the first time and gives nothing more. */
export const recordActivity = (
  deps: Deps,
  input: { shop: ShopRow; who: ShopperIdentity; act: (now: number, shopperId: string) => Activity },
): Promise<ActivityOutcome> =>
  deps.store.write(async (tx): Promise<ActivityOutcome> => {
    const { shop } = input;
    const now = nowOf(deps, shop);
    const { document, version } = await currentProgram(deps, tx, shop);
    const program = { document, version };
    const shopper = await resolveShopper(deps, tx, { shopId: shop.id, who: input.who, now });
    if (shopper === undefined)
      return { refused: { code: 'unknownShopper', detail: 'Say whose act it was.' } };
    if (shopper.status === 'blocked')
      return { refused: { code: 'shopperBlocked', detail: 'Blocked shoppers earn nothing.' } };
    const open = await openShopperBook(tx, { shopper, program, now, bonus: true });
    const act = input.act(now, shopper.id);
    const { isNew, terms } = await applyActivity(tx, open, program, act);
    if (!isNew) {
      const row = await first(tx, selectActivity, { shopId: shop.id, id: act.id });
      if (row === undefined) throw new Error(`Act ${act.id} is known and cannot be found.`);
      await saveBook(tx, open);
      const known = await loadActivity(deps, tx, row);
      await loadSourceAwards(tx, open, { kind: 'act', id: act.id });
      return { ok: await answerOf(tx, open, { id: act.id, ...known }), created: false };
    }
    await followEarning(tx, open, program, {
      at: act.facts.at,
      before: {},
      after: activityTalliesOf(act.facts, terms),
      secretKey: deps.secretKey,
    });
    const ok = await answerOf(tx, open, { id: act.id, terms, facts: act.facts });
    await saveBook(tx, open);
    return { ok, created: true };
  });

function keepsPointsAlive({ expiry }: ProgramDocument, facts: ActivityFacts): boolean {
  return (
    expiry.kind === 'inactivity' &&
    expiry.activities.includes(facts.kind === 'visit' ? 'visit' : 'act')
  );
}

async function answerOf(
  tx: Tx,
  open: OpenBook,
  known: { id: string; terms: ActivityTerms; facts: ActivityFacts },
): Promise<ActivityAnswer> {
  const parts = activityParts(known.facts, known.terms);
  const { document } = known.terms;
  const awards = [...open.awardRows.values()].filter(
    (row) => row.sourceKind === 'act' && row.sourceId === known.id,
  );
  const receipts = parts.map((part) => {
    const grant = awards.find((row) => row.part === part.part);
    const award = grant && open.book.awards.get(grant.id);
    const room = award?.grant?.room ?? part.desired;
    return part.settle(Math.min(part.desired, room), null).receipt;
  });
  const rules = new Set(parts.map(({ part }) => part));
  const usages = await usageBook(tx, open.shopper, document, open.now);
  const member = open.shopper.status !== 'guest';
  return {
    id: known.id,
    points: receipts.reduce((sum, { awarded }) => sum + awarded, 0),
    receipts,
    limits: earningLimits(document, usages, { member, now: open.now }).filter(({ ruleId }) =>
      rules.has(ruleId),
    ),
  };
}
