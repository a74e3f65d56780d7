import type { Outcome } from '../../platform/lib/outcome.ts';
import { forbidsRewards } from '@okaeri/shared/review-channels';
import { lockShopRow } from '../../access/shop-document.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { refuseUnknownPictures } from '../../loyalty/pictures/refuse-unknown-pictures.ts';
import { followProgram } from '../../loyalty/orders/days/day-terms.ts';
import { loadDraft, loadProgram, type Draft } from '../../loyalty/program/load-program.ts';
import {
  deleteDraft,
  insertVersion,
  setShopProgram,
  upsertDraft,
  upsertNote,
} from '../../loyalty/program/queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Tables } from '../../platform/store/tables.ts';

type ProgramVersionRow = Tables['programVersions']['$inferSelect'];

/** A programme and the tag that names this state of it. */
export interface Tagged {
  readonly program: Program;
  readonly etag: string;
}

export type Edited = Outcome<Tagged>;

/** The tag of a published version. */
export const versionTag = (version: number): string => `"v${version}"`;

/** The draft, or the published programme as the draft to begin with. */
export const readDraft = (deps: Deps, shopId: string): Promise<Tagged> =>
  deps.store.read(async (tx) => {
    const shop = await requireShop(tx, shopId);
    const { document, revision } = await draftOf(deps, tx, shop);
    return {
      program: { version: shop.programVersion, ...document },
      etag: draftTag(shop.programVersion, revision),
    };
  });

/** Saves a draft if it is still the one that was read. */
export const saveDraft = (
  deps: Deps,
  input: { shopId: string; document: ProgramDocument; ifMatch: string; author?: string },
): Promise<Edited> =>
  deps.store.write(async (tx) => {
    const shop = await requireShop(tx, input.shopId);
    const { revision } = await draftOf(deps, tx, shop);
    if (!matches(input.ifMatch, shop, revision)) return stale(shop, revision);
    const forbidden = input.document.earning.find(
      (rule) => 'url' in rule && forbidsRewards(rule.url),
    );
    if (forbidden !== undefined) return notAllowed(forbidden.id);
    await tx.run(upsertDraft, {
      shopId: shop.id,
      document: input.document,
      revision: revision + 1,
      updatedAt: deps.clock.now(),
      author: input.author ?? null,
    });
    return {
      ok: {
        program: { version: shop.programVersion, ...input.document },
        etag: draftTag(shop.programVersion, revision + 1),
      },
    };
  });

/** Makes the draft the shop's programme, as a new version that never changes. */
export const publishDraft = async (
  deps: Deps,
  input: { shopId: string; ifMatch: string; author?: string; note?: string | null },
): Promise<Edited> => {
  const edited = await deps.store.write(async (tx): Promise<Edited> => {
    const found = await draftToPublish(deps, tx, input);
    if ('refused' in found) return found;
    const { shop, document } = found.ok;
    const refused = await refuseToPublish(deps, tx, shop.id, document);
    if (refused !== undefined) return { refused };
    const { author = null, note = null } = input;
    const version = await addVersion(deps, tx, shop, { document, author, note, scheduledAt: null });
    await tx.run(deleteDraft, { shopId: shop.id });
    return { ok: { program: { version, ...document }, etag: versionTag(version) } };
  });
  deps.caches.shops.clear();
  return edited;
};

/** The draft that `ifMatch` names, where there is one that was saved. */
export const draftToPublish = async (
  deps: Deps,
  tx: Tx,
  input: { shopId: string; ifMatch: string },
): Promise<Outcome<{ shop: ShopRow } & Draft>> => {
  const shop = await requireShop(tx, input.shopId);
  const { document, revision } = await draftOf(deps, tx, shop);
  if (!matches(input.ifMatch, shop, revision)) return stale(shop, revision);
  if (revision === 0)
    return { refused: { code: 'noDraft', detail: 'Save a draft before publishing it.' } };
  return { ok: { shop, document, revision } };
};

/** Why a programme cannot be published as it is. */
export const refuseToPublish = async (
  deps: Deps,
  tx: Tx,
  shopId: string,
  document: ProgramDocument,
): Promise<Refusal | undefined> =>
  (await deps.refuseUnholdable(tx, shopId, document.rewards)) ??
  (await refuseUnknownPictures(tx, shopId, document));

/** Puts a document in force as the next version; gives its number. */
export const addVersion = async (
  deps: Deps,
  tx: Tx,
  shop: ShopRow,
  {
    note,
    ...of
  }: Pick<ProgramVersionRow, 'document' | 'author' | 'scheduledAt'> & {
    note: string | null;
  },
): Promise<number> => {
  const version = shop.programVersion + 1;
  await tx.run(insertVersion, {
    ...of,
    shopId: shop.id,
    version,
    publishedAt: deps.clock.now(),
  });
  if (note !== null) await tx.run(upsertNote, { shopId: shop.id, version, note });
  await tx.run(setShopProgram, { shopId: shop.id, version });
  await followProgram(tx, shop.id, of.document);
  return version;
};

/** The shop, locked. */
export async function requireShop(tx: Tx, shopId: string): Promise<ShopRow> {
  const shop = await lockShopRow(tx, shopId);
  if (shop === undefined) throw new Error(`Shop ${shopId} vanished.`);
  return shop;
}

async function draftOf(deps: Deps, tx: Tx, shop: ShopRow): Promise<Draft> {
  const draft = await loadDraft(tx, shop.id);
  if (draft !== undefined) return draft;
  const key = { shopId: shop.id, version: shop.programVersion };
  return { document: await loadProgram(deps, tx, key), revision: 0 };
}

/** The tag of a draft: the version it was made from and how often it was saved since. */
function draftTag(version: number, revision: number): string {
  return `"v${version}-d${revision}"`;
}

function matches(ifMatch: string, shop: ShopRow, revision: number): boolean {
  return (
    ifMatch === draftTag(shop.programVersion, revision) ||
    (revision === 0 && ifMatch === versionTag(shop.programVersion))
  );
}

function stale(shop: ShopRow, revision: number): { refused: Refusal } {
  return {
    refused: {
      code: 'preconditionFailed',
      detail: `The draft is now ${draftTag(shop.programVersion, revision)}; read it and try again.`,
    },
  };
}

function notAllowed(ruleId: string): { refused: Refusal } {
  return {
    refused: {
      code: 'incentiveForbidden',
      detail: `The rule "${ruleId}" leads to a platform that forbids rewards for reviews.`,
    },
  };
}
