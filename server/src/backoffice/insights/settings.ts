import { insightSettings, type InsightSettings } from '@okaeri/shared/insight-settings';
import { lockShopRow, type Tagged } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import { selectStaff } from '../../access/team-queries.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { noteReader } from './telling/readers.ts';
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
  input: { shop: ShopRow; document: InsightSettings; ifMatch: string },
): Promise<Outcome<Tagged<InsightSettings>>> =>
  deps.store.write(async (tx): Promise<Outcome<Tagged<InsightSettings>>> => {
    const { shop, document, ifMatch } = input;
    const shopId = shop.id;
    await lockShopRow(tx, shopId);
    const version = (await first(tx, selectInsightSettings, { shopId }))?.version ?? 0;
    if (ifMatch !== tagOf(version)) {
      const detail = `The settings of figures are now ${tagOf(version)}; read them and try again.`;
      return { refused: { code: 'preconditionFailed', detail } };
    }
    const strangers = await strangersAmong(tx, shopId, document);
    if (strangers.length > 0) {
      const detail = `Nobody of the team has the id ${strangers.join(', ')}.`;
      return { refused: { code: 'invalidRequest', detail } };
    }
    await noteNewReaders(deps, tx, { shop, document });
    await tx.run(upsertInsightSettings, { shopId, document, version: version + 1 });
    return { ok: { document, etag: tagOf(version + 1) } };
  });

/** Changes them within a write that has locked the shop. */
export const changeInsightSettings = async (
  tx: Tx,
  shopId: string,
  document: InsightSettings,
): Promise<void> => {
  const version = (await first(tx, selectInsightSettings, { shopId }))?.version ?? 0;
  await tx.run(upsertInsightSettings, { shopId, document, version: version + 1 });
};

/** Who is named and is not of the team; whoever was named before and has left since may stay. */
async function strangersAmong(
  tx: Tx,
  shopId: string,
  { report, alerts }: InsightSettings,
): Promise<readonly string[]> {
  const known = await insightSettingsOf(tx, shopId);
  const staff = await tx.run(selectStaff, { shopId });
  const fine = new Set([
    ...staff.map(({ userId }) => userId),
    ...known.report.userIds,
    ...known.alerts.userIds,
  ]);
  return [...new Set([...report.userIds, ...alerts.userIds])].filter((id) => !fine.has(id));
}

/** Who is named for reports anew gets those that are due from now on. */
async function noteNewReaders(
  deps: Deps,
  tx: Tx,
  { shop, document }: { readonly shop: ShopRow; readonly document: InsightSettings },
): Promise<void> {
  const known = new Set((await insightSettingsOf(tx, shop.id)).report.userIds);
  for (const userId of document.report.userIds)
    if (!known.has(userId)) await noteReader(deps, tx, { shop, userId, isNew: true });
}
