import type { HelpInput, OwnCase } from '@okaeri/shared/cases';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import { enterAuthor, findOwner as findAsker } from '../../content/moderation/find-author.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { findOrderOf } from '../../loyalty/orders/arrived-orders.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { NewEntry } from './case-entry-rules.ts';
import { answeredFollowUp } from './case-end-rules.ts';
import { orderIdOf, toOwnCase } from './case-view.ts';
import { findCase } from './find-case.ts';
import { findOwner } from './find-owner.ts';
import { hearShopper } from './hear-shopper.ts';
import { keepChange } from './keep-change.ts';
import {
  countHelpSince,
  lockCase,
  lockOpenCase,
  selectCaseEntries,
  selectCasesOf,
} from './queries.ts';
import { unknownCase } from './read-cases.ts';
import { caseRulesOf } from './settings.ts';
import type { CaseRow } from './tables.ts';

/** A shopper with a token, in a shop. */
export interface Asker {
  readonly shop: ShopRow;
  readonly claims: ShopperClaims;
}

/** What an entry is known by that was a request for help, which are counted by the day, or a message in a case. */
type Written = 'help' | 'message';

/** One's own cases, the newest first: what was said, and nothing else. */
export const listOwnCases = (deps: Deps, asker: Asker): Promise<Outcome<OwnCase[]>> =>
  deps.store.read(async (tx): Promise<Outcome<OwnCase[]>> => {
    const { shop, claims } = asker;
    const found = await findAsker(deps, tx, { shop, writer: { claims } });
    if ('refused' in found) return found;
    if (found.ok === undefined) return { ok: [] };
    const of = { shopId: shop.id, shopperId: found.ok.id, limit: LIMITS.pageDefault };
    const now = nowOf(deps, shop);
    const shown: OwnCase[] = [];
    for (const row of await tx.run(selectCasesOf, of)) shown.push(await ownOf(tx, row, now));
    // A case of which they said nothing and were told nothing is the shop's own.
    return { ok: shown.filter(({ messages, asks }) => messages.length > 0 || asks) };
  });

/** Asks for help: into the case that is open about the order, or a new one (E48). */
export const askForHelp = (
  deps: Deps,
  input: Asker & { help: HelpInput; idempotencyKey: string },
): Promise<Answered<OwnCase>> => {
  const { help, idempotencyKey: key } = input;
  return asShopper(deps, input, { route: 'help', key, body: help }, async (of) => {
    const { tx, shop, shopper, now } = of;
    const { orderId, text } = help;
    const known = { shopId: shop.id, shopperId: shopper.id, orderId: orderId ?? '' };
    if (orderId !== null && (await findOrderOf(tx, known)) === undefined)
      return { refused: { code: 'unknownOrder', detail: 'You have no order of this id.' } };
    const tooMany = await askedTooOften(of);
    if (tooMany !== undefined) return { refused: tooMany };
    const entry = messageEntry(shopper, 'help', text);
    const shopperId = shopper.id;
    const heard = { shop, shopperId, orderId, reason: 'help', entry, now } as const;
    const row = await hearShopper(deps, tx, heard);
    if (row === undefined) return FULL;
    return { status: 201, body: await ownOf(tx, row, now) };
  });
};

/** Writes in a case of one's own. One that is over goes on in another. */
export const writeInCase = (
  deps: Deps,
  input: Asker & { caseId: string; text: string; idempotencyKey: string },
): Promise<Answered<OwnCase>> => {
  const { caseId, text, idempotencyKey: key } = input;
  const route = `help/${caseId}/messages`;
  return asShopper(deps, input, { route, key, body: { text } }, async (of) => {
    const { tx, shop, shopper, now } = of;
    const row = await findCase(tx, { shopId: shop.id, id: caseId });
    if (row?.shopperId !== shopper.id) return unknownCase(caseId);
    const orderId = orderIdOf(row);
    const entry = messageEntry(shopper, 'message', text);
    const shopperId = shopper.id;
    const heard = { shop, shopperId, orderId, reason: 'help', entry, now } as const;
    const kept = await hearShopper(deps, tx, heard);
    if (kept === undefined) return FULL;
    return { status: 201, body: await ownOf(tx, kept, now) };
  });
};

/** Says whether it was put right: yes closes the case, no opens it again (E46). Said again, it stands. */
export const answerOutcome = (
  deps: Deps,
  input: Asker & { caseId: string; solved: boolean },
): Promise<Outcome<OwnCase>> =>
  deps.store.write(async (tx): Promise<Outcome<OwnCase>> => {
    const { shop, claims, caseId, solved } = input;
    const now = nowOf(deps, shop);
    const entered = await enterAuthor(deps, tx, { shop, writer: { claims }, now });
    if ('refused' in entered) return entered;
    if (entered.ok.status === 'blocked') return BLOCKED;
    return sayOutcome(deps, tx, { shop, shopper: entered.ok, caseId, solved, now });
  });

/** The same of a shopper whose row is locked. */
export const sayOutcome = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; shopper: ShopperRow; caseId: string; solved: boolean; now: number },
): Promise<Outcome<OwnCase>> => {
  const { shop, shopper, caseId, solved, now } = input;
  // People before cases: whoever leaves the shop goes the same way.
  const owner = await findOwner(tx, { shopId: shop.id, reason: 'help' });
  const known = await findCase(tx, { shopId: shop.id, id: caseId });
  const row = known && (await first(tx, lockCase, { shopId: shop.id, id: known.id }));
  if (row?.shopperId !== shopper.id) return unknownCase(caseId);
  const isSaid = solved ? row.state === 'closed' : row.state === 'open' && row.reopened > 0;
  if (isSaid && row.solved === (solved ? 'yes' : 'no')) return { ok: await ownOf(tx, row, now) };
  const key = { shopId: shop.id, shopperId: shopper.id, orderKey: row.orderKey };
  const isTaken = !solved && (await first(tx, lockOpenCase, key)) !== undefined;
  if (row.state !== 'resolved' || isTaken)
    return { refused: { code: 'caseState', detail: `The case is ${row.state}.` } };
  const by = { kind: 'shopper', name: shopper.name } as const;
  const times = await caseRulesOf(deps, tx, shop);
  const moment = { now, times, ownerId: row.ownerId ?? owner };
  const change = answeredFollowUp(row, solved, by, moment);
  const kept = await keepChange(deps, tx, { shop, change, now });
  return { ok: await ownOf(tx, kept.row, now) };
};

interface Acting {
  readonly tx: Tx;
  readonly shop: ShopRow;
  /** Whose row is locked. */
  readonly shopper: ShopperRow;
  readonly now: number;
}

/** Runs what a shopper does once for each key. */
function asShopper(
  deps: Deps,
  { shop, claims }: Asker,
  request: { route: string; key: string; body: unknown },
  act: (of: Acting) => Promise<Answer<OwnCase>>,
): Promise<Answered<OwnCase>> {
  return deps.store.write(async (tx): Promise<Answered<OwnCase>> => {
    const now = nowOf(deps, shop);
    const entered = await enterAuthor(deps, tx, { shop, writer: { claims }, now });
    if ('refused' in entered) return { ...entered, hit: false };
    const shopper = entered.ok;
    if (shopper.status === 'blocked') return { ...BLOCKED, hit: false };
    const scope = { shopId: shop.id, principal: shopper.id, ...request, now: deps.clock.now() };
    return answerOnce(tx, scope, () => act({ tx, shop, shopper, now }));
  });
}

async function askedTooOften({ tx, shop, shopper, now }: Acting): Promise<Refusal | undefined> {
  const of = { shopId: shop.id, shopperId: shopper.id, since: now - DAY_MS };
  const { count = 0 } = (await first(tx, countHelpSince, of)) ?? {};
  return count < LIMITS.helpRequestsPerDay
    ? undefined
    : {
        code: 'tooManyRequests',
        detail: `You can ask for help ${LIMITS.helpRequestsPerDay} times a day.`,
      };
}

async function ownOf(tx: Tx, row: CaseRow, now: number): Promise<OwnCase> {
  const of = { shopId: row.shopId, caseId: row.id };
  return toOwnCase(row, await tx.run(selectCaseEntries, of), now);
}

function messageEntry({ name }: ShopperRow, source: Written, note: string): NewEntry {
  const by = { kind: 'shopper', name } as const;
  return { by, kind: 'message', note, data: { channel: 'page' }, source };
}

/** Said, rather than lost. */
const FULL = {
  refused: { code: 'caseState', detail: 'The case has no room for more; write to the shop.' },
} as const;

const BLOCKED = {
  refused: { code: 'shopperBlocked', detail: 'Blocked shoppers write nothing.' },
} as const;
