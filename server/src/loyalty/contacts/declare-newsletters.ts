import {
  consentEvidence,
  consentInput,
  type DeclarationInput,
  type DeclarationState,
} from '@okaeri/shared/consents';
import type { Actor } from '../../access/ability-rules.ts';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { lockShopRow } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { childRefusal } from '../consents/child-refusal.ts';
import { saidAfter, standingOf } from '../consents/consent-rules.ts';
import { readStatements } from '../consents/read-consents.ts';
import { recordStatement } from '../consents/record-statement.ts';
import { wordingRefusal } from '../consents/wordings.ts';
import { lockShopper } from '../ledger/queries.ts';
import {
  insertDeclaration,
  selectDeclaration,
  selectSubscribers,
  setDeclaredUntil,
} from './declaration-queries.ts';

type DeclarationRow = Tables['newsletterDeclarations']['$inferSelect'];

/** People written down in one write (E116). */
const PAGE = 100;
const MARKETING = { purpose: 'marketing', channel: 'email' } as const;

/** Whether an owner has said that those who subscribed before had agreed. */
export const readDeclaration = (deps: Deps, shop: ShopRow): Promise<DeclarationState> =>
  deps.store.read(async (tx) => toState(await first(tx, selectDeclaration, { shopId: shop.id })));

/**
 * An owner says, once, that everybody whose address was stored as a subscription had agreed to a wording (E113). Who
 * said it, when and in which words is kept with each of them; nobody is asked to confirm.
 */
export const declareNewsletters = (
  deps: Deps,
  input: { shop: ShopRow; actor: Actor; declared: DeclarationInput },
): Promise<Outcome<DeclarationState>> =>
  deps.store.write(async (tx): Promise<Outcome<DeclarationState>> => {
    const { shop, actor, declared } = input;
    if (actor.kind !== 'person')
      return { refused: { code: 'personNeeded', detail: 'An owner answers for it by name.' } };
    await lockShopRow(tx, shop.id);
    const known = await first(tx, selectDeclaration, { shopId: shop.id });
    // Said again it stands as it was said first.
    if (known !== undefined) return { ok: toState(known) };
    const refused =
      childRefusal(shop, { purpose: 'marketing', state: 'given' }) ??
      (await wordingRefusal(tx, shop.id, { ...declared, purpose: 'marketing' }));
    if (refused !== undefined) return { refused };
    const now = nowOf(deps, shop);
    const row = { shopId: shop.id, at: now, declaredBy: actor.name, ...declared, after: '' };
    await tx.run(insertDeclaration, row);
    await addToOutbox(deps, tx, {
      shop,
      id: 'declared-newsletters',
      payload: { kind: 'declaredNewsletters', wordingId: declared.wordingId },
      dueAt: now,
    });
    return { ok: toState(row) };
  });

/** Writes the declaration down with the next hundred people it is about. */
export const writeDeclared = async (deps: Deps, { shopId }: OutboxRow): Promise<Delivery> => {
  const shop = await findShop(deps, shopId);
  if (shop === undefined) return { kind: 'dropped', why: 'the shop is gone' };
  const isDone = await deps.store.write(async (tx) => {
    const row = await first(tx, selectDeclaration, { shopId });
    if (row === undefined || row.after === null) return true;
    const page = await tx.run(selectSubscribers, { shopId, after: row.after, limit: PAGE });
    for (const { id } of page) await declareOne(deps, tx, { shop, row, shopperId: id });
    const after = page.length < PAGE ? null : (page.at(-1)?.id ?? null);
    await tx.run(setDeclaredUntil, { shopId, after });
    return after === null;
  });
  return isDone ? { kind: 'sent' } : { kind: 'later', at: deps.clock.now() };
};

async function declareOne(
  deps: Deps,
  tx: Tx,
  { shop, row, shopperId }: { shop: ShopRow; row: DeclarationRow; shopperId: string },
): Promise<void> {
  const shopper = await first(tx, lockShopper, { shopId: shop.id, shopperId });
  if (shopper === undefined || shopper.erasedAt !== null || shopper.email === null) return;
  const now = nowOf(deps, shop);
  const about = { shopId: shop.id, shopperId, ...MARKETING };
  const before = standingOf(await readStatements(tx, about), now);
  // Only a subscription without words: what was said to a wording, or withdrawn, is theirs.
  if (before.state !== 'given' || before.by?.wordingId != null) return;
  const { declaredBy: name, sentence, wordingId } = row;
  const declaredBy = { name, at: isoOf(row.at), sentence };
  const said = {
    ...consentInput.parse({ ...MARKETING, state: 'given', source: 'declared', wordingId }),
    evidence: { ...consentEvidence.parse({}), declaredBy },
  };
  await recordStatement(deps, tx, {
    shop,
    shopper,
    said,
    by: { kind: 'person', name },
    at: saidAfter(before, now),
    now,
    isConfirmed: true,
  });
}

function toState(row: DeclarationRow | undefined): DeclarationState {
  if (row === undefined) return { declared: null };
  const { declaredBy: name, sentence, wordingId, after } = row;
  return { declared: { name, at: isoOf(row.at), sentence, wordingId, isDone: after === null } };
}
