import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';
import { nowOf } from '../../access/shop-clock.ts';
import { annualEventsOf } from '../activities/annual-event-rules.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import { currentProgram } from '../program/load-program.ts';
import type { Tx } from '../../platform/store/store.ts';
import { ensureShopper, type Visitor } from './ensure-shopper.ts';
import { findExisting } from '../shoppers/lock-shopper.ts';
import { joinsByItself } from '../shoppers/resolve-shopper.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

export type Found = Outcome<ShopperRow>;

interface Visit {
  readonly row: ShopperRow;
  readonly document: ProgramDocument;
}

/**
 * Reads on behalf of the shopper a token speaks of. Someone new is entered first,
 * which is the only time a read of one's own writes.
 */
export const readForShopper = async <T>(
  deps: Deps,
  by: { shop: ShopRow; claims: ShopperClaims; enrol: boolean },
  view: (tx: Tx, visit: Visit) => Promise<T>,
): Promise<Outcome<T>> => {
  const attempt = (entered: boolean): Promise<{ ok: T } | { refused: Refusal } | undefined> =>
    deps.store.read(async (tx) => {
      const visit = await look(deps, tx, { ...by, entered });
      if (visit === undefined) return undefined;
      if ('refused' in visit) return visit;
      return { ok: await view(tx, visit) };
    });
  const seen = await attempt(by.claims.viewOnly);
  if (seen !== undefined) return seen;
  // A visit that only looks makes nobody known.
  if (by.claims.viewOnly) return LEFT;
  await ensureShopper(deps, { shop: by.shop, visitor: toVisitor(by.claims), enrol: by.enrol });
  const entered = await attempt(true);
  // Somebody who left and was erased has a row without a name: there is nothing to show them.
  return entered ?? LEFT;
};

const LEFT = {
  refused: { code: 'notEnrolled', detail: 'You have left the programme.' },
} as const;

const SIGNED_OUT = {
  refused: { code: 'invalidToken', detail: 'This token was issued before a sign-out.' },
} as const;

/** The row of the shopper a token speaks of. */
export const authenticateShopper = (
  deps: Deps,
  shop: ShopRow,
  claims: ShopperClaims,
  options: { enrol: boolean } = { enrol: false },
): Promise<Found> =>
  readForShopper(deps, { shop, claims, ...options }, async (_tx, { row }) => row);

/**
 * The shopper's row, unless something has to be written before it can be shown. A token of before a sign-out
 * writes nothing.
 */
async function look(
  deps: Deps,
  tx: Tx,
  by: { shop: ShopRow; claims: ShopperClaims; enrol: boolean; entered: boolean },
): Promise<Visit | typeof SIGNED_OUT | undefined> {
  const { shop, claims } = by;
  const key = { shopId: shop.id, externalId: claims.externalId };
  const row = await findExisting(tx, key);
  const { document } = await currentProgram(deps, tx, shop);
  if (row === undefined) return undefined;
  if (claims.issuedAt < row.tokensNotBefore) return SIGNED_OUT;
  const enters =
    joinsByItself(row, document) ||
    provesNewAddress(row, claims) ||
    annualEventsOf(row, document, nowOf(deps, shop)).length > 0 ||
    (by.enrol && row.status === 'guest');
  // Once is enough: an address that is somebody else's stays unproven.
  return enters && !by.entered ? undefined : { row, document };
}

function toVisitor(claims: ShopperClaims): Visitor {
  return {
    externalId: claims.externalId,
    email: claims.email,
    name: claims.name,
    locale: claims.locale,
    emailVerified: claims.emailVerified,
  };
}

function provesNewAddress(row: ShopperRow, claims: ShopperClaims): boolean {
  return claims.emailVerified && claims.email !== null && keyOfEmail(claims.email) !== row.emailKey;
}
