import { appearanceInput, type Appearance } from '@okaeri/shared/appearance';
import type { Refusal } from '@okaeri/shared/errors';
import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { first } from '../store/store.ts';
import { lockAppearance, setAppearance } from './queries.ts';

/** An appearance and the tag that names this state of it. */
export interface TaggedAppearance {
  readonly appearance: Appearance;
  readonly etag: string;
}

const UNCHANGED: Appearance = appearanceInput.parse({});

/** The shop's appearance; where nothing was changed, the widget's own. */
export const appearanceOf = (shop: Pick<ShopRow, 'appearance'>): Appearance =>
  shop.appearance === null ? UNCHANGED : appearanceInput.parse(shop.appearance);

const tagOf = (version: number): string => `"a${version}"`;

export const readAppearance = (shop: ShopRow): TaggedAppearance => ({
  appearance: appearanceOf(shop),
  etag: tagOf(shop.appearanceVersion),
});

/** Saves an appearance if the one that was read is still the shop's. */
export const saveAppearance = async (
  deps: Deps,
  input: { shopId: string; appearance: Appearance; ifMatch: string },
): Promise<{ ok: TaggedAppearance } | { refused: Refusal }> => {
  const { shopId, appearance, ifMatch } = input;
  const saved = await deps.store.write(
    async (tx): Promise<{ ok: TaggedAppearance } | { refused: Refusal }> => {
      const shop = await first(tx, lockAppearance, { shopId });
      if (shop === undefined) throw new Error(`Shop ${shopId} vanished.`);
      const current = tagOf(shop.appearanceVersion);
      if (ifMatch !== current) {
        const detail = `The appearance is now ${current}; read it and try again.`;
        return { refused: { code: 'preconditionFailed', detail } };
      }
      const version = shop.appearanceVersion + 1;
      await tx.run(setAppearance, { shopId, appearance, version });
      return { ok: { appearance, etag: tagOf(version) } };
    },
  );
  deps.caches.shops.clear();
  return saved;
};
