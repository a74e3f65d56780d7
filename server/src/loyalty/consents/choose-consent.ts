import {
  consentChannel,
  consentInput,
  consentPurpose,
  type ConsentPurpose,
  type OwnConsent,
  type OwnConsentInput,
} from '@okaeri/shared/consents';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { authenticateShopper, readForShopper } from '../entry/authenticate-shopper.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { lockShopper } from '../ledger/queries.ts';
import { digestAddress } from './address-digest.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { childRefusal, NOT_FOR_CHILDREN } from './child-refusal.ts';
import { saidAfter, standingOf } from './consent-rules.ts';
import { contactSettingsOf } from './contact-settings.ts';
import { giveForConsent } from './give-for-consent.ts';
import { readStatements, standingConsent } from './read-consents.ts';
import { recordStatement } from './record-statement.ts';
import type { ConsentRow } from './tables.ts';
import { currentWording, readWordings, wordingRefusal } from './wordings.ts';

interface Visit {
  readonly shop: ShopRow;
  readonly claims: ShopperClaims;
  /** The language the page speaks, where it says so. */
  readonly locale?: string | undefined;
}

/** How a shopper stands to everything they can choose about, in their language. */
export const readOwnConsents = (
  deps: Deps,
  { shop, claims, locale }: Visit,
): Promise<Outcome<OwnConsent[]>> =>
  readForShopper(deps, { shop, claims, enrol: false }, async (tx, { row }) => {
    const found: OwnConsent[] = [];
    for (const purpose of purposesOf(deps, shop))
      for (const channel of consentChannel.options)
        found.push(
          await ownConsent(tx, {
            shop,
            claims,
            locale,
            shopper: row,
            purpose,
            channel,
            now: nowOf(deps, shop),
          }),
        );
    return found;
  });

/** What this shop may say anything about: what nobody says is no choice. */
function purposesOf({ touches }: Deps, shop: ShopRow): ConsentPurpose[] {
  const said = new Set(Object.values(touches).map(({ purpose }) => purpose));
  const isForChildren = contactSettingsOf(shop).addressesChildren;
  return consentPurpose.options.filter((purpose) =>
    NOT_FOR_CHILDREN.includes(purpose) ? !isForChildren : said.has(purpose),
  );
}

/** A shopper agrees, or does not any more; it counts at once. */
export const chooseConsent = async (
  deps: Deps,
  { shop, claims }: Visit,
  chosen: OwnConsentInput,
): Promise<Outcome<OwnConsent>> => {
  const found = await authenticateShopper(deps, shop, claims);
  if ('refused' in found) return found;
  return deps.store.write(async (tx): Promise<Outcome<OwnConsent>> => {
    const key = { shopId: shop.id, shopperId: found.ok.id };
    const shopper = await first(tx, lockShopper, key);
    if (shopper === undefined || shopper.erasedAt !== null)
      return { refused: { code: 'notEnrolled', detail: 'You have left the programme.' } };
    // Withdrawing is refused to nobody (E10).
    if (shopper.status === 'blocked' && chosen.state === 'given')
      return { refused: { code: 'shopperBlocked', detail: 'Ask the shop about it.' } };
    const refused = childRefusal(shop, chosen) ?? (await wordingRefusal(tx, shop.id, chosen));
    if (refused !== undefined) return { refused };
    if (chosen.state === 'given' && chosen.channel === 'email' && shopper.email === null)
      return {
        refused: { code: 'consentNotPossible', detail: 'Your shop knows no address of yours.' },
      };
    const now = nowOf(deps, shop);
    const { purpose, channel } = chosen;
    const about = { shopId: shop.id, shopperId: shopper.id, purpose, channel };
    const before = standingOf(await readStatements(tx, about), now);
    const isSame = await saysTheSame(tx, { shop, shopper, chosen, before: before.by });
    const isConfirmed = claims.emailVerified && claims.email === shopper.email;
    const waitsOn = before.state === 'pending' && chosen.state === 'given' && !isConfirmed;
    if (waitsOn && before.by !== null && isSame)
      // Said again, it waits on, and tomorrow another e-mail may ask.
      await askToConfirm(deps, tx, { shop, statement: before.by, now });
    else if (before.state !== chosen.state || !isSame) {
      const said = {
        ...consentInput.parse({ ...chosen, locale: null }),
        source: 'widget',
        locale: chosen.locale ?? claims.locale,
      };
      const statement = await recordStatement(deps, tx, {
        shop,
        shopper,
        said,
        by: { kind: 'shopper', name: null },
        at: saidAfter(before, now),
        now,
        isConfirmed,
      });
      await giveForConsent(deps, tx, { shop, statement, now });
    }
    const { locale } = chosen;
    return { ok: await ownConsent(tx, { shop, claims, locale, shopper, purpose, channel, now }) };
  });
};

/** Saying the same again changes nothing (E1); other words do, and so does another address (E23). */
async function saysTheSame(
  tx: Tx,
  of: {
    shop: ShopRow;
    shopper: ShopperRow;
    chosen: OwnConsentInput;
    before: ConsentRow | null;
  },
): Promise<boolean> {
  const { shop, shopper, chosen, before } = of;
  // Without words of its own it takes nothing from what stands.
  if (before === null || chosen.wordingId === null) return true;
  const { email } = shopper;
  const addressDigest = email === null ? null : await digestAddress(tx, shop.id, email);
  return before.wordingId === chosen.wordingId && before.addressDigest === addressDigest;
}

async function ownConsent(
  tx: Tx,
  input: Visit & {
    shopper: ShopperRow;
    purpose: OwnConsent['purpose'];
    channel: OwnConsent['channel'];
    now: number;
  },
): Promise<OwnConsent> {
  const { shop, claims, shopper, purpose } = input;
  const standing = await standingConsent(tx, input);
  const { document } = await readWordings(tx, shop.id);
  const wording = currentWording(document, purpose);
  const text = wording && textIn(wording.texts, input.locale ?? claims.locale ?? shopper.locale);
  return {
    ...standing,
    wording: wording === undefined || text === undefined ? null : { id: wording.id, text },
  };
}

/** The shopper's language, else the first the shop has. */
function textIn(
  texts: Readonly<Record<string, string>>,
  locale: string | null,
): string | undefined {
  const language = locale?.split('-')[0] ?? '';
  return texts[locale ?? ''] ?? texts[language] ?? Object.values(texts)[0];
}
