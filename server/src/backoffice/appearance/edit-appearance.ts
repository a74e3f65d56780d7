import type { Outcome } from '../../platform/lib/outcome.ts';
import { appearanceInput, type Appearance } from '@okaeri/shared/appearance';
import {
  saveShopDocument,
  tagOf,
  type ShopDocument,
  type Tagged,
} from '../../access/shop-document.ts';
import { OFFER_TEXTS, tiesToPraise } from '@okaeri/shared/review-channels';
import type { Deps } from '../../deps.ts';
import { setAppearance } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

const UNCHANGED: Appearance = appearanceInput.parse({});

const APPEARANCE: ShopDocument<Appearance> = {
  name: 'appearance',
  letter: 'a',
  versionOf: (shop) => shop.appearanceVersion,
  set: (tx, { shopId, document, version }) =>
    tx.run(setAppearance, { shopId, appearance: document, appearanceVersion: version }),
};

/** The shop's appearance; where nothing was changed, the widget's own. */
export const appearanceOf = (shop: Pick<ShopRow, 'appearance'>): Appearance =>
  shop.appearance === null ? UNCHANGED : appearanceInput.parse(shop.appearance);

export const readAppearance = (shop: ShopRow): Tagged<Appearance> => ({
  document: appearanceOf(shop),
  etag: tagOf(APPEARANCE, shop.appearanceVersion),
});

/**
 * Saves an appearance if the one that was read is still the shop's. Asked here and not
 * when it is read: what an older release has taken goes on.
 */
export const saveAppearance = async (
  deps: Deps,
  input: { shopId: string; document: Appearance; ifMatch: string },
): Promise<Outcome<Tagged<Appearance>>> => {
  const wrong = wrongWords(input.document);
  if (wrong === undefined) return saveShopDocument(deps, APPEARANCE, input);
  const detail = `texts.${wrong} ties the points to praise; they are for every review alike.`;
  return { refused: { code: 'incentiveForbidden', detail } };
};

/** The first text that ties what is offered for a review to praise. */
function wrongWords({ texts }: Appearance): string | undefined {
  return Object.entries(texts)
    .flatMap(([language, own]) => OFFER_TEXTS.map((key) => [`${language}.${key}`, own[key] ?? '']))
    .find(([, words]) => tiesToPraise(words ?? ''))?.[0];
}
