import { createShop, replaceKeys } from '../backoffice/setup/create-shop.ts';
import { listShops } from '../access/find-shop.ts';
import { setOrigins } from '../access/set-origins.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { publishDraft, saveDraft, versionTag } from '../backoffice/program-editor/edit-draft.ts';
import { addDemoPictures } from './demo-pictures.ts';
import { demoProgram } from './demo-program.ts';

const DEMO_NAME = 'Komorebi Coffee (demo)';

/** What the demo shop needs to know of its account. */
export interface DemoAccount {
  readonly publicKey: string;
  readonly secretKey: string;
  readonly identitySecret: string;
}

/**
 * Finds or creates the demo shop's account, and gives it fresh keys: nothing
 * secret of the demo outlives the process.
 */
export const openDemoAccount = async (deps: Deps, config: Config): Promise<DemoAccount> => {
  const known = (await listShops(deps)).find((shop) => shop.sandbox && shop.name === DEMO_NAME);
  const shop = known ?? (await create(deps));
  const { port, publicUrl } = config;
  const origins = [publicUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`];
  await setOrigins(deps, { shopId: shop.id, origins: [...new Set(origins)] });
  const keys = await replaceKeys(deps, { shopId: shop.id, label: 'demo' });
  return { publicKey: shop.publicKey, ...keys };
};

async function create(deps: Deps): Promise<{ id: string; publicKey: string }> {
  const shop = await createShop(deps, {
    name: DEMO_NAME,
    currency: 'JPY',
    origins: [],
    // A sandbox has a clock of its own, so that holds and expiries can be watched.
    sandbox: true,
  });
  const { shopId } = shop;
  const ifMatch = versionTag(1);
  const document = demoProgram(await addDemoPictures(deps, shopId));
  const saved = await saveDraft(deps, { shopId, document, ifMatch });
  if ('ok' in saved) await publishDraft(deps, { shopId, ifMatch: saved.ok.etag });
  return { id: shopId, publicKey: shop.publicKey };
}
