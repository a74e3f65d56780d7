import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';
import { selectShop } from '../../access/queries.ts';
import { findShopAnew } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { SHOP_CLOSED } from '../../access/storefront.ts';
import { annualEventsOf } from '../activities/annual-event-rules.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import { currentProgram } from '../program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { ensureShopper, type Visitor } from './ensure-shopper.ts';
import { findExistingOfShop, type ShopState } from '../shoppers/lock-shopper.ts';
import { joinsByItself } from '../shoppers/resolve-shopper.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

export type Found = Outcome<ShopperRow>;

interface Visit {
  /** The shop as it was when the shopper was read. */
  readonly shop: ShopRow;
  readonly row: ShopperRow;
  readonly document: ProgramDocument;
}

/**
 * Reads on behalf of the shopper a token speaks of. Someone new is entered first,
 * which is the only time a read of one's own writes. What is read is never older than the request, also where
 * another process has just published a programme, closed the shop or moved its clock.
 */
export const readForShopper = async <T>(
  deps: Deps,
  by: By,
  view: (tx: Tx, visit: Visit) => Promise<T>,
): Promise<Outcome<T>> => {
  const seen = await attempt(deps, by, { view, entered: by.claims.viewOnly });
  if (seen === 'shopChanged') return readAnew(deps, by, view);
  if (seen !== undefined) return seen;
  // A visit that only looks makes nobody known.
  if (by.claims.viewOnly) return LEFT;
  await ensureShopper(deps, { shop: by.shop, visitor: toVisitor(by.claims), enrol: by.enrol });
  const entered = await attempt(deps, by, { view, entered: true });
  if (entered === 'shopChanged') return readAnew(deps, by, view);
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

interface By {
  readonly shop: ShopRow;
  readonly claims: ShopperClaims;
  readonly enrol: boolean;
}

/** Reads once. Undefined where something has to be written first. */
function attempt<T>(
  deps: Deps,
  by: By,
  { view, entered }: { view: (tx: Tx, visit: Visit) => Promise<T>; entered: boolean },
): Promise<{ ok: T } | { refused: Refusal } | 'shopChanged' | undefined> {
  return deps.store.read(async (tx) => {
    const visit = await look(deps, tx, { ...by, entered });
    if (visit === undefined || visit === 'shopChanged' || 'refused' in visit) return visit;
    return { ok: await view(tx, visit) };
  });
}

/** Reads again, of the shop as it is now. */
async function readAnew<T>(
  deps: Deps,
  by: By,
  view: (tx: Tx, visit: Visit) => Promise<T>,
): Promise<Outcome<T>> {
  const shop = await findShopAnew(deps, by.shop);
  if (shop === undefined || shop.closedAt !== null) return { refused: SHOP_CLOSED };
  return readForShopper(deps, { ...by, shop }, view);
}

/**
 * The shopper's row, unless something has to be written before it can be shown. A token of before a sign-out
 * writes nothing.
 */
async function look(
  deps: Deps,
  tx: Tx,
  by: By & { entered: boolean },
): Promise<Visit | typeof SIGNED_OUT | 'shopChanged' | undefined> {
  const { shop, claims } = by;
  const found = await findExistingOfShop(tx, { shopId: shop.id, externalId: claims.externalId });
  const state = found?.state ?? (await first(tx, selectShop, { shopId: shop.id }));
  if (state === undefined || !isAsKnown(shop, state)) return 'shopChanged';
  const row = found?.row;
  if (row === undefined) return undefined;
  const { document } = await currentProgram(deps, tx, shop);
  if (claims.issuedAt < row.tokensNotBefore) return SIGNED_OUT;
  const enters =
    joinsByItself(row, document) ||
    provesNewAddress(row, claims) ||
    annualEventsOf(row, document, nowOf(deps, shop)).length > 0 ||
    (by.enrol && row.status === 'guest');
  // Once is enough: an address that is somebody else's stays unproven.
  return enters && !by.entered ? undefined : { shop, row, document };
}

/** Whether a shop is still as it was when it was read last. */
function isAsKnown(shop: ShopRow, state: ShopState): boolean {
  return (
    state.programVersion === shop.programVersion &&
    state.closedAt === shop.closedAt &&
    state.clockOffsetMs === shop.clockOffsetMs
  );
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
