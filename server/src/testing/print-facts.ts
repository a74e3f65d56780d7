import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createApp } from '../app.ts';
import { createProgram } from '../cli/program.ts';
import { createDeps } from '../create-deps.ts';
import { openStore } from '../open-store.ts';
import { systemClock } from '../platform/lib/clock.ts';
import { createFetchOutside } from '../platform/lib/fetch-outside.ts';
import { createLogger } from '../platform/lib/logger.ts';
import { openMedia } from '../platform/media/open-media.ts';

/*
 * Prints as JSON what the docs are checked against: the API's document as a server on an empty database serves
 * it, and the commands of `okaeri`. `tooling/docs` runs it as a process, so that its types are not the server's.
 */

/** A command of `okaeri`, as `import orders`. */
interface Described {
  readonly name: string;
  readonly parameters: number;
  readonly flags: readonly { readonly flag: string; readonly hasValue: boolean }[];
}

const document = await readDocument();
process.stdout.write(JSON.stringify({ document, commands: commandsOf(createProgram(), '') }));

async function readDocument(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-facts-'));
  const logger = createLogger('silent');
  const store = await openStore(`file:${join(folder, 'empty.db')}`, logger);
  try {
    const deps = createDeps({
      store,
      logger,
      clock: systemClock,
      secretKey: randomBytes(32),
      publicUrl: 'https://loyalty.example',
      media: openMedia({ mediaFolder: folder, s3: null }),
      mail: null,
      fetchOutside: createFetchOutside(),
    });
    const answer = await createApp(deps).request('/openapi.json');
    return await answer.json();
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

function commandsOf(command: Command, above: string): Described[] {
  return command.commands.flatMap((inner) => {
    const name = `${above} ${inner.name()}`.trim();
    if (inner.commands.length > 0) return commandsOf(inner, name);
    const flags = inner.options.map(({ long, required }) => ({
      flag: long ?? '',
      hasValue: required,
    }));
    return [{ name, parameters: inner.registeredArguments.length, flags }];
  });
}
