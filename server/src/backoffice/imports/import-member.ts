import type { BalanceFault } from '@okaeri/shared/balance-imports';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { canonicalJson, sha256 } from '../../platform/lib/digest.ts';
import type { loadProgram } from '../../loyalty/program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ImportedMember } from './documents.ts';
import { selectAdjustment } from '../../loyalty/ledger/adjustment-queries.ts';
import { findByEmail, findNamedId, lockByEmail } from '../../loyalty/shoppers/lock-shopper.ts';
import { openShopperBook, resolveShopper } from '../../loyalty/shoppers/resolve-shopper.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** What is wrong with a line. */
export type Fault = Omit<BalanceFault, 'line'>;
/** Why it could not come. */
export type WithErrors = { readonly fault: Fault };

/** What stands under an import, and how it is called in the history. */
export interface MemberImportOrder {
  readonly batchId: string;
  readonly source: string;
  /** Tiers of the programme by what the file calls them. */
  readonly tiers: Readonly<Record<string, string>>;
}

/** Nobody is made of an address. */
export const UNKNOWN: WithErrors = {
  fault: {
    code: 'shopperUnknown',
    detail: 'Nobody with an id has shown that this address is theirs; bring the id along.',
  },
};

/** By address alone nobody is made: anyone who proves it later would not find the points. */
export const idOf = async (
  tx: Tx,
  shopId: string,
  member: ImportedMember,
): Promise<string | undefined> => {
  if (member.shopperId !== null) return member.shopperId;
  const row = await lockByEmail(tx, { shopId, email: member.email ?? '' });
  return row?.externalId ?? undefined;
};

/** The same, without a lock, for reads. */
export const findIdOf = async (
  tx: Tx,
  shopId: string,
  member: ImportedMember,
): Promise<string | undefined> => {
  if (member.shopperId !== null) return member.shopperId;
  const row = await findByEmail(tx, { shopId, email: member.email ?? '' });
  return row?.externalId ?? undefined;
};

/** Within one write: what is needed to bring somebody. */
export interface MemberImport {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly shop: ShopRow;
  readonly program: {
    readonly document: Awaited<ReturnType<typeof loadProgram>>;
    readonly version: number;
  };
  readonly now: number;
}

/** Somebody whom a line is about. */
export interface Entered {
  readonly shopper: ShopperRow;
  /**
   * The row the file's name was given to. After a merge two lines are about one person, and what each has
   * imported is known by the name it was imported under.
   */
  readonly namedId: string;
}

/** The member’s row, made where there is none, and joined; undefined for somebody who was erased. */
export const importMember = async (
  { deps, tx, shop, program, now }: MemberImport,
  member: ImportedMember,
  externalId: string,
): Promise<Entered | undefined> => {
  const { email, name } = member;
  const who = { externalId, email, name, locale: null };
  const shopper = await resolveShopper(deps, tx, { shopId: shop.id, who, now });
  if (shopper === undefined || shopper.erasedAt !== null) return undefined;
  // Joining brings no bonus: they joined elsewhere (semantics, rule 5).
  await saveBook(tx, await openShopperBook(tx, { shopper, program, now, bonus: false }));
  const entered = await first(tx, lockShopper, { shopId: shop.id, shopperId: shopper.id });
  const namedId = await findNamedId(tx, { shopId: shop.id, externalId });
  return entered && { shopper: entered, namedId: namedId ?? entered.id };
};

/** An id for something imported, or undefined where it is here already. What was undone comes anew. */
export const availableImportId = async (
  tx: Tx,
  shopId: string,
  what: readonly unknown[],
): Promise<string | undefined> => {
  const name = `adj_${sha256(canonicalJson(what)).slice(0, 26)}`;
  for (let time = 0; ; time += 1) {
    const id = time === 0 ? name : `${name}.${time}`;
    const known = await first(tx, selectAdjustment, { shopId, id });
    if (known === undefined) return id;
    if (known.undoneAt === null) return undefined;
  }
};
