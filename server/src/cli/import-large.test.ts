import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';

const CLI = join(import.meta.dirname, '../cli.ts');
/** Rows that take a while to bring. */
const MANY = 2000;

describe('files imported on the command line', () => {
  let folder: string;
  let into: string[];
  const env = () => ({ ...process.env, DATABASE_URL: `file:${join(folder, 'a.db')}` });
  const run = (...parameters: string[]): { status: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...parameters], {
      encoding: 'utf8',
      env: env(),
    });
    return { status, out: stdout, err: stderr };
  };
  const fileOf = (name: string, header: string, count: number, row: (i: number) => string) => {
    const path = join(folder, name);
    writeFileSync(
      path,
      `${header}\n${Array.from({ length: count }, (_, i) => row(i)).join('\n')}\n`,
    );
    return path;
  };
  const database = <T>(ask: (database: Database.Database) => T): T => {
    const opened = new Database(join(folder, 'a.db'), { readonly: true });
    try {
      return ask(opened);
    } finally {
      opened.close();
    }
  };
  const countOf = (sql: string): number =>
    database((opened) => (opened.prepare(sql).pluck().get() as number | null) ?? 0);

  /** Interrupts a command once it has imported something. */
  const interrupt = async (parameters: string[], sql: string) => {
    const child = spawn(process.execPath, [CLI, ...parameters], { env: env() });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
    });
    while (countOf(sql) === 0 && child.exitCode === null) await wait(5);
    child.kill('SIGINT');
    return { status: await ended, err };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'okaeri-cli-'));
    const made = run('shop', 'create', '--name', 'N', '--origin', 'https://a.example', '--json');
    into = ['--shop', (JSON.parse(made.out) as { shopId: string }).shopId];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may have as many members as any file', () => {
    const row = (i: number): string => `m-${i},m${i}@a.example,Name ${i},${i},2024-01-01`;
    const header = 'customer_id,email,name,points,since';
    const path = fileOf('members.csv', header, LIMITS.importRowsMax, row);
    const looked = run('import', 'members', path, ...into, '--dry-run');
    expect(looked.err).toBe('');
    expect(looked.out).toContain(`${LIMITS.importRowsMax} new members, 0 would not.`);
  });

  it('may have as many reviews as any file', () => {
    const words = 'Kept warm for hours, and looks well. '.repeat(8);
    const row = (i: number): string => `p-${i % 90},5,"${words}${i}",${(i % 28) + 1} March 2024`;
    const path = fileOf('reviews.csv', 'product_id,rating,body,date', LIMITS.importRowsMax, row);
    const looked = run('import', 'reviews', path, ...into, '--dry-run');
    expect(looked.err).toBe('');
    expect(looked.out).toContain(
      `: ${LIMITS.importRowsMax} would come with 0 photos, 0 would not.`,
    );
  });

  it('end in order where they are interrupted, and go on when they are imported again', async () => {
    const path = fileOf('many.csv', 'customer_id,points', MANY, (i) => `x-${i},10`);
    const command = ['import', 'members', path, ...into];
    const imported = 'select max(imported) from balance_imports';
    const cut = await interrupt(command, imported);
    expect(cut.status).toBe(1);
    expect(cut.err).toMatch(/Stopped after \d+ of 2000 rows\. Send the file again/);
    const before = countOf(imported);
    expect(before).toBeLessThan(MANY);
    expect(countOf('select count(*) from adjustments')).toBe(before);
    expect(run(...command).out).toContain(`with ${(MANY - before) * 10} points`);
    expect(run('verify').out).toContain('everything adds up');
  });

  it('end in order where past orders are interrupted, and go on when they are imported again', async () => {
    const header = 'order_id,shopper_id,placed_at,currency,total';
    const row = (i: number): string => `${i},ada-${i},2026-01-01,USD,20.00`;
    const path = fileOf('orders.csv', header, MANY, row);
    const command = ['import', 'orders', path, ...into];
    const cut = await interrupt(command, 'select count(*) from orders');
    expect(cut.status).toBe(1);
    expect(cut.err).toContain('Import the file again');
    const before = countOf('select count(*) from orders');
    expect(before).toBeLessThan(MANY);
    expect(run(...command).out).toContain(`${MANY - before} imported, ${before} were there`);
    expect(run('verify').out).toContain('everything adds up');
  });
});
