import type { Outcome } from '../../platform/lib/outcome.ts';
import { consentInput, type ConsentInput } from '@okaeri/shared/consents';
import type { Refusal } from '@okaeri/shared/errors';
import type { MerchantProfileChange, ProfileChange } from '@okaeri/shared/shoppers';
import { nowOf } from '../../access/shop-clock.ts';
import { giveActs } from '../../loyalty/activities/give-acts.ts';
import type { Deps } from '../../deps.ts';
import type { OpenBook } from '../../loyalty/ledger/open-book.ts';
import { childRefusal } from '../../loyalty/consents/child-refusal.ts';
import { saidAfter, standingOf } from '../../loyalty/consents/consent-rules.ts';
import { readStatements } from '../../loyalty/consents/read-consents.ts';
import { recordStatement, type StatementInput } from '../../loyalty/consents/record-statement.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { currentProgram, type ProgramVersion } from '../../loyalty/program/load-program.ts';
import { noteShopperChange } from '../../loyalty/shoppers/index-shoppers.ts';
import { updatePreferences } from '../../loyalty/shoppers/queries.ts';
import {
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../../loyalty/shoppers/resolve-shopper.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Days before a shopper may change their birthday again: once a year, as birthdays come. */
const BIRTHDAY_CHANGE_DAYS = 365;

const FILLED = {
  name: (row: ShopperRow) => row.name !== null,
  email: (row: ShopperRow) => row.email !== null,
  birthday: (row: ShopperRow) => row.birthday !== null,
  locale: (row: ShopperRow) => row.locale !== null,
} as const;

/** Changes a profile, by the shopper or the merchant, and gives what a complete one or a subscription gives. */
export const editProfile = (
  deps: Deps,
  input: {
    shop: ShopRow;
    who: ShopperIdentity;
    change: Partial<MerchantProfileChange>;
    by: 'shopper' | 'merchant';
  },
): Promise<Outcome<{ created: boolean }>> =>
  deps.store.write(async (tx): Promise<Outcome<{ created: boolean }>> => {
    const { shop, change } = input;
    const now = nowOf(deps, shop);
    const { document, version } = await currentProgram(deps, tx, shop);
    const program = { document, version };
    const shopper = await resolveShopper(deps, tx, { shopId: shop.id, who: input.who, now });
    if (shopper === undefined)
      return { refused: { code: 'unknownShopper', detail: 'Name the shopper.' } };
    // Nobody rebuilds a profile that was erased (semantics, rule 20).
    if (shopper.erasedAt !== null)
      return { refused: { code: 'unknownShopper', detail: 'This person was erased.' } };
    const refused =
      startedRefusal(shop, shopper, change) ??
      (input.by === 'shopper' ? birthdayRefusal(shopper, change, now) : undefined);
    if (refused !== undefined) return { refused };
    const row = changed(shopper, change, now);
    const open = await openShopperBook(tx, { shopper: row, program, now, bonus: true });
    const { shopId, id: shopperId } = row;
    const { name, email, locale, timeZone, birthday, birthdaySetAt } = row;
    const { newsletter, personalised, tags } = row;
    await tx.run(updatePreferences, {
      shopId,
      shopperId,
      name,
      email,
      locale,
      timeZone,
      birthday,
      birthdaySetAt,
      newsletter,
      personalised,
      tags,
      status: statusOf(open, change.blocked),
    });
    await noteShopperChange(tx, { shopId, shopperId });
    const about = { shopId, shopperId, purpose: 'marketing', channel: 'email' } as const;
    const before = standingOf(await readStatements(tx, about), now);
    // A soft opt-in makes nobody a subscriber, and their own no ends it (E24).
    const isObjection =
      input.by === 'shopper' && change.newsletter === false && before.state === 'softOptIn';
    if (newsletter !== shopper.newsletter || isObjection) {
      const at = saidAfter(before, now);
      await recordStatement(deps, tx, {
        ...subscription(input, newsletter),
        shopper: row,
        at,
        now,
      });
    }
    if (personalised !== shopper.personalised) {
      const profiled = { shopId, shopperId, purpose: 'profiling', channel: 'page' } as const;
      const at = saidAfter(standingOf(await readStatements(tx, profiled), now), now);
      await recordStatement(deps, tx, { ...profiling(input, personalised), shopper: row, at, now });
    }
    // One that waits to be confirmed earns once it is.
    const isSubscribed = newsletter && before.state !== 'pending';
    const acts = actsOf(open.shopper, program, isSubscribed);
    await giveActs(deps, tx, open, { program, acts });
    await saveBook(tx, open);
    return { ok: { created: shopper.createdAt === now && shopper.sequence === 0 } };
  });

type Said = Pick<StatementInput, 'shop' | 'said' | 'by' | 'isConfirmed'>;
type SaidBy = { shop: ShopRow; by: 'shopper' | 'merchant' };

/** A subscription without words that were agreed to: it earns as ever, and allows no mail (E25). */
function subscription(of: SaidBy, newsletter: boolean): Said {
  return saidInProfile(of, { purpose: 'marketing', channel: 'email', isGiven: newsletter });
}

/** Whether what somebody bought may choose what they are shown (E28). */
function profiling(of: SaidBy, personalised: boolean): Said {
  return saidInProfile(of, { purpose: 'profiling', channel: 'page', isGiven: personalised });
}

function saidInProfile(
  { shop, by }: SaidBy,
  of: Pick<ConsentInput, 'purpose' | 'channel'> & { isGiven: boolean },
): Said {
  const { purpose, channel, isGiven } = of;
  const said = consentInput.parse({
    purpose,
    channel,
    state: isGiven ? 'given' : 'withdrawn',
    source: by === 'shopper' ? 'profile' : 'shop',
  });
  const kind = by === 'shopper' ? 'shopper' : 'key';
  return { shop, said, by: { kind, name: null }, isConfirmed: false };
}

/** What a shop for children cannot begin with somebody; what stands and is sent again changes nothing. */
function startedRefusal(
  shop: ShopRow,
  shopper: ShopperRow,
  { newsletter, personalised }: ProfileChange,
): Refusal | undefined {
  const marketing = newsletter === true && !shopper.newsletter;
  const profiling = personalised === true && !shopper.personalised;
  return (
    (marketing ? childRefusal(shop, { purpose: 'marketing', state: 'given' }) : undefined) ??
    (profiling ? childRefusal(shop, { purpose: 'profiling', state: 'given' }) : undefined)
  );
}

function birthdayRefusal(
  shopper: ShopperRow,
  change: ProfileChange,
  now: number,
): Refusal | undefined {
  const { birthday, birthdaySetAt } = shopper;
  if (change.birthday === undefined || change.birthday === birthday) return undefined;
  if (birthday === null || birthdaySetAt === null) return undefined;
  const until = birthdaySetAt + BIRTHDAY_CHANGE_DAYS * DAY_MS;
  if (until <= now) return undefined;
  return {
    code: 'birthdayLocked',
    detail: `It can be changed again on ${isoOf(until).slice(0, 10)}.`,
    extra: { until: isoOf(until) },
  };
}

function changed(
  shopper: ShopperRow,
  change: Partial<MerchantProfileChange>,
  now: number,
): ShopperRow {
  return {
    ...shopper,
    name: change.name === undefined ? shopper.name : change.name,
    email: change.email === undefined ? shopper.email : change.email,
    locale: change.locale === undefined ? shopper.locale : change.locale,
    timeZone: change.timeZone === undefined ? shopper.timeZone : change.timeZone,
    birthday: change.birthday === undefined ? shopper.birthday : change.birthday,
    birthdaySetAt:
      change.birthday === undefined || change.birthday === shopper.birthday
        ? shopper.birthdaySetAt
        : now,
    newsletter: change.newsletter ?? shopper.newsletter,
    personalised: change.personalised ?? shopper.personalised,
    tags: change.tags ?? shopper.tags,
  };
}

/** Blocking keeps the points and stops everything else; unblocked, a shopper is what they were. */
function statusOf({ shopper }: OpenBook, blocked: boolean | undefined): ShopperRow['status'] {
  if (blocked === true) return 'blocked';
  if (blocked === false && shopper.status === 'blocked')
    return shopper.enrolledAt === null ? 'guest' : 'member';
  return shopper.status;
}

/** Acts that a change of the profile is: a complete profile, a subscription. */
function actsOf(
  row: ShopperRow,
  program: ProgramVersion,
  isSubscribed: boolean,
): ('profile' | 'newsletter')[] {
  const complete = program.document.earning.some(
    (rule) => rule.on === 'profile' && rule.fields.every((field) => FILLED[field](row)),
  );
  return [
    ...(complete ? (['profile'] as const) : []),
    ...(isSubscribed ? (['newsletter'] as const) : []),
  ];
}
