import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** Writes a shop to a file. */
export const exportTo = (path: string, options: { shop: string }): Promise<void> =>
  withDeps(async (deps) => {
    const shop = await requireShop(deps, options.shop);
    let lines = 0;
    const text = async function* (): AsyncGenerator<string> {
      for await (const line of exportShop(deps, shop)) {
        lines += 1;
        yield `${line}\n`;
      }
    };
    await pipeline(Readable.from(text()), createWriteStream(path, { mode: 0o600 }));
    console.log(`${lines} lines`);
  });
