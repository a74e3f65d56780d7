import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { appearanceInput } from '@okaeri/shared/appearance';
import type { ShopKeys } from '@okaeri/shared/access';
import { privacySettings } from '@okaeri/shared/privacy';
import { contactSettings } from '@okaeri/shared/contacts';
import { reviewSettings } from '@okaeri/shared/review-settings';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import type { Deps } from '../../deps.ts';
import { absorbFormer } from '../../loyalty/consents/absorb-former.ts';
import { absorbContacts } from '../../loyalty/contacts/absorb-contacts.ts';
import { codeDigest } from '../../loyalty/rewards/code-rules.ts';
import { noteAllShoppers } from '../../loyalty/shoppers/index-shoppers.ts';
import type { Tx } from '../../platform/store/store.ts';
import { unpackFile } from './carry-media.ts';
import { FILE } from './export-shop.ts';
import type { CarriedRow } from './carried-queries.ts';

/** A file that is no export of a shop. */
export class ExportFileError extends Error {
  override readonly name = 'ExportFileError';
}

const header = z.strictObject({
  okaeri: z.literal(1),
  shop: z.strictObject({
    name: z.string(),
    currency: z.string(),
    origins: z.array(z.string()),
    sandbox: z.boolean(),
    clockOffsetMs: z.int(),
    programVersion: z.int(),
    appearance: appearanceInput.nullable().default(null),
    appearanceVersion: z.int().default(0),
    reviewSettings: reviewSettings.nullable().default(null),
    reviewSettingsVersion: z.int().default(0),
    contactSettings: contactSettings.nullable().default(null),
    contactSettingsVersion: z.int().default(0),
    privacySettings: privacySettings.nullable().default(null),
    privacySettingsVersion: z.int().default(0),
    closedAt: z.int().nullable().default(null),
    createdAt: z.int(),
  }),
});
const line = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
const carriedFile = z.strictObject({ id: z.string(), data: z.base64() });
const footer = z.strictObject({ rows: z.int() });

interface ExportFile {
  readonly shop: z.output<typeof header>['shop'];
  readonly rows: readonly (readonly [table: string, row: CarriedRow])[];
}

/**
 * Makes a shop of an exported file, with keys of its own; all of it or nothing.
 * People who were erased are known again only on a server with the same SECRET_KEY.
 *
 * @throws ExportFileError when the file is no export
 */
export const importShop = async (deps: Deps, path: string): Promise<ShopKeys> => {
  const { shop, rows } = await readFile(deps, path);
  return createShop(deps, shop, (tx, shopId) => bring(deps, tx, shopId, rows));
};

async function readFile(deps: Deps, path: string): Promise<ExportFile> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let shop: ExportFile['shop'] | undefined;
  const rows: [string, CarriedRow][] = [];
  let counted: number | undefined;
  let number = 0;
  let files = 0;
  const known = new Set(deps.carried.map(({ name }) => name));
  try {
    for await (const text of lines) {
      number += 1;
      const value: unknown = JSON.parse(text);
      if (shop === undefined) shop = header.parse(value).shop;
      else if (!Array.isArray(value)) counted = footer.parse(value).rows;
      else {
        const [table, row] = line.parse(value);
        if (table === FILE) {
          await unpackFile(deps, carriedFile.parse(row));
          files += 1;
          continue;
        }
        if (!known.has(table)) throw new Error(`there is no table "${table}"`);
        rows.push([table, row]);
      }
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ExportFileError(`Line ${number} is not of an export: ${why}`);
  }
  if (shop === undefined) throw new ExportFileError('The file is empty.');
  const found = rows.length + files;
  if (counted !== found)
    throw new ExportFileError(`The file has ${found} of ${counted ?? 'unknown'} rows.`);
  return { shop, rows };
}

async function bring(deps: Deps, tx: Tx, shopId: string, rows: ExportFile['rows']): Promise<void> {
  const tables = new Map(deps.carried.map((table) => [table.name, table]));
  for (const [name, row] of rows) {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`There is no table ${name}.`);
    await tx.run(table.insert, { shopId, ...table.absent, ...withDigest(shopId, name, row) });
  }
  await absorbFormer(tx, shopId);
  await absorbContacts(tx, shopId);
  await noteAllShoppers(tx, shopId);
}

/** What lines leave out because it has the shop in it. */
function withDigest(shopId: string, table: string, row: CarriedRow): CarriedRow {
  if (table !== 'redemptions' && table !== 'poolCodes') return row;
  const code = String(row['code']);
  return {
    ...row,
    codeDigest: code === '' ? `none ${String(row['id'])}` : codeDigest(shopId, code),
  };
}
