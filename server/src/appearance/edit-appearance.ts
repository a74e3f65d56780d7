import { appearanceInput, type Appearance } from '@okaeri/shared/appearance';
import type { Refusal } from '@okaeri/shared/errors';
import {
  saveShopDocument,
  tagOf,
  type ShopDocument,
  type Tagged,
} from '../access/shop-document.ts';
import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { setAppearance } from './queries.ts';

const UNCHANGED: Appearance = appearanceInput.parse({});

const APPEARANCE: ShopDocument<Appearance> = {
  name: 'appearance',
  letter: 'a',
  versionOf: (shop) => shop.appearanceVersion,
  set: (tx, next) => tx.run(setAppearance, next),
};

/** The shop's appearance; where nothing was changed, the widget's own. */
export const appearanceOf = (shop: Pick<ShopRow, 'appearance'>): Appearance =>
  shop.appearance === null ? UNCHANGED : appearanceInput.parse(shop.appearance);

export const readAppearance = (shop: ShopRow): Tagged<Appearance> => ({
  document: appearanceOf(shop),
  etag: tagOf(APPEARANCE, shop.appearanceVersion),
});

/** Saves an appearance if the one that was read is still the shop's. */
export const saveAppearance = (
  deps: Deps,
  input: { shopId: string; document: Appearance; ifMatch: string },
): Promise<{ ok: Tagged<Appearance> } | { refused: Refusal }> =>
  saveShopDocument(deps, APPEARANCE, input);
