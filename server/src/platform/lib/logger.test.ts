import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

const FLOOD = join(import.meta.dirname, '../../testing/flood-log.ts');
const ADDRESS = 'mika@example.com';

const logged = (log: (logger: ReturnType<typeof createLogger>) => void): string[] => {
  const lines: string[] = [];
  log(createLogger('info', { write: (line) => lines.push(line) }));
  return lines;
};

describe('the logger', () => {
  it.each(['error', 'err'])('writes what is given as "%s" with its message and stack', (key) => {
    const error = new RangeError('The book does not add up.', { cause: new Error(`"${ADDRESS}"`) });
    const [line = ''] = logged((logger) => logger.error({ [key]: error }, 'a job failed'));
    expect(JSON.parse(line)).toMatchObject({
      msg: 'a job failed',
      [key]: {
        name: 'RangeError',
        message: 'The book does not add up.',
        stack: expect.stringContaining('logger.test.ts'),
        cause: { name: 'Error', message: '[…]' },
      },
    });
    expect(line).not.toContain(ADDRESS);
  });

  it('says nothing of an error that nobody has looked through', () => {
    const error = new Error(`"${ADDRESS}"`);
    const lines = logged((logger) => {
      logger.error(error);
      logger.error({ error });
      logger.error({ err: error });
      logger.child({ area: 'x' }).error(error);
    });
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain(ADDRESS);
  });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs the process that logs a flood, with its standard error going where the caller says. */
const flood = (
  stderr: 'pipe' | number,
  attend: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [FLOOD], { stdio: ['ignore', 'pipe', stderr] });
    let said = '';
    child.stdout?.on('data', (text) => {
      said += String(text);
    });
    attend(child);
    child.once('exit', (code) => resolve({ code, said }));
  });

describe('a process that logs a flood', () => {
  it('goes on and ends by itself where nobody reads its log', async () => {
    const ended = await flood('pipe', (child) => child.stderr?.pause());
    expect(ended).toEqual({ code: 0, said: 'alive\n' });
  });

  it('goes on and ends by itself where the reader of its log is gone', async () => {
    const ended = await flood('pipe', (child) => child.stderr?.destroy());
    expect(ended).toEqual({ code: 0, said: 'alive\n' });
  });

  it('loses no more than does not fit where its log is read, and says how much', async () => {
    let text = '';
    await flood('pipe', (child) =>
      child.stderr?.on('data', (part) => {
        text += String(part);
      }),
    );
    checkWhole(text);
  });

  it('loses no more than does not fit in a file, and says how much', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'okaeri-log-'));
    const path = join(folder, 'log');
    const file = openSync(path, 'a');
    const { code } = await flood(file, () => undefined);
    closeSync(file);
    expect(code).toBe(0);
    checkWhole(readFileSync(path, 'utf8'));
    rmSync(folder, { recursive: true });
  });
});

/** Every line is whole, in order, and those that are missing are counted. */
const checkWhole = (text: string): void => {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { line?: number; lost?: number });
  const written = lines.flatMap(({ line }) => line ?? []);
  const lost = lines.reduce((sum, one) => sum + (one.lost ?? 0), 0);
  expect(written.length).toBeGreaterThan(1000);
  expect(written).toEqual(written.toSorted((a, b) => a - b));
  expect(written.length + lost).toBe(20_000);
};
