import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { Writer } from '../../access/signed-links.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import {
  findExisting,
  findMerged,
  lockExisting,
  lockMerged,
  wasErased,
} from '../../loyalty/shoppers/lock-shopper.ts';
import { resolveShopper } from '../../loyalty/shoppers/resolve-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Somebody's request about their own reviews. */
export interface ReviewerContext {
  readonly shop: ShopRow;
  readonly writer: Writer;
}

/** The shopper who asks, without a lock; nobody where they are not known, or have signed out since. */
export const findAuthor = async (
  tx: Tx,
  asker: ReviewerContext,
): Promise<ShopperRow | undefined> => {
  const { shop, writer } = asker;
  const row =
    writer.claims === undefined
      ? await findMerged(tx, { shopId: shop.id, shopperId: writer.link.shopperId })
      : await findExisting(tx, { shopId: shop.id, externalId: writer.claims.externalId });
  return row === undefined || wasSignedOut(asker, row) ? undefined : row;
};

/** The same, locked. */
export const lockAuthor = async (
  deps: Deps,
  tx: Tx,
  asker: ReviewerContext,
): Promise<ShopperRow | undefined> => {
  const { shop, writer } = asker;
  const row =
    writer.claims === undefined
      ? await lockMerged(
          tx,
          await first(tx, lockShopper, { shopId: shop.id, shopperId: writer.link.shopperId }),
        )
      : await lockExisting(deps, tx, { shopId: shop.id, externalId: writer.claims.externalId });
  return row === undefined || wasSignedOut(asker, row) ? undefined : row;
};

/** The same, entered when a shop sends somebody new; refused to a person who has left. */
export const enterAuthor = async (
  deps: Deps,
  tx: Tx,
  asker: ReviewerContext & { now: number },
): Promise<Outcome<ShopperRow>> => {
  const { shop, writer, now } = asker;
  if (writer.claims === undefined) {
    const row = await lockAuthor(deps, tx, asker);
    return row === undefined || row.erasedAt !== null ? LEFT : { ok: row };
  }
  const { externalId, email, name, locale } = writer.claims;
  const who = { externalId, email, name, locale };
  const row = await resolveShopper(deps, tx, { shopId: shop.id, who, now });
  if (row === undefined || row.erasedAt !== null) return LEFT;
  return wasSignedOut(asker, row) ? SIGNED_OUT : { ok: row };
};

/**
 * Anyone who asks to see what is theirs, without a lock. Somebody new has nothing yet; who has left, or has
 * signed out since, is refused as everywhere else.
 */
export const findOwner = async (
  deps: Deps,
  tx: Tx,
  asker: ReviewerContext,
): Promise<Outcome<ShopperRow | undefined>> => {
  const { shop, writer } = asker;
  const row = await findAuthor(tx, asker);
  if (row !== undefined) return { ok: row };
  // A link leads to a row there was: it is gone, or nobody any more.
  if (writer.claims === undefined) return LEFT;
  const key = { shopId: shop.id, externalId: writer.claims.externalId };
  if ((await findExisting(tx, key)) !== undefined) return SIGNED_OUT;
  return (await wasErased(deps, tx, key)) ? LEFT : { ok: undefined };
};

const LEFT = {
  refused: { code: 'notEnrolled', detail: 'You have left the programme.' },
} as const;

const SIGNED_OUT = {
  refused: { code: 'invalidToken', detail: 'This token was issued before a sign-out.' },
} as const;

const CONFIRM_FIRST = {
  code: 'confirmationNeeded',
  detail: 'A code was or can be sent to the address the link went to; send it first.',
} as const;

/**
 * Why this writer may not change what is the shopper's, if so: a link can be forwarded, so
 * it opens the form and changes nothing until a code from the shopper's mail comes with it.
 */
export const notYet = ({ writer }: ReviewerContext): Refusal | undefined =>
  writer.link?.confirmed === false ? CONFIRM_FIRST : undefined;

/** Which order is looked for behind a review: the one that was named; with a link, none but its own. */
export const purchaseOf = (
  input: ReviewerContext & { orderId: string | null },
): { orderId: string | null; onlyThis: boolean } => {
  const { link } = input.writer;
  return link === undefined
    ? { orderId: input.orderId, onlyThis: false }
    : { orderId: link.orderId, onlyThis: true };
};

function wasSignedOut({ writer }: ReviewerContext, row: ShopperRow): boolean {
  return writer.claims !== undefined && writer.claims.issuedAt < row.tokensNotBefore;
}
