import { createShop, replaceKeys } from '../access/create-shop.ts';
import { listShops } from '../access/find-shop.ts';
import { setOrigins } from '../access/set-origins.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { defaultProgram } from '../program/default-program.ts';
import { publishDraft, saveDraft, versionTag } from '../program/edit-draft.ts';
import type { ProgramDocument } from '@okaeri/shared/program';
import { reward, type Reward } from '@okaeri/shared/rewards';

const DEMO_NAME = 'Komorebi Coffee (demo)';

/** What the demo shop needs to know of its account. */
export interface DemoAccount {
  readonly publicKey: string;
  readonly secretKey: string;
  readonly identitySecret: string;
}

const discount = (yen: number): Reward =>
  reward.parse({
    id: `off${yen}`,
    kind: 'fixedDiscount',
    enabled: true,
    name: { en: `¥${yen.toLocaleString('en')} off`, ja: `${yen.toLocaleString('ja')}円引き` },
    cost: { fixed: yen },
    value: { JPY: yen },
    validDays: 90,
  });

/** One point for ¥20, lasting a year; a point is worth a yen. */
const demoProgram = (): ProgramDocument => {
  const base = defaultProgram('JPY');
  return {
    ...base,
    name: { en: 'Komorebi Circle', ja: 'こもれびサークル' },
    timeZone: 'Asia/Tokyo',
    earning: base.earning.map((rule) =>
      rule.on === 'order'
        ? { ...rule, points: { per: { JPY: { amountMinor: 20, points: 1 } } } }
        : rule,
    ),
    expiry: { kind: 'perLot', days: 365 },
    rewards: [discount(300), discount(1000), discount(2000)],
  };
};

const create = async (deps: Deps): Promise<{ id: string; publicKey: string }> => {
  const shop = await createShop(deps, {
    name: DEMO_NAME,
    currency: 'JPY',
    origins: [],
    // A sandbox has a clock of its own, so that holds and expiries can be watched.
    sandbox: true,
  });
  const { shopId } = shop;
  const ifMatch = versionTag(1);
  const saved = await saveDraft(deps, { shopId, document: demoProgram(), ifMatch });
  if ('ok' in saved) await publishDraft(deps, { shopId, ifMatch: saved.ok.etag });
  return { id: shopId, publicKey: shop.publicKey };
};

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
