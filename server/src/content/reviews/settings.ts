import type { Outcome } from '../../platform/lib/outcome.ts';
import { reviewSettings, type ReviewSettings } from '@okaeri/shared/review-settings';
import { tiesToPraise } from '@okaeri/shared/review-channels';
import {
  saveShopDocument,
  tagOf,
  type ShopDocument,
  type Tagged,
} from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import { setReviewSettings } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

const UNCHANGED: ReviewSettings = reviewSettings.parse({});

const SETTINGS: ShopDocument<ReviewSettings> = {
  name: 'review settings',
  letter: 'r',
  versionOf: (shop) => shop.reviewSettingsVersion,
  set: (tx, { shopId, document, version }) =>
    tx.run(setReviewSettings, { shopId, reviewSettings: document, reviewSettingsVersion: version }),
};

/** How the shop asks for reviews and what it takes. */
export const settingsOf = (shop: Pick<ShopRow, 'reviewSettings'>): ReviewSettings =>
  shop.reviewSettings === null ? UNCHANGED : reviewSettings.parse(shop.reviewSettings);

export const readSettings = (shop: ShopRow): Tagged<ReviewSettings> => ({
  document: settingsOf(shop),
  etag: tagOf(SETTINGS, shop.reviewSettingsVersion),
});

/**
 * Saves the settings if those that were read are still the shop's. Words are looked at
 * here and not when they are read: what an older release has taken goes on.
 */
export const saveSettings = async (
  deps: Deps,
  input: { shopId: string; document: ReviewSettings; ifMatch: string },
): Promise<Outcome<Tagged<ReviewSettings>>> => {
  const wrong = wrongLanguage(input.document);
  if (wrong === undefined) return saveShopDocument(deps, SETTINGS, input);
  const detail = `requestText.${wrong} asks for praise; what is offered is for every review alike.`;
  return { refused: { code: 'incentiveForbidden', detail } };
};

/** The language in which a request ties what is offered to praise. */
function wrongLanguage({ requestText }: ReviewSettings): string | undefined {
  return Object.entries(requestText ?? {}).find(([, words]) => tiesToPraise(words))?.[0];
}
