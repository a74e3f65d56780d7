import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from './testing/postgres-server.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'okaeri-main-'));

/** Starts the server, which is to end by itself, and gives what it said. */
const start = async (databaseUrl: string): Promise<{ code: number | null; said: string }> => {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(await freePort()),
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
    DEMO: 'off',
  };
  const child = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
};

describe('a server that cannot have its database', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    [
      'PostgreSQL that is not there',
      async () => `postgres://u:hidden@127.0.0.1:${await freePort()}/x`,
    ],
    ['a folder where the file should be', async () => `file:${folder}`],
    [
      'a file that is no database',
      async () => {
        const path = join(folder, 'none.db');
        writeFileSync(
          path,
          'This is no database, and is long enough to be taken for one.'.repeat(20),
        );
        return `file:${path}`;
      },
    ],
  ])('ends at the start with one sentence and no stack: %s', async (_what, url) => {
    const { code, said } = await start(await url());
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toMatch(/\((ECONNREFUSED|SQLITE_CANTOPEN|SQLITE_NOTADB)\)/);
    expect(said).not.toContain('hidden');
  });
});
