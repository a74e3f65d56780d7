import type { ConsentInput, KeptEvidence } from '@okaeri/shared/consents';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { digestAddress } from './address-digest.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { standingOf } from './consent-rules.ts';
import { contactSettingsOf } from './contact-settings.ts';
import { keepNewsletter } from './keep-newsletter.ts';
import { insertConsent, setPersonalised } from './queries.ts';
import { readStatements } from './read-consents.ts';
import { deleteFormerSuppression } from './suppression-queries.ts';
import type { ConsentRow, EntryAuthor } from './tables.ts';

/** A statement within one write, by somebody whose row is locked. */
export interface StatementInput {
  readonly shop: ShopRow;
  readonly shopper: ShopperRow;
  readonly said: Omit<ConsentInput, 'at' | 'evidence'> & { readonly evidence: KeptEvidence };
  readonly by: EntryAuthor;
  /** When it was said. */
  readonly at: number;
  readonly now: number;
  /** Somebody has shown that the address is theirs: nothing has to be confirmed by e-mail. */
  readonly isConfirmed: boolean;
}

/**
 * Writes down what somebody said. Marketing by e-mail with a double opt-in waits until the link of an e-mail has
 * confirmed it; what the shop was told without a wording allows no mail, and so asks for no confirmation.
 */
export const recordStatement = async (
  deps: Deps,
  tx: Tx,
  input: StatementInput,
): Promise<ConsentRow> => {
  const { shop, shopper, said, by, at, now } = input;
  const { purpose, channel } = said;
  const addressDigest =
    shopper.email === null ? null : await digestAddress(tx, shop.id, shopper.email);
  const row: ConsentRow = {
    shopId: shop.id,
    id: `cn_${newId()}`,
    shopperId: shopper.id,
    purpose,
    channel,
    state: isToBeConfirmed(input) ? 'pending' : said.state,
    at,
    by,
    source: said.source,
    wordingId: said.wordingId,
    locale: said.locale ?? shopper.locale,
    addressDigest,
    endsAt: said.endsAt === null ? null : Date.parse(said.endsAt),
    evidence: said.evidence,
  };
  await tx.run(insertConsent, row);
  if (row.state === 'pending') await askToConfirm(deps, tx, { shop, statement: row, now });
  await liftComplaint(tx, row);
  if (purpose === 'profiling') await followProfiling(tx, { shop, shopper, row, now });
  if (purpose === 'marketing' && channel === 'email')
    await keepNewsletter(tx, { shopId: shop.id, shopperId: shopper.id, now });
  const data = { purpose, channel, state: row.state, at: isoOf(at) };
  tx.emit({ shopId: shop.id, type: 'consent.changed', shopperId: shopper.id, data });
  return row;
};

/**
 * Who agrees anew after a complaint may be written to again (E29). What they said before it does not say so, and nor does
 * a subscription without words, which allows no mail.
 */
async function liftComplaint(tx: Tx, row: ConsentRow): Promise<void> {
  const { shopId, purpose, channel, state, at, wordingId, addressDigest } = row;
  if (state !== 'given' || channel !== 'email' || addressDigest === null) return;
  if (purpose === 'marketing' && wordingId === null) return;
  const reason = 'complaint';
  await tx.run(deleteFormerSuppression, { shopId, addressDigest, reason, before: at });
}

/** Who objects to profiling is not profiled, wherever they said so (E28): the newest stands, whenever and
 * for which channel it is told. */
async function followProfiling(
  tx: Tx,
  of: { shop: ShopRow; shopper: ShopperRow; row: ConsentRow; now: number },
): Promise<void> {
  const { shop, shopper, row, now } = of;
  const about = { shopId: shop.id, shopperId: shopper.id, purpose: row.purpose };
  const said = [
    ...(await readStatements(tx, { ...about, channel: 'page' })),
    ...(await readStatements(tx, { ...about, channel: 'email' })),
  ];
  const personalised = standingOf(said, now).state !== 'withdrawn';
  await tx.run(setPersonalised, { shopId: shop.id, shopperId: shopper.id, personalised });
}

function isToBeConfirmed({ shop, said, isConfirmed }: StatementInput): boolean {
  return (
    said.state === 'given' &&
    said.purpose === 'marketing' &&
    said.channel === 'email' &&
    said.wordingId !== null &&
    said.evidence.confirmedAt === null &&
    !isConfirmed &&
    contactSettingsOf(shop).doubleOptIn
  );
}
