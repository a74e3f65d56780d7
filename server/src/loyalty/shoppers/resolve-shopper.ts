import type { SignupRule } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import { monthDayOf } from '../../platform/lib/calendar.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { noteShopperChange } from './index-shoppers.ts';
import { lockErased, lockExisting, lockMerged } from './lock-shopper.ts';
import { insertShopper, lockShopperByEmail, updateProfile, updateStatus } from './queries.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import { newShopperRow } from './shopper-rules.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** Whom a request speaks of: by the merchant's id, or by an address only. */
export interface ShopperIdentity {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string | null;
}

/** Finds the shopper and locks the row, creating it when it is new. Undefined when nobody was named. */
export const resolveShopper = async (
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  input: { shopId: string; who: ShopperIdentity; now: number },
): Promise<ShopperRow | undefined> => {
  const { shopId, who } = input;
  if (who.externalId === null && who.email === null) return undefined;
  const row = await lock(deps, tx, shopId, who);
  if (row === undefined) return create(deps, tx, input);
  // Someone known by an address only changes nothing in a member's profile, and nobody rebuilds one that was erased.
  if (who.externalId === null || row.erasedAt !== null) return row;
  const fresh = updated(row, who);
  if (fresh.email !== row.email || fresh.name !== row.name || fresh.locale !== row.locale) {
    const { email, name, locale } = fresh;
    await tx.run(updateProfile, { shopId, shopperId: row.id, email, name, locale });
    await noteShopperChange(tx, { shopId, shopperId: row.id });
  }
  return fresh;
};

/** Makes a guest a member, with the sign-up bonus unless the history was imported. The book is not saved. */
export const enrolInBook = async (
  tx: Tx,
  open: OpenBook,
  program: { document: ProgramDocument; version: number },
  bonus: boolean,
): Promise<void> => {
  const { shopId, id: shopperId } = open.shopper;
  await tx.run(updateStatus, {
    shopId,
    shopperId,
    status: 'member',
    enrolledAt: open.now,
    joinedOn: monthDayOf(open.now, program.document.timeZone),
  });
  await noteShopperChange(tx, { shopId, shopperId });
  open.shopper = { ...open.shopper, status: 'member', enrolledAt: open.now };
  tx.emit({ shopId, type: 'shopper.enrolled', shopperId, data: {} });
  if (bonus) await giveSignupBonus(tx, open, program);
};

/** Whether the programme makes this shopper a member as soon as they are known by an id. */
export const joinsByItself = (shopper: ShopperRow, document: ProgramDocument): boolean =>
  shopper.status === 'guest' && shopper.externalId !== null && document.enrolment === 'automatic';

/** Opens the shopper's book, enrolling them where the programme does so by itself. */
export const openShopperBook = async (
  tx: Tx,
  input: {
    shopper: ShopperRow;
    program: { document: ProgramDocument; version: number };
    now: number;
    bonus: boolean;
  },
): Promise<OpenBook> => {
  const open = await openBook(tx, input.shopper, input.now);
  if (joinsByItself(input.shopper, input.program.document))
    await enrolInBook(tx, open, input.program, input.bonus);
  return open;
};

async function lock(
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  shopId: string,
  who: ShopperIdentity,
): Promise<ShopperRow | undefined> {
  if (who.externalId !== null)
    return lockExisting(deps, tx, { shopId, externalId: who.externalId });
  if (who.email === null) return undefined;
  const emailKey = keyOfEmail(who.email);
  const row = await lockMerged(tx, await first(tx, lockShopperByEmail, { shopId, emailKey }));
  return row ?? lockErased(deps, tx, { shopId, kind: 'email', value: emailKey });
}

async function create(
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  input: { shopId: string; who: ShopperIdentity; now: number },
): Promise<ShopperRow> {
  const { shopId, who, now } = input;
  const emailKey = who.externalId === null && who.email !== null ? keyOfEmail(who.email) : null;
  const row = newShopperRow({ shopId, id: newId(), ...who, emailKey, now });
  const inserted = await tx.run(insertShopper, { ...row });
  if (inserted.length > 0) {
    tx.emit({ shopId, type: 'shopper.created', shopperId: row.id, data: {} });
    await noteShopperChange(tx, { shopId, shopperId: row.id });
    return row;
  }
  // Another server process created the same shopper first; its row is committed now.
  const existing = await lock(deps, tx, shopId, who);
  if (existing === undefined) throw new Error('A shopper was created and cannot be found.');
  return existing;
}

function updated(row: ShopperRow, who: ShopperIdentity): ShopperRow {
  return {
    ...row,
    email: who.email ?? row.email,
    name: who.name ?? row.name,
    // A language the shopper has chosen stays; what a page or an order speaks only fills in.
    locale: row.locale ?? who.locale,
  };
}

async function giveSignupBonus(
  tx: Tx,
  open: OpenBook,
  program: { document: ProgramDocument; version: number },
): Promise<void> {
  const { document, version } = program;
  const rule = signupRule(document);
  if (rule === undefined) return;
  const points = rule.points.fixed;
  const source = { document, programVersion: version };
  await moveParts(
    tx,
    open,
    {
      ...source,
      kind: 'signup',
      // The rule is the source: once in a lifetime, whatever the shopper does.
      id: rule.id,
      effectiveAt: open.now,
      neverSeen: false,
      counts: { countsPoints: true, spendMinor: 0, orders: 0 },
    },
    [fixedPart(source, { part: rule.id, points, at: open.now, own: rule.expiry })],
  );
}

function signupRule(document: ProgramDocument): SignupRule | undefined {
  return document.earning.find((rule): rule is SignupRule => rule.on === 'signup' && rule.enabled);
}
