import type { CaseDetail, CaseEntryInput } from '@okaeri/shared/cases';
import type { Refusal } from '@okaeri/shared/errors';
import { tiesToReview } from '@okaeri/shared/review-channels';
import { offersSomething } from '@okaeri/shared/service-texts';
import type { Actor } from '../../access/ability-rules.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { By } from './case-entry-rules.ts';
import { movedCase, noted, ownedBy, replied } from './case-rules.ts';
import { hasRoom, type CaseChange } from './case-state-rules.ts';
import { findCase } from './find-case.ts';
import { mayOwn } from './find-owner.ts';
import { givePoints } from './give-points.ts';
import { keepChange } from './keep-change.ts';
import { planReply } from './plan-mail.ts';
import { lockCase, lockOpenCase, selectCaseEntries } from './queries.ts';
import { detailOf, unknownCase } from './read-cases.ts';
import { caseRulesOf } from './settings.ts';
import type { CaseRow } from './tables.ts';

/** Somebody of the shop does something about a case. */
export interface Writing {
  readonly shop: ShopRow;
  readonly caseId: string;
  readonly entry: CaseEntryInput;
  readonly actor: Actor;
  /** The line of the log about it. */
  readonly actId?: string | undefined;
}

interface Written extends Writing {
  readonly row: CaseRow;
  /** Whose row is locked. */
  readonly shopper: ShopperRow;
  readonly by: By;
  readonly now: number;
}

/** Writes a reply or a note, moves the case, gives it to somebody, or gives points; the same key again changes nothing. */
export const addCaseEntry = (
  deps: Deps,
  input: Writing & { idempotencyKey: string },
): Promise<Answered<CaseDetail>> =>
  deps.store.write(async (tx): Promise<Answered<CaseDetail>> => {
    const { shop, caseId, entry, actor, idempotencyKey: key } = input;
    const seen = await findCase(tx, { shopId: shop.id, id: caseId });
    const shopper = seen && (await lockedOwner(tx, seen));
    if (shopper === undefined) return { ...unknownCase(caseId), hit: false };
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: `cases/${caseId}/entries`,
      key,
      body: entry,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<CaseDetail>> => {
      // People before cases: whoever leaves the shop goes the same way.
      if (entry.kind === 'owner' && !(await mayOwn(tx, { shopId: shop.id, userId: entry.ownerId })))
        return NOBODY;
      const row = seen && (await first(tx, lockCase, { shopId: shop.id, id: seen.id }));
      if (row === undefined) return unknownCase(caseId);
      const now = nowOf(deps, shop);
      const written = { ...input, row, shopper, by: byOf(actor), now };
      const decided = await decide(deps, tx, written);
      if ('refused' in decided) return decided;
      const kept = await keepChange(deps, tx, { shop, change: decided.ok, now });
      const reply = kept.entries.find(({ kind }) => kind === 'reply');
      if (reply !== undefined)
        await planReply(deps, tx, { shop, row: kept.row, entry: reply, now });
      return { status: 201, body: await detailOf(tx, kept.row, now) };
    });
  });

/** Who of the shop did something, as entries say it. */
export const byOf = (actor: Actor): By =>
  actor.kind === 'person'
    ? { kind: 'person', name: actor.name }
    : { kind: 'key', name: actor.label };

/** Whom a case is about, locked: whoever they have become. */
export const lockedOwner = async (
  tx: Tx,
  { shopId, shopperId }: CaseRow,
): Promise<ShopperRow | undefined> =>
  lockMerged(tx, await first(tx, lockShopper, { shopId, shopperId }));

async function decide(deps: Deps, tx: Tx, written: Written): Promise<Outcome<CaseChange>> {
  const { shop, row, entry, by, now, shopper } = written;
  if (!hasRoom(row)) return refused(`A case has no room for more than ${row.entries} entries.`);
  if (entry.kind === 'note')
    return { ok: noted(row, { by, kind: 'note', note: entry.text, data: {} }) };
  if (row.state === 'closed') return refused('The case is closed.');
  switch (entry.kind) {
    case 'reply': {
      if (tiesToReview(entry.text)) return TIES;
      if (offersSomething(entry.text) && !(await isAwaited(tx, row))) return OFFERS;
      const times = await caseRulesOf(deps, tx, shop);
      // Where no mail leaves, or there is no address, the shopper finds it in the widget alone.
      const channel = deps.mail !== null && shopper.email !== null ? 'email' : 'widget';
      const reply = { by, kind: 'reply', note: entry.text, data: { channel } } as const;
      return { ok: replied(row, reply, { now, times }) };
    }
    case 'state': {
      if (row.state === 'resolved' && entry.state === 'open' && (await isAnotherOpen(tx, row)))
        return refused('Another case about the same is open already.');
      const times = await caseRulesOf(deps, tx, shop);
      const move = { to: entry.state, outcome: entry.outcome, by };
      const change = movedCase(row, move, { now, times });
      if (change === undefined)
        return refused(`A case that is ${row.state} does not become ${entry.state}.`);
      return { ok: change };
    }
    case 'owner':
      return { ok: ownedBy(row, entry.ownerId, by) };
    default:
      return givePoints(deps, tx, { ...written, points: entry.points });
  }
}

/**
 * Whether the shopper waits for a reply: they have said something. In a case that the shop opened by itself it would be
 * a message nobody asked for, which may tell and not advertise (E22).
 */
async function isAwaited(tx: Tx, { shopId, id: caseId }: CaseRow): Promise<boolean> {
  const entries = await tx.run(selectCaseEntries, { shopId, caseId });
  return entries.some(({ by }) => by.kind === 'shopper');
}

/** Whether another case stands open about the same, as where two shoppers were merged (E43). */
async function isAnotherOpen(tx: Tx, { shopId, shopperId, orderKey }: CaseRow): Promise<boolean> {
  return (await first(tx, lockOpenCase, { shopId, shopperId, orderKey })) !== undefined;
}

function refused(detail: string): { refused: Refusal } {
  return { refused: { code: 'caseState', detail } };
}

const NOBODY = {
  refused: { code: 'unknownMember', detail: 'Nobody of this id may look after cases.' },
} as const;

const OFFERS = {
  refused: {
    code: 'offerInServiceMail',
    detail: 'The shopper has not written: what is sent unasked offers nothing and links nowhere.',
  },
} as const;

const TIES = {
  refused: {
    code: 'incentiveForbidden',
    detail: 'A reply must not tie anything to a review, to changing or to removing one.',
  },
} as const;
