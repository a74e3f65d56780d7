import type { Deps } from '../../deps.ts';
import { packFile } from './carry-media.ts';
import type { CarriedRow, CarriedTable } from './carried-queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { TableName } from '../../platform/store/tables.ts';

/** What a line with a file is called, among those of tables. */
export const FILE = 'file';

/** Tables whose rows have a file, named as the row is. */
const WITH_FILES: ReadonlySet<string> = new Set<TableName>(['reviewPhotos', 'pictures']);

/** Rows read at once, so that no read lasts long. */
const PAGE = 1000;

/** The first line of an export: what it is, and the shop it was. */
interface ExportHeader {
  readonly okaeri: 1;
  readonly shop: Omit<ShopRow, 'id' | 'publicKey' | 'version'>;
}

/**
 * A shop in one file, line by line: everything it has but its keys, its
 * photos and pictures with their bytes. Imported
 * elsewhere and exported again it is the same to the byte. Rows written meanwhile
 * may or may not be in it: export a shop that rests.
 */
export async function* exportShop(deps: Deps, shop: ShopRow): AsyncGenerator<string> {
  yield JSON.stringify(headerOf(shop));
  let count = 0;
  for (const table of deps.carried) {
    let after = startOf(table);
    for (;;) {
      const args = { shopId: shop.id, limit: PAGE, ...after };
      const page = await deps.store.read((tx) => tx.run(table.select, args));
      for (const row of page) {
        yield lineOf(table, row);
        const file = WITH_FILES.has(table.name) && (await packFile(deps, String(row['id'])));
        if (!file) continue;
        yield JSON.stringify([FILE, file]);
        count += 1;
      }
      count += page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE || Object.keys(table.keys).length === 0) break;
      after = afterOf(table, last);
    }
  }
  // A file that was cut off has no last line, and says so when it is imported.
  yield JSON.stringify({ rows: count });
}

function headerOf(shop: ShopRow): ExportHeader {
  const { id: _id, publicKey: _key, version: _version, ...known } = shop;
  return { okaeri: 1, shop: known };
}

function startOf(table: CarriedTable): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table.keys).map(([key, least]) => [`after_${key}`, least]),
  );
}

/** A row as it is written: the digest of a code has the shop in it, and is made anew. */
function lineOf(table: CarriedTable, row: CarriedRow): string {
  const { shopId: _shopId, codeDigest: _digest, ...rest } = row;
  return JSON.stringify([table.name, rest]);
}

function afterOf(table: CarriedTable, row: CarriedRow): Record<string, unknown> {
  return Object.fromEntries(Object.keys(table.keys).map((key) => [`after_${key}`, row[key]]));
}
