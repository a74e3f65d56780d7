import type { ConsentInput, RecordedConsent } from '@okaeri/shared/consents';
import type { Refusal } from '@okaeri/shared/errors';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { lockRef, type ShopperRef } from '../shoppers/shopper-ref.ts';
import { childRefusal } from './child-refusal.ts';
import { giveForConsent } from './give-for-consent.ts';
import { standingConsent } from './read-consents.ts';
import { recordStatement } from './record-statement.ts';
import type { ConsentRow, EntryAuthor } from './tables.ts';
import { wordingRefusal } from './wordings.ts';

/** Writes down what a shopper has said to the shop; the same key again changes nothing. */
export const recordConsent = (
  deps: Deps,
  input: {
    shop: ShopRow;
    ref: ShopperRef;
    said: ConsentInput;
    by: EntryAuthor;
    idempotencyKey: string;
  },
): Promise<Answered<RecordedConsent>> =>
  deps.store.write(async (tx): Promise<Answered<RecordedConsent>> => {
    const { shop, said, by } = input;
    const shopper = await lockRef(deps, tx, shop.id, input.ref);
    if (shopper === undefined || shopper.erasedAt !== null)
      return { refused: { code: 'unknownShopper', detail: 'No such shopper.' }, hit: false };
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: 'consents',
      key: input.idempotencyKey,
      body: said,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<RecordedConsent>> => {
      const now = nowOf(deps, shop);
      const at = said.at === undefined ? now : Date.parse(said.at);
      const refused =
        childRefusal(shop, said) ??
        refusalOf(shopper, said, { at, now }) ??
        (await wordingRefusal(tx, shop.id, said));
      if (refused !== undefined) return { refused };
      const row = await recordStatement(deps, tx, {
        shop,
        shopper,
        said,
        by,
        at,
        now,
        isConfirmed: false,
      });
      await giveForConsent(deps, tx, { shop, statement: row, now });
      return { status: 201, body: await recorded(tx, { shop, shopper, row, now }) };
    });
  });

function refusalOf(
  shopper: ShopperRow,
  said: ConsentInput,
  { at, now }: { at: number; now: number },
): Refusal | undefined {
  if (at > now)
    return {
      code: 'invalidRequest',
      detail: 'Nobody has said anything later than now.',
      extra: { errors: [{ path: 'at', code: 'notValid', message: 'must not be in the future' }] },
    };
  if (said.state === 'withdrawn') return undefined;
  if (said.channel === 'email' && shopper.email === null)
    return notPossible('Without an address nobody agrees to e-mail.');
  return said.state === 'softOptIn' ? softOptInRefusal(shopper, said) : undefined;
}

/** Customers may be written to about similar goods, if they were told each time how to object (E24). */
function softOptInRefusal(shopper: ShopperRow, said: ConsentInput): Refusal | undefined {
  if (said.purpose !== 'marketing' || said.channel !== 'email')
    return notPossible('A soft opt-in is to marketing by e-mail alone.');
  if (shopper.enrolledAt === null && shopper.orderCount === 0)
    return notPossible('A soft opt-in needs an order that was kept, or somebody who joined.');
  if (!said.evidence.objectionShown)
    return notPossible('A soft opt-in needs `evidence.objectionShown`.');
  return undefined;
}

function notPossible(detail: string): Refusal {
  return { code: 'consentNotPossible', detail };
}

async function recorded(
  tx: Tx,
  input: { shop: ShopRow; shopper: ShopperRow; row: ConsentRow; now: number },
): Promise<RecordedConsent> {
  const { row } = input;
  const { purpose, channel } = row;
  const standing = await standingConsent(tx, { ...input, purpose, channel });
  const endsAt = row.endsAt === null ? null : toIso(row.endsAt);
  return { id: row.id, ...standing, at: isoOf(row.at), endsAt };
}
