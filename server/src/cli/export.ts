import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportShop } from '../connect/portability/export-shop.ts';
import { requireShop, withDeps } from './with-deps.ts';

const HELP = `
Everything a shop has but its keys, one JSON value in a line. Imported elsewhere
(okaeri import shop FILE) and exported again, it is the same to the byte. Rows that
are written meanwhile may be missing: export a shop that rests.`;

/** `okaeri export` */
export const addExport = (program: Command): void => {
  program
    .command('export <file>')
    .description('write a shop to a file')
    .requiredOption('--shop <shop>', 'id or public key')
    .addHelpText('after', HELP)
    .action((path: string, options: { shop: string }) =>
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
      }),
    );
};
