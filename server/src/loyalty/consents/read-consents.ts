import type {
  Consent,
  ConsentChannel,
  ConsentPage,
  ConsentPurpose,
  StandingConsent,
} from '@okaeri/shared/consents';
import { consentChannel, consentPurpose } from '@okaeri/shared/consents';
import type { ShopRow } from '../../access/tables.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { findDigest } from './address-digest.ts';
import { allowanceOf, standingOf } from './consent-rules.ts';
import { contactSettingsOf } from './contact-settings.ts';
import {
  selectConsent,
  selectConsents,
  selectStatements,
  selectStatementsOfErased,
} from './queries.ts';
import type { ConsentRow } from './tables.ts';

/** Statements about one thing that are looked at: more than anybody makes in the years they count. */
const LOOKED_AT = 200;

interface About {
  readonly shopId: string;
  readonly shopperId: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
}

/** What one person has said about one purpose on one channel. */
export const readStatements = (tx: Tx, about: About): Promise<readonly ConsentRow[]> =>
  tx.run(selectStatements, { ...about, limit: LOOKED_AT });

/** One statement, by its id. */
export const findStatement = (
  tx: Tx,
  of: { shopId: string; id: string },
): Promise<ConsentRow | undefined> => first(tx, selectConsent, of);

interface AllowanceInput {
  readonly shop: ShopRow;
  readonly shopper: Pick<ShopperRow, 'id' | 'email'>;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly now: number;
}

/** Whether a message about a purpose may go to somebody now, by what they and whoever had the address before said. */
export const readAllowance = async (
  tx: Tx,
  input: AllowanceInput,
): Promise<{ readonly allowed: boolean; readonly by: ConsentRow | null }> => {
  const { shop, shopper, purpose, channel, now } = input;
  const settings = contactSettingsOf(shop);
  if (purpose === 'marketing' && settings.addressesChildren) return { allowed: false, by: null };
  const about = { shopId: shop.id, shopperId: shopper.id, purpose, channel };
  const said = await readStatements(tx, about);
  const addressDigest =
    shopper.email === null ? undefined : await findDigest(tx, shop.id, shopper.email);
  const before =
    addressDigest === undefined
      ? []
      : await tx.run(selectStatementsOfErased, {
          shopId: shop.id,
          purpose,
          channel,
          addressDigest,
        });
  return allowanceOf(
    [...said, ...before],
    {
      purpose,
      channel,
      addressDigest: addressDigest ?? null,
      neededFor: settings.consentNeededFor,
    },
    now,
  );
};

/** How somebody stands to one purpose on one channel. */
export const standingConsent = async (tx: Tx, input: AllowanceInput): Promise<StandingConsent> => {
  const { shop, shopper, purpose, channel, now } = input;
  const about = { shopId: shop.id, shopperId: shopper.id, purpose, channel };
  const { state } = standingOf(await readStatements(tx, about), now);
  return { purpose, channel, state, allowed: (await readAllowance(tx, input)).allowed };
};

/** What somebody has said, a page of it, and what stands of it. */
export const listConsents = async (
  tx: Tx,
  input: { shop: ShopRow; shopper: ShopperRow; now: number; before: ListCursor; limit: number },
): Promise<ConsentPage> => {
  const { shop, shopper, before, limit } = input;
  const found = await tx.run(selectConsents, {
    shopId: shop.id,
    shopperId: shopper.id,
    beforeAt: before.at,
    beforeId: before.id,
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const standing = await standingConsents(tx, input);
  return {
    items: items.map(toConsent),
    nextCursor: found.length > limit && last !== undefined ? `${last.at}_${last.id}` : null,
    standing: standing.filter(({ state }) => state !== 'none'),
  };
};

/** A statement as it is shown and exported. */
export function toConsent(row: ConsentRow): Consent {
  const { id, purpose, channel, state, by, source, wordingId, locale } = row;
  return {
    id,
    purpose,
    channel,
    state,
    at: isoOf(row.at),
    by,
    source,
    wordingId,
    locale,
    endsAt: row.endsAt === null ? null : toIso(row.endsAt),
    evidence: row.evidence,
  };
}

/** How somebody stands to everything, for those who choose. */
async function standingConsents(
  tx: Tx,
  input: { shop: ShopRow; shopper: ShopperRow; now: number },
): Promise<StandingConsent[]> {
  const found: StandingConsent[] = [];
  for (const purpose of consentPurpose.options)
    for (const channel of consentChannel.options)
      found.push(await standingConsent(tx, { ...input, purpose, channel }));
  return found;
}
