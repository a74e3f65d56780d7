import type { Refusal } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { LimitState, Me } from '@okaeri/shared/storefront';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps, ShopperClaims } from '../deps.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { selectHoldings, selectNextExpiry } from '../ledger/queries.ts';
import { isoOf, NEVER_AT } from '../lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import { eligibilityOf, suggestionOf } from '../rewards/reward-rules.ts';
import { toBalance, toRedemption } from '../rewards/redemption-view.ts';
import type { RedemptionRow, ShopRow, ShopperRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { enterShopper, type Visitor } from './enter-shopper.ts';
import { selectShopperByExternalId } from './queries.ts';
import { joinsByItself } from './resolve-shopper.ts';
import { foldEmail } from './shopper-rules.ts';

export type Found = { readonly ok: ShopperRow } | { readonly refused: Refusal };

const toVisitor = (claims: ShopperClaims): Visitor => ({
  externalId: claims.externalId,
  email: claims.email,
  name: claims.name,
  locale: claims.locale,
  emailVerified: claims.emailVerified,
});

const provesNewAddress = (row: ShopperRow, claims: ShopperClaims): boolean =>
  claims.emailVerified && claims.email !== null && foldEmail(claims.email) !== row.emailKey;

/**
 * The row of the shopper a token speaks of. Someone new is entered first, which
 * is the only time a read of one's own writes.
 */
export const visit = async (
  deps: Deps,
  shop: ShopRow,
  claims: ShopperClaims,
  options: { enrol: boolean } = { enrol: false },
): Promise<Found> => {
  const key = { shopId: shop.id, externalId: claims.externalId };
  const find = (): Promise<[ShopperRow | undefined, ProgramDocument]> =>
    deps.store.read(async (tx) => [
      await first(tx, selectShopperByExternalId, key),
      await loadProgram(deps, tx, { shopId: shop.id, version: shop.programVersion }),
    ]);
  let [row, document] = await find();
  const enters =
    row === undefined ||
    joinsByItself(row, document) ||
    provesNewAddress(row, claims) ||
    (options.enrol && row.status === 'guest');
  if (enters) {
    await enterShopper(deps, { shop, visitor: toVisitor(claims), enrol: options.enrol });
    [row, document] = await find();
  }
  if (row === undefined) throw new Error('A shopper was entered and cannot be found.');
  if (claims.issuedAt < row.tokensNotBefore)
    return {
      refused: { code: 'invalidToken', detail: 'This token was issued before a sign-out.' },
    };
  return { ok: row };
};

const nextExpiryOf = async (tx: Tx, open: OpenBook): Promise<Me['balance']['nextExpiry']> => {
  if (open.book.account.available <= 0) return null;
  const { shopId, id: shopperId } = open.shopper;
  const [stored] = await tx.run(selectNextExpiry, { shopId, shopperId, after: open.now });
  // Lots that matured by themselves just now are in the book and not yet in the rows.
  const lots = [...open.book.awards.values()]
    .filter((award) => award.matured && award.lotPoints > 0)
    .map((award) => ({ at: award.expireAt, points: award.lotPoints }));
  const next = [...lots, ...(stored ? [stored] : [])].sort((a, b) => a.at - b.at)[0];
  return next === undefined || next.at >= NEVER_AT
    ? null
    : { points: next.points, at: isoOf(next.at) };
};

const vouchersOf = async (tx: Tx, open: OpenBook): Promise<RedemptionRow[]> => {
  if (open.book.account.held === 0) return [];
  const { shopId, id: shopperId } = open.shopper;
  const rows = await tx.run(selectHoldings, { shopId, shopperId });
  return rows.filter((row) => row.expireAt > open.now);
};

const limitOf = (rule: ProgramDocument['earning'][number], member: boolean): LimitState => {
  if (rule.limit === null) return { kind: 'noLimit' };
  return { kind: member ? 'limitReachedForever' : 'limitNotReached' };
};

/** Everything the widget needs about the shopper. What time has brought is counted, posted or not. */
export const readMe = async (
  deps: Deps,
  shop: ShopRow,
  claims: ShopperClaims,
): Promise<{ ok: Me } | { refused: Refusal }> => {
  const found = await visit(deps, shop, claims);
  if ('refused' in found) return found;
  const row = found.ok;
  const now = nowOf(deps, shop);
  return deps.store.read(async (tx) => {
    const key = { shopId: shop.id, version: shop.programVersion };
    const document = await loadProgram(deps, tx, key);
    const open = await openBook(tx, row, now);
    const balance = toBalance(open.book.account);
    const me: Me = {
      shopper: {
        id: claims.externalId,
        name: claims.name ?? row.name,
        status: row.status,
        locale: claims.locale ?? row.locale,
      },
      balance: {
        ...balance,
        worthMinor: balance.available * document.pointValueMinor,
        currency: document.currency,
        nextExpiry: await nextExpiryOf(tx, open),
      },
      tier: null,
      rewards: document.rewards
        .filter((reward) => reward.enabled)
        .map((reward) => ({
          id: reward.id,
          eligibility: eligibilityOf(reward, balance.available),
          because: suggestionOf(reward, balance.available),
        })),
      earning: document.earning
        .filter((rule) => rule.enabled)
        .map((rule) => ({ ruleId: rule.id, limit: limitOf(rule, row.status !== 'guest') })),
      vouchers: (await vouchersOf(tx, open)).map(toRedemption),
      nudges: [],
      asOf: isoOf(now),
    };
    return { ok: me };
  });
};
