import { signal } from '@preact/signals';
import { api, shopId } from './session.ts';
import { ApiError, request } from '../lib/request.ts';

type Names<Name> = Readonly<Record<string, Name>>;

/** Names of a shop that are asked for when the first of them is shown; what has not come is called by its id. */
const createNames = <Name>(fetchNames: () => Promise<Names<Name>>) => {
  const known = signal<Names<Names<Name>>>({});
  const asked = new Set<string>();
  const load = async (shop: string): Promise<void> => {
    try {
      const names = await fetchNames();
      known.value = { ...known.peek(), [shop]: names };
    } catch (error) {
      asked.delete(shop);
      if (!(error instanceof ApiError)) throw error;
    }
  };
  return (): Names<Name> => {
    const shop = shopId.value ?? '';
    if (!asked.has(shop)) {
      asked.add(shop);
      void load(shop);
    }
    return known.value[shop] ?? {};
  };
};

/** What surveys are called, by their ids. */
export const surveyNames = createNames(async () => {
  const { items } = await request(api().surveys.$get());
  return Object.fromEntries(items.map(({ id, name }) => [id, name]));
});

/** What themes are called in each language, by their ids. */
export const themeNames = createNames(async () => {
  const { items } = await request(api().themes.$get());
  return Object.fromEntries(items.map(({ id, name }) => [id, name]));
});
