import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { earn, readMe } from './acts.ts';
import { comparePairs, comparisonText } from './compare-rules.ts';
import { createFixture, type Fixture, type Program } from './fixture.ts';
import type { Load } from './load.ts';
import { openServers } from './measure.ts';
import { ROOT, serve } from './processes.ts';
import { takeSlices, type Contestant } from './slices.ts';

/** What is asked of both. */
const ACTS: Readonly<Record<string, (fixture: Fixture) => Load['next']>> = {
  earn,
  'GET /me': readMe,
};
const PROGRAMS: readonly Program[] = ['plain', 'rich'];
const SLICES = Number(process.env['BENCH_SLICES'] ?? 40);
/** Enough to see a difference of a tenth or two. */
const SHORT_SLICES = 6;

/**
 * Compares this tree with a revision of it, in one run: both serve at once, each on a database of its own that its
 * own command line has filled, and are asked in turns. Prints how this tree's figures relate to the revision's.
 */
export const compareWith = async (revision: string): Promise<void> => {
  const other = checkOut(revision);
  console.log(
    `This tree ÷ ${revision}, medians of ${SLICES} pairs and where they lie in 95 of 100:`,
  );
  try {
    for (const program of PROGRAMS) {
      const mine = await open(ROOT, program);
      const theirs = await open(other, program);
      for (const [act, next] of Object.entries(ACTS))
        await print(`${act}, ${program}`, [
          { server: mine.server, next: next(mine.fixture) },
          { server: theirs.server, next: next(theirs.fixture) },
        ]);
      await Promise.all([mine.close(), theirs.close()]);
    }
  } finally {
    git('worktree', 'remove', '--force', other);
  }
};

/** A short look at how the product relates to what one would write by hand. It decides nothing. */
export const compareWithHand = async (): Promise<void> => {
  const fixture = await createFixture();
  const { product, byHand } = await openServers(fixture);
  console.log(`Product ÷ by hand, medians of ${SHORT_SLICES} pairs, for information:`);
  for (const [act, next] of Object.entries(ACTS))
    await print(
      act,
      [
        { server: product, next: next(fixture) },
        { server: byHand, next: next(fixture) },
      ],
      SHORT_SLICES,
    );
  await Promise.all([product.stop(), byHand.stop()]);
  fixture.remove();
};

async function print(
  act: string,
  pair: readonly [Contestant, Contestant],
  slices = SLICES,
): Promise<void> {
  const [one, other] = await takeSlices(pair, slices);
  console.log(`  ${comparisonText(`${act}, rate`, comparePairs(one.perSecond, other.perSecond))}`);
  if (one.processorNs.length > 0)
    console.log(
      `  ${comparisonText(`${act}, processor`, comparePairs(one.processorNs, other.processorNs))}`,
    );
}

async function open(root: string, program: Program) {
  const fixture = await createFixture(program, { root });
  const server = await serve(
    'server/src/main.ts',
    {
      DATABASE_URL: fixture.databaseUrl,
      SECRET_KEY: fixture.secretKey,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
    },
    root,
  );
  return {
    fixture,
    server,
    async close() {
      await server.stop();
      fixture.remove();
    },
  };
}

/** The tree of a revision, with its dependencies and what it builds. */
function checkOut(revision: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-bench-'));
  git('worktree', 'add', '--detach', '--force', folder, revision);
  for (const command of [['install', '--frozen-lockfile', '--prefer-offline'], ['build']])
    execFileSync('npx', ['-y', 'pnpm', ...command], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  return folder;
}

function git(...parameters: string[]): void {
  execFileSync('git', parameters, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
