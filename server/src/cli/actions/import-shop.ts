import { importShop } from '../../connect/portability/import-shop.ts';
import { withDeps } from './with-deps.ts';

/** Makes a shop of an exported file, and prints its keys. */
export const importShopFile = (path: string): Promise<void> =>
  withDeps(async (deps) => console.log(JSON.stringify(await importShop(deps, path))));
