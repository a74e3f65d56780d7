import { insightSettings, type InsightSettings } from '@okaeri/shared/insight-settings';
import { lockShopRow, type Tagged } from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectInsightSettings, upsertInsightSettings } from './settings-queries.ts';

const UNCHANGED: InsightSettings = insightSettings.parse({});

const tagOf = (version: number): string => `"i${version}"`;

/** What a shop has said for its figures. */
export const insightSettingsOf = async (tx: Tx, shopId: string): Promise<InsightSettings> => {
  const known = await first(tx, selectInsightSettings, { shopId });
  return known === undefined ? UNCHANGED : insightSettings.parse(known.document);
};

export const readInsightSettings = (deps: Deps, shopId: string): Promise<Tagged<InsightSettings>> =>
  deps.store.read(async (tx) => {
    const known = await first(tx, selectInsightSettings, { shopId });
    const document = known === undefined ? UNCHANGED : insightSettings.parse(known.document);
    return { document, etag: tagOf(known?.version ?? 0) };
  });

/** Saves it, if what was read is still the shop's. Figures follow when they are taken next. */
export const saveInsightSettings = (
  deps: Deps,
  input: { shopId: string; document: InsightSettings; ifMatch: string },
): Promise<Outcome<Tagged<InsightSettings>>> =>
  deps.store.write(async (tx): Promise<Outcome<Tagged<InsightSettings>>> => {
    const { shopId, document, ifMatch } = input;
    await lockShopRow(tx, shopId);
    const version = (await first(tx, selectInsightSettings, { shopId }))?.version ?? 0;
    if (ifMatch !== tagOf(version)) {
      const detail = `The settings of figures are now ${tagOf(version)}; read them and try again.`;
      return { refused: { code: 'preconditionFailed', detail } };
    }
    await tx.run(upsertInsightSettings, { shopId, document, version: version + 1 });
    return { ok: { document, etag: tagOf(version + 1) } };
  });
