/** Of whom. */
interface MovedShopper {
  readonly shopId: string;
  readonly shopperId: string;
}

/** Notes whose row has changed, so that an earn writes nothing more for the sake of lists. */
export interface MovedShoppers {
  note(of: { readonly shopId: string; readonly shopperId: string | null }): void;
  /** Some of those noted before the last taking, so that the writes they were noted in have ended. */
  take(limit: number): readonly MovedShopper[];
}

/** Shoppers that wait at most: whoever is left out is put in order by the job that looks at everybody. */
const WAITING_MAX = 20_000;

/** Makes an empty one. */
export const createMovedShoppers = (): MovedShoppers => {
  let fresh = new Map<string, MovedShopper>();
  const waiting = new Map<string, MovedShopper>();
  return {
    note({ shopId, shopperId }) {
      if (shopperId === null || fresh.size + waiting.size >= WAITING_MAX) return;
      fresh.set(`${shopId} ${shopperId}`, { shopId, shopperId });
    },
    take(limit) {
      const taken = [...waiting].slice(0, limit);
      for (const [key] of taken) waiting.delete(key);
      for (const [key, of] of fresh) waiting.set(key, of);
      fresh = new Map();
      return taken.map(([, of]) => of);
    },
  };
};
