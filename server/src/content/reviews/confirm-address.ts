import type { Outcome } from '../../platform/lib/outcome.ts';
import { randomInt } from 'node:crypto';
import type { CodeSent, Confirmation } from '@okaeri/shared/reviews';
import { encrypt } from '../../access/encrypt.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { signLink } from '../../access/signed-links.ts';
import { dropCode, keepCode, readCode } from '../../loyalty/contacts/address-codes.ts';
import { liftBounce } from '../../loyalty/consents/suppress-address.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Tx } from '../../platform/store/store.ts';
import {
  CODE_DIGITS,
  digestOfCode,
  judgeCode,
  maskAddress,
  SITTING_MS,
  withCode,
} from './code-rules.ts';
import { lockAuthor, type ReviewerContext } from '../moderation/find-author.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

const NOTHING_TO_CONFIRM = {
  refused: { code: 'notConfirmable', detail: 'Only the link of an e-mail is confirmed by a code.' },
} as const;

const TOO_MANY = {
  refused: { code: 'tooManyRequests', detail: 'Too many codes were sent today; try tomorrow.' },
} as const;

type Person = { readonly shopId: string; readonly shopperId: string };

/**
 * Sends a code to the address a link went to. Anyone who was forwarded the link has the link,
 * and not the code.
 */
export const sendCode = (deps: Deps, asker: ReviewerContext): Promise<Outcome<CodeSent>> =>
  withLink(deps, asker, async (tx, shopper, person) => {
    const { shop } = asker;
    const now = nowOf(deps, shop);
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const digest = digestOfCode(shopper.id, code);
    const next = withCode(await readCode(tx, person), digest, now);
    if (next === null) return TOO_MANY;
    await keepCode(tx, person, next);
    const sealedCode = encrypt(deps.secretKey, code, shopper.id);
    await addToOutbox(deps, tx, {
      shop,
      id: `address-code:${newId()}`,
      payload: { kind: 'addressCode', shopperId: shopper.id, sealedCode },
      dueAt: now,
    });
    return { ok: { to: maskAddress(shopper.email ?? '') } };
  });

/** Makes a link good for writing, when the code that was sent comes with it. */
export const confirmCode = async (
  deps: Deps,
  input: ReviewerContext & { code: string },
): Promise<Outcome<Confirmation>> => {
  const { shop, writer } = input;
  const judged = await withLink<string>(deps, input, async (tx, shopper, person) => {
    const now = nowOf(deps, shop);
    const known = await readCode(tx, person);
    const verdict = judgeCode(known, digestOfCode(shopper.id, input.code), now);
    if (known === undefined || verdict === 'over')
      return { refused: { code: 'notConfirmable', detail: 'The code is over; send another.' } };
    if (verdict === 'wrong') {
      await keepCode(tx, person, { ...known, attempts: known.attempts + 1 });
      return { refused: { code: 'wrongCode', detail: 'This is not the code that was sent.' } };
    }
    await dropCode(tx, person);
    // The code was read: the address works (E29).
    if (shopper.email !== null) await liftBounce(tx, person.shopId, shopper.email);
    return { ok: shopper.id };
  });
  if ('refused' in judged) return judged;
  const token = await signLink(deps, shop, {
    ...(writer.link ?? { use: 'review', orderId: null }),
    shopperId: judged.ok,
    confirmed: true,
    endsAt: nowOf(deps, shop) + SITTING_MS,
  });
  return { ok: { token } };
};

/** Runs an act for the holder of a link, with the shopper it was sent to locked. */
function withLink<T>(
  deps: Deps,
  asker: ReviewerContext,
  act: (tx: Tx, shopper: ShopperRow, person: Person) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return deps.store.write(async (tx): Promise<Outcome<T>> => {
    if (asker.writer.link === undefined) return NOTHING_TO_CONFIRM;
    const shopper = await lockAuthor(deps, tx, asker);
    if (shopper === undefined || shopper.email === null) return NOTHING_TO_CONFIRM;
    return act(tx, shopper, { shopId: shopper.shopId, shopperId: shopper.id });
  });
}
