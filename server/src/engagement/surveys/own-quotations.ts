import type { OwnQuotation, QuotationLine, QuotationName } from '@okaeri/shared/quotations';
import { nowOf } from '../../access/shop-clock.ts';
import type { Writer } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import { lockAuthor, notYet } from '../../content/moderation/find-author.ts';
import { isInsider } from '../../content/reviews/load-review.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Deps } from '../../deps.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectQuotation, selectQuotationsOf, updateQuotation } from './quotation-queries.ts';
import { isOpen, nameFor, namesOf } from './quotation-rules.ts';
import type { QuotationRow } from './quotation-tables.ts';
import { notPossible } from './quotations.ts';
import { toAsked } from './quotation-lines.ts';
import { selectThemes } from './theme-queries.ts';

/** More than a shop asks of one shopper. */
const QUOTATIONS_MAX = 50;

interface Asker {
  readonly shop: ShopRow;
  readonly writer: Writer;
}

/**
 * What the shop asks to quote, and what one lets it: with a link, of its own answer alone, and without the words until
 * its holder has shown that they read the mail of whom it was sent to. Links can be forwarded (E39).
 */
export const listOwnQuotations = async (
  tx: Tx,
  { shop, shopper, writer, now }: Asker & { shopper: ShopperRow; now: number },
): Promise<OwnQuotation[]> => {
  const { shopId, id: shopperId, name } = shopper;
  const all = await tx.run(selectQuotationsOf, { shopId, shopperId, limit: QUOTATIONS_MAX });
  // Who is of the shop is asked nothing, and may still take a yes of before back (E9).
  const isAsked = !isInsider(shopper, settingsOf(shop));
  const open = all
    .filter((row) => isOpen(row, now) && isReached(row, writer))
    .filter(({ state }) => isAsked || state === 'given');
  if (open.length === 0) return [];
  const themes = await tx.run(selectThemes, { shopId });
  const isHidden = writer.link?.confirmed === false;
  return open.map((row) => ({
    id: row.id,
    themeId: row.themeId,
    theme: themes.find(({ id }) => id === row.themeId)?.name ?? {},
    text: isHidden ? null : row.text,
    state: row.state === 'given' ? 'given' : 'asked',
    name: isHidden ? null : row.name,
    names: isHidden ? {} : namesOf(name),
    endsAt: isoOf(row.endsAt),
  }));
};

/**
 * Says yes, under a name. It is about these words beside this theme, until it ends, and nothing else. Where the name is
 * another by now than the one they were shown, they have not agreed to it.
 */
export const agreeToQuotation = (
  deps: Deps,
  input: Asker & { quotationId: string; name: QuotationName; as?: string | null | undefined },
): Promise<Outcome<OwnQuotation>> =>
  deps.store.write(async (tx): Promise<Outcome<OwnQuotation>> => {
    const found = await findOwn(deps, tx, input);
    if ('refused' in found) return found;
    const { row, shopper, now } = found.ok;
    const refused = notYet(input);
    if (refused !== undefined) return { refused };
    if (shopper.status === 'blocked')
      return { refused: { code: 'shopperBlocked', detail: 'Blocked shoppers are not quoted.' } };
    if (!isOpen(row, now)) return unknownQuotation(row.id);
    if (isInsider(shopper, settingsOf(input.shop)))
      return notPossible('People of the shop are not quoted as its shoppers.');
    const name = nameFor(input.name, shopper.name);
    if (input.as !== undefined && input.as !== name)
      return notPossible('The name is another by now. Look at it again.');
    const isSame = row.state === 'given' && row.name === name;
    const given = { state: 'given', name, agreedAt: now, decidedAt: now } as const;
    if (!isSame) await tx.run(updateQuotation, { ...row, ...given });
    const own = await listOwnQuotations(tx, { ...input, shopper, now });
    const answer = own.find(({ id }) => id === row.id);
    return answer === undefined ? unknownQuotation(row.id) : { ok: answer };
  });

/** Says no, or takes a yes back: at once, without a code, and it is never too late for it (L3). */
export const refuseQuotation = (
  deps: Deps,
  input: Asker & { quotationId: string },
): Promise<Outcome<null>> =>
  deps.store.write(async (tx): Promise<Outcome<null>> => {
    const found = await findOwn(deps, tx, input);
    if ('refused' in found) return found;
    const { row, now } = found.ok;
    const state = row.state === 'given' ? 'withdrawn' : row.state === 'asked' ? 'refused' : null;
    if (state !== null)
      await tx.run(updateQuotation, { ...row, state, name: null, decidedAt: now });
    return { ok: null };
  });

/** All that was asked to quote of a shopper, for the list of what is kept about them. */
export const listQuotationLines = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<QuotationLine[]> =>
  (await tx.run(selectQuotationsOf, of)).map((row) => ({
    ...toAsked(row),
    responseId: row.responseId,
  }));

async function findOwn(
  deps: Deps,
  tx: Tx,
  asker: Asker & { quotationId: string },
): Promise<Outcome<{ row: QuotationRow; shopper: ShopperRow; now: number }>> {
  const { shop, quotationId, writer } = asker;
  const shopper = await lockAuthor(deps, tx, asker);
  if (shopper === undefined || shopper.erasedAt !== null) return unknownQuotation(quotationId);
  const row = await first(tx, selectQuotation, { shopId: shop.id, id: quotationId });
  if (row?.shopperId !== shopper.id || !isReached(row, writer))
    return unknownQuotation(quotationId);
  return { ok: { row, shopper, now: nowOf(deps, shop) } };
}

/** A link is good for the one wave it was sent for. */
function isReached({ surveyId, wave }: QuotationRow, { link }: Writer): boolean {
  return link === undefined || (link.survey?.id === surveyId && link.survey.wave === wave);
}

function unknownQuotation(quotationId: string): Outcome<never> {
  return {
    refused: {
      code: 'unknownQuotation',
      detail: `Nothing called "${quotationId}" is asked of you.`,
    },
  };
}
